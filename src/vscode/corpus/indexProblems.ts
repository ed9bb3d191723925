import * as vscode from 'vscode';
import type { IndexerProblem } from '../../core/corpus/indexing/indexer';
import type { Log } from '../support/log';

/**
 * Tells a person what hinders an index, once each. What costs them nothing (an index that an older version stored, a single
 * file) goes into the log alone.
 */
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
    if ((await vscode.window.showWarningMessage(message, showLog)) === showLog) this.log.show();
  }
}

function messageOf(problem: IndexerProblem): string | undefined {
  if (problem.kind === 'file') return undefined;
  if (problem.kind === 'listing')
    return vscode.l10n.t('The releases of this folder could not be listed: {0}', problem.message);
  switch (problem.reason) {
    case 'damaged':
    case 'unreadable':
      return vscode.l10n.t('The stored index of this folder was damaged. The releases are read anew.');
    case 'unwritable':
      return vscode.l10n.t(
        'The index of this folder could not be stored, so the releases will be read again next time: {0}',
        problem.message,
      );
    default:
      return undefined;
  }
}
