import * as vscode from 'vscode';
import type { Tagging } from '../annotation/tagging';

/** Says what was written and where, and offers to show it. */
export async function tellExported(
  label: string,
  folder: vscode.Uri,
  files: readonly vscode.Uri[],
  tagging: Pick<Tagging, 'say'>,
): Promise<void> {
  const [first] = files;
  if (!first) {
    tagging.say(vscode.l10n.t('Nothing to export.'));
    return;
  }
  const place = vscode.workspace.asRelativePath(folder);
  const said =
    files.length === 1
      ? vscode.l10n.t('Exported as {0}: 1 file in {1}.', label, place)
      : vscode.l10n.t('Exported as {0}: {1} files in {2}.', label, files.length, place);
  const isInside = vscode.workspace.getWorkspaceFolder(first) !== undefined;
  // A browser, and a window on a remote machine, have no file manager that could show it.
  const canShow = isInside || (vscode.env.uiKind === vscode.UIKind.Desktop && !vscode.env.remoteName);
  const show = vscode.l10n.t('Show in Explorer');
  const choice = await vscode.window.showInformationMessage(said, ...(canShow ? [show] : []));
  if (choice !== show) return;
  await vscode.commands.executeCommand(isInside ? 'revealInExplorer' : 'revealFileInOS', first);
}
