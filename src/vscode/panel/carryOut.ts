import * as vscode from 'vscode';
import type { FromPanel } from '../../shared/protocol';
import type { Tagging } from '../annotation/tagging';
import type { EntityAction } from './panelEntity';

/** What concerns annotations and codes; the rest is the panel's own. */
export type Order = Exclude<FromPanel, { type: 'ready' | 'entity' }>;

const walkthrough = 'pressmark.pressmark#start';

/** What menus of the panel put into the arguments of their commands. */
const fromPanel = { webviewSection: 'panel' };

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
  /** As menus of the panel do: the keyboard comes back to it. */
  const ask = (command: string, argument: object): Thenable<void> =>
    run(command, { ...argument, ...fromPanel });
  switch (order.type) {
    case 'tag':
      return tagging.tag([order.code]);
    case 'untag':
      return tagging.untag(order.id, order.code);
    case 'delete':
      return tagging.remove(order.ids);
    case 'note':
      return tagging.setNote(order.id, order.note, order.release);
    case 'bulk':
      return ask(bulkCommands[order.kind], order);
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
      return ask(order.command, { code: order.code });
    case 'dropCode':
      return run(order.type, order);
    case 'addCode':
      return ask(order.type, order);
    case 'openWalkthrough':
      return vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
    case 'createCodebook':
      return tagging.returning(fromPanel, async () => run(order.type));
    case 'markAsRelease':
    case 'openCodebook':
    case 'openSidecar':
      return run(order.type);
  }
}

/** Carries out a command that speaks of the active editor, which loses the focus to the panel. */
export async function doInText(tagging: Tagging, { command, argument, asks }: EntityAction): Promise<void> {
  if (!(await showText(tagging))) return;
  const run = async (): Promise<void> =>
    vscode.commands.executeCommand(command, ...(argument === undefined ? [] : [argument]));
  if (asks) await tagging.returning(fromPanel, run);
  else await run();
}

async function showText(tagging: Tagging): Promise<vscode.TextEditor | undefined> {
  const editor = tagging.editor();
  return editor && vscode.window.showTextDocument(editor.document, editor.viewColumn);
}
