import * as vscode from 'vscode';
import type { CorpusIndexing } from './corpusIndexing';

/** What a person should know of some indexes: how far they are, and what they lack; undefined where all is read. */
export function progressMessage(indexes: readonly CorpusIndexing[]): string | undefined {
  const busy = indexes.filter(({ progress }) => progress.state === 'indexing' || progress.state === 'paused');
  if (busy.length === 0) return indexes.flatMap((index) => index.shortcomings()).join(' ') || undefined;
  const done = busy.reduce((sum, { progress }) => sum + progress.done, 0);
  const total = busy.reduce((sum, { progress }) => sum + progress.total, 0);
  if (total === 0) return vscode.l10n.t('Looking for press releases …');
  return busy.every(({ progress }) => progress.state === 'paused')
    ? vscode.l10n.t('Reading the corpus is paused at {0} of {1} releases.', done, total)
    : vscode.l10n.t('Reading the corpus: {0} of {1} releases …', done, total);
}
