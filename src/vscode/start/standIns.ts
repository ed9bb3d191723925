import * as vscode from 'vscode';

/** What of the manifest needs somebody to answer before Pressmark is loaded. */
export interface Contributions {
  readonly commands: readonly { readonly command: string }[];
}

/**
 * Stand in for every command of the manifest until the real ones come, to which they pass on what was asked.
 *
 * @param load loads Pressmark, which takes the stand-ins away
 */
export function registerStandIns(
  { commands }: Contributions,
  load: () => Promise<unknown>,
): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands.map(({ command }) =>
      vscode.commands.registerCommand(command, async (...args: readonly unknown[]) => {
        await load();
        return vscode.commands.executeCommand(command, ...args);
      }),
    ),
  );
}
