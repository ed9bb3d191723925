import * as vscode from 'vscode';

/**
 * The rows that a key means in a tree: all selected ones if the row that has the focus is among them, else that row alone. Arrow keys
 * move the focus and leave the selection behind, and VS Code tells an extension of the selection only: the focused row shows itself by
 * being selected, or no longer selected, for a moment.
 */
export async function rowsMeant<Node>(view: vscode.TreeView<Node>): Promise<readonly Node[]> {
  const before = view.selection;
  await vscode.commands.executeCommand('list.toggleSelection');
  const focused = view.selection.filter((node) => !before.includes(node));
  await vscode.commands.executeCommand('list.toggleSelection');
  return focused.length > 0 ? focused : before;
}
