import * as vscode from 'vscode';
import type { IndexerProblem } from '../../core/corpus/indexing/indexer';
import type { Log } from '../support/log';

/** Tells a person what becomes of an index, once each. What costs them nothing (a single file) goes into the log alone. */
export class IndexProblems {
  private readonly told = new Set<string>();

  constructor(private readonly log: Log) {}

  async tell(root: vscode.Uri, problem: IndexerProblem): Promise<void> {
    this.log.warn(`Index of ${root.path}: ${JSON.stringify(problem)}`);
    const message = messageOf(problem);
    const key = `${root.toString()} ${message}`;
    if (message === undefined || this.told.has(key)) return;
    this.told.add(key);
    const showLog = vscode.l10n.t('Show Log');
    const show = isUpdate(problem)
      ? vscode.window.showInformationMessage(message, showLog)
      : vscode.window.showWarningMessage(message, showLog);
    if ((await show) === showLog) this.log.show();
  }
}

/** Nothing went wrong: another version of Pressmark reads otherwise. */
function isUpdate(problem: IndexerProblem): boolean {
  return (
    problem.kind === 'stored-index' &&
    (problem.reason === 'other-version' || problem.reason === 'other-engine')
  );
}

function messageOf(problem: IndexerProblem): string | undefined {
  if (problem.kind === 'file') return undefined;
  if (problem.kind === 'listing')
    return vscode.l10n.t('The releases of this folder could not be listed: {0}', problem.message);
  switch (problem.reason) {
    case 'damaged':
    case 'unreadable':
      return vscode.l10n.t('The stored index of this folder was damaged. The releases are read anew.');
    case 'other-version':
    case 'other-engine':
      return vscode.l10n.t('Pressmark was updated. The releases of this folder are read anew.');
    case 'unwritable':
      return vscode.l10n.t(
        'The index of this folder could not be stored, so the releases will be read again next time: {0}',
        problem.message,
      );
    // The person asked for other releases, or another encoding, and expects that they are read.
    case 'other-settings':
      return undefined;
  }
}
