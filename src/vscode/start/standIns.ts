import * as vscode from 'vscode';

/** What of the manifest needs somebody to answer before Pressmark is loaded. */
export interface Contributions {
  readonly commands: readonly { readonly command: string }[];
  readonly views: Readonly<Record<string, readonly { readonly id: string; readonly type?: string }[]>>;
}

/**
 * Stand in for every command and tree of the manifest until the real ones come. A command is passed on to the real one
 * when that is there; a tree that is looked at is a reason to load it.
 *
 * @param load loads Pressmark, which takes the stand-ins away
 */
export function registerStandIns(
  { commands, views }: Contributions,
  load: () => Promise<unknown>,
): vscode.Disposable {
  const trees = Object.values(views)
    .flat()
    .filter(({ type }) => type !== 'webview');
  return vscode.Disposable.from(
    ...commands.map(({ command }) =>
      vscode.commands.registerCommand(command, async (...args: readonly unknown[]) => {
        await load();
        return vscode.commands.executeCommand(command, ...args);
      }),
    ),
    ...trees.map(({ id }) =>
      vscode.window.registerTreeDataProvider<never>(id, {
        getTreeItem: (item) => item,
        getChildren: () => {
          void load();
          return [];
        },
      }),
    ),
  );
}
