import * as vscode from 'vscode';
import type { SidecarStore } from '../../core/annotation/sidecarStore';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Author } from '../annotation/author';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import type { Imported } from '../exchange/writeImported';
import type { Services } from '../services';
import { annotationsCounted, releasesCounted } from '../support/counted';
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
    if (taken) tagging.say(vscode.l10n.t('Import taken back.'));
  };

  const tell = async (imported: Imported): Promise<void> => {
    const { failures, problems } = imported;
    for (const problem of problems) log.warn(problem);
    if (failures.length > 0) void vscode.window.showWarningMessage(failures.join('\n'));
    const said = saidOf(imported);
    tagging.say(said);
    const undoIt = vscode.l10n.t('Undo');
    const showLog = vscode.l10n.t('Show Log');
    const more = problems.length > 0 ? [showLog] : [];
    const choice = await vscode.window.showInformationMessage(said, undoIt, ...more);
    if (choice === showLog) log.show();
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
          problems: imported.problems,
        };
      }),
    ),
    vscode.commands.registerCommand('pressmark.undoImport', () => log.guard('undoing an import', undo)),
  );
}

/** What an import did, in a sentence or two. */
function saidOf({ annotations, releases, codes, forReview, problems }: Imported): string {
  const parts: string[] = [];
  if (annotations > 0 || codes === 0)
    parts.push(
      vscode.l10n.t('Imported {0} into {1}.', annotationsCounted(annotations), releasesCounted(releases)),
    );
  if (codes > 0) parts.push(vscode.l10n.t('New codes: {0}.', codes));
  if (forReview > 0) parts.push(vscode.l10n.t('To be reviewed: {0}.', forReview));
  if (problems.length > 0) parts.push(vscode.l10n.t('Not read or placed: {0}.', problems.length));
  return parts.join(' ');
}
