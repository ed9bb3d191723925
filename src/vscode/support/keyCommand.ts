import * as vscode from 'vscode';
import { isRelease } from './languages';
import type { Log } from './log';

/** The commands that keys run while a person reads a release or chooses from a list. */
const keyCommands = new Set<string>();

const warmUp = 'warm up';

/**
 * Registers a command that keys run; see {@link makeKeysReady} for what is done for it.
 *
 * @param id without `pressmark.`
 */
export function registerKeyCommand(id: string, run: (argument?: unknown) => unknown): vscode.Disposable {
  const command = `pressmark.${id}`;
  keyCommands.add(command);
  return vscode.commands.registerCommand(command, (argument?: unknown) =>
    argument === warmUp ? undefined : run(argument),
  );
}

let ready: Promise<unknown> | undefined;

/**
 * Calls each command of a key once without effect. The editor asks the extension host before it runs a command for the first time, and
 * a key pressed meanwhile, whose command has run before, would overtake it: the tag would land on the next sentence, or a
 * letter meant for a list in the text.
 *
 * @returns when no key overtakes another any more
 */
export async function makeKeysReady(): Promise<void> {
  const calls = [
    ...[...keyCommands].map((command) => ({ command, args: warmUp as unknown })),
    // By which keys say in the editor itself that they ask something: see typeAhead.ts.
    { command: '_setContext', args: ['pressmark.asking', false] },
  ];
  ready ??= Promise.all(
    calls.map((call) => vscode.commands.executeCommand('runCommands', { commands: [call] })),
  );
  await ready;
}

/** Makes keys ready as soon as a release is open. */
export function registerWarmKeys(log: Log): vscode.Disposable {
  const warm = (): void => {
    if (vscode.window.visibleTextEditors.some(({ document }) => isRelease(document)))
      void log.guard('making keys ready', makeKeysReady);
  };
  warm();
  return vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(warm),
    vscode.workspace.onDidOpenTextDocument(warm),
  );
}
