import * as vscode from 'vscode';
import type { SidecarStore } from '../../core/annotation/sidecarStore';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Author } from '../annotation/author';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import type { Imported } from '../exchange/writeImported';
import type { Services } from '../services';
import type { Log } from '../support/log';

const undoableContext = 'pressmark.canUndoImport';

/** "Import…": another tool's annotations into the sidecars of the corpus. One step undoes it. */
export function registerImportCommand(
  corpora: Corpora,
  store: SidecarStore,
  annotations: AnnotatedReleases,
  tagging: Tagging,
  author: Author,
  services: Services,
  log: Log,
): vscode.Disposable {
  let last: Imported | undefined;
  const setLast = (imported: Imported | undefined): void => {
    last = imported;
    void vscode.commands.executeCommand('setContext', undoableContext, imported !== undefined);
  };

  const undo = async (): Promise<void> => {
    const taken = last;
    setLast(undefined);
    await taken?.undo();
    if (taken) tagging.say(vscode.l10n.t('Import taken back in {0} releases.', taken.releases));
  };

  const tell = async (imported: Imported): Promise<void> => {
    const { annotations, releases, forReview, failures } = imported;
    if (failures.length > 0) void vscode.window.showWarningMessage(failures.join('\n'));
    const said = vscode.l10n.t(
      'Imported {0} annotations into {1} releases, {2} of them to be reviewed.',
      ...[annotations, releases, forReview],
    );
    tagging.say(said);
    const undoIt = vscode.l10n.t('Undo');
    const choice = await vscode.window.showInformationMessage(said, undoIt);
    if (choice === undoIt && last === imported) await log.guard('undoing an import', undo);
  };

  return vscode.Disposable.from(
    vscode.commands.registerCommand('pressmark.import', (argument?: unknown) =>
      log.guard('importing', async () => {
        const { importAnnotations } = await import('../exchange/importAnnotations');
        const imported = await importAnnotations(
          argument,
          corpora,
          store,
          annotations,
          tagging,
          author,
          services,
        );
        if (!imported) return undefined;
        setLast(imported);
        // Not awaited: the message may stay for long.
        void tell(imported);
        return {
          annotations: imported.annotations,
          releases: imported.releases,
          forReview: imported.forReview,
          failures: imported.failures,
        };
      }),
    ),
    vscode.commands.registerCommand('pressmark.undoImport', () => log.guard('undoing an import', undo)),
  );
}
