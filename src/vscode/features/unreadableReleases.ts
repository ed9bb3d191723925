import * as vscode from 'vscode';
import type { Log } from '../support/log';
import { openDocument } from '../support/textFiles';

/** The editor hands extensions no documents above this size. */
const limit = 50 * 1024 * 1024;
const megabyte = 1024 * 1024;

/** Says in the Problems view why a file that is open in a tab can't be annotated: it is too large for the editor. */
export function registerUnreadableReleases(log: Log): vscode.Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection('pressmark-files');

  const look = async (tab: vscode.Tab): Promise<void> => {
    if (!(tab.input instanceof vscode.TabInputText)) return;
    const { uri } = tab.input;
    if (!/\.(txt|release|pr)$/i.test(uri.path) || openDocument(uri)) return;
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size <= limit) return;
    const message = vscode.l10n.t(
      'This file has {0} MB; releases of up to {1} MB can be annotated. Split it into one file for each release.',
      Math.round(size / megabyte),
      limit / megabyte,
    );
    const diagnostic = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 0), message);
    diagnostic.source = 'Pressmark';
    diagnostic.code = 'release/too-large';
    diagnostics.set(uri, [diagnostic]);
  };
  const lookAt = (tabs: readonly vscode.Tab[]): void => {
    for (const tab of tabs) void log.guard('looking at an open tab', () => look(tab));
  };

  lookAt(vscode.window.tabGroups.all.flatMap((group) => group.tabs));
  return vscode.Disposable.from(
    diagnostics,
    vscode.window.tabGroups.onDidChangeTabs(({ opened, changed, closed }) => {
      lookAt([...opened, ...changed]);
      for (const { input } of closed) if (input instanceof vscode.TabInputText) diagnostics.delete(input.uri);
    }),
  );
}
