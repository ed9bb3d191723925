import * as vscode from 'vscode';
import type { CorpusIndexes } from '../corpus/corpusIndexes';
import type { TaskRun } from './task';

/** `index`: brings the index of the corpus up to date. */
export function indexTask(indexes: CorpusIndexes): TaskRun {
  return async (_, folder, io) => {
    const index = await indexes.of(vscode.Uri.joinPath(folder, 'pressmark.yaml'));
    if (!index) {
      io.print(vscode.l10n.t('This corpus can’t be indexed here.'));
      return 2;
    }
    await index.ready();
    const { view } = index;
    io.print(
      vscode.l10n.t(
        '{0} releases, {1} mentions, {2} tagged passages',
        ...[view.releaseCount, view.mentionCount, view.passageCount],
      ),
    );
    return 0;
  };
}
