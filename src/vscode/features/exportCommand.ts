import * as vscode from 'vscode';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import type { Log } from '../support/log';

/** "Export…" */
export function registerExportCommand(corpora: Corpora, tagging: Tagging, log: Log): vscode.Disposable {
  return vscode.commands.registerCommand('pressmark.export', (uri?: unknown) =>
    log.guard('exporting', async () => {
      const { exportReleases } = await import('../exchange/exportReleases');
      await exportReleases(uri, corpora, tagging);
    }),
  );
}
