import * as vscode from 'vscode';
import type { Author } from '../annotation/author';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import type { Log } from '../support/log';

/** "Import…" */
export function registerImportCommand(
  corpora: Corpora,
  tagging: Tagging,
  author: Author,
  log: Log,
): vscode.Disposable {
  return vscode.commands.registerCommand('pressmark.import', () =>
    log.guard('importing', async () => {
      const { importAnnotations } = await import('../exchange/importAnnotations');
      await importAnnotations(corpora, tagging, author);
    }),
  );
}
