import * as vscode from 'vscode';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import type { Services } from '../services';
import type { Log } from '../support/log';

/**
 * "Export…": format, which releases, what of them; then what the format cannot hold; then where to. An argument (see
 * `exchange/exportRequest.ts`) answers the questions beforehand. Returns the files written.
 */
export function registerExportCommand(
  corpora: Corpora,
  annotations: AnnotatedReleases,
  tagging: Tagging,
  services: Services,
  log: Log,
): vscode.Disposable {
  return vscode.commands.registerCommand('pressmark.export', (argument?: unknown) =>
    log.guard('exporting', async () => {
      const { Exporter } = await import('../exchange/exportReleases');
      return new Exporter(corpora, annotations, tagging, services, log).run(argument);
    }),
  );
}
