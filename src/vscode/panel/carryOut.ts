import * as vscode from 'vscode';
import type { FromPanel } from '../../shared/protocol';
import type { Tagging } from '../annotation/tagging';

/** What concerns annotations and codes; the rest is the panel's own. */
export type Order = Exclude<FromPanel, { type: 'ready' | 'entity' }>;

const walkthrough = 'pressmark.pressmark#start';

const bulkCommands = {
  add: 'addCodeToAnnotations',
  take: 'takeCodeFromAnnotations',
  retag: 'retagAnnotations',
} as const;

/** Carries out what was asked for in the panel. */
export async function carryOut(order: Order, tagging: Tagging): Promise<void> {
  const { review } = tagging;
  const run = (command: string, argument?: unknown): Thenable<void> =>
    vscode.commands.executeCommand(`pressmark.${command}`, argument);
  switch (order.type) {
    case 'tag':
      return tagging.tag([order.code]);
    case 'untag':
      return tagging.untag(order.id, order.code);
    case 'delete':
      return tagging.remove(order.ids);
    case 'note':
      return tagging.setNote(order.id, order.note);
    case 'bulk':
      return run(bulkCommands[order.kind], order);
    case 'undo':
      return tagging.undo();
    case 'redo':
      return tagging.redo();
    case 'reveal':
      return tagging.reveal(order.id);
    case 'toText':
      return void (await showText(tagging));
    case 'accept':
      return review.accept(order.id);
    case 'place':
      return review.placeHere(order.id);
    case 'keepAsOrphan':
      return review.keepAsOrphan(order.id);
    case 'settle':
      return review.settle(order.id, order.keep);
    case 'reviewNext':
      return review.next();
    case 'code':
      return run(order.command, { code: order.code });
    case 'dropCode':
    case 'addCode':
      return run(order.type, order);
    case 'openWalkthrough':
      return vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
    case 'markAsRelease':
    case 'createCodebook':
    case 'openCodebook':
    case 'openSidecar':
      return run(order.type);
  }
}

/** Carries out a command that speaks of the active editor, which loses the focus to the panel. */
export async function doInText(tagging: Tagging, command: string, argument: unknown): Promise<void> {
  if (!(await showText(tagging))) return;
  await vscode.commands.executeCommand(command, ...(argument === undefined ? [] : [argument]));
}

async function showText(tagging: Tagging): Promise<vscode.TextEditor | undefined> {
  const editor = tagging.editor();
  return editor && vscode.window.showTextDocument(editor.document, editor.viewColumn);
}
