import * as vscode from 'vscode';
import { isRelease } from '../support/languages';
import type { Log } from '../support/log';

/** What keys do that are pressed quickly one after the other. */
const quick = [
  'nextUnit',
  'previousUnit',
  'shrinkSelection',
  'nextUntaggedParagraph',
  'previousUntaggedParagraph',
  'tagWithKey',
  'repeatLastCode',
  'nextAnnotation',
  'previousAnnotation',
  'undo',
  'redo',
];

const warmUp = 'warm up';

/** Whether a command is called to be made ready, not to do anything. */
export function isWarmUp(argument: unknown): boolean {
  return argument === warmUp;
}

/**
 * Calls each quick command once without effect as soon as a release is open. The editor asks the extension host before it runs a
 * command for the first time, and a key pressed meanwhile, whose command has run before, would overtake it: the tag would land on
 * the next sentence.
 */
export function registerWarmKeys(log: Log): vscode.Disposable {
  let isDone = false;
  const warm = (): void => {
    if (isDone || !vscode.window.visibleTextEditors.some(({ document }) => isRelease(document))) return;
    isDone = true;
    const commands = quick.map((id) => ({ command: `pressmark.${id}`, args: warmUp }));
    void log.guard('making keys ready', () => vscode.commands.executeCommand('runCommands', { commands }));
  };
  warm();
  return vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(warm),
    vscode.workspace.onDidOpenTextDocument(warm),
  );
}
