import * as vscode from 'vscode';
import type { CorpusIndexes } from '../corpus/corpusIndexes';
import { refreshAfterMs } from '../corpus/corpusIndexes';
import { progressMessage } from '../corpus/progressMessage';
import type { Log } from '../support/log';

/**
 * Keeps a view up to date with the indexes of the open corpora while it is looked at, and says in it how far they are. Indexing
 * begins when the view is first looked at.
 */
export function followIndexes(
  view: vscode.TreeView<unknown>,
  refresh: () => void,
  indexes: CorpusIndexes,
  log: Log,
): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    view.message = progressMessage(indexes.all());
    if (view.visible) refresh();
  };
  const look = (): void => {
    if (!view.visible) return;
    void log.guard('beginning to index', () => indexes.openFolders());
    show();
  };
  look();
  return vscode.Disposable.from(
    new vscode.Disposable(() => clearTimeout(timer)),
    indexes.onDidChange(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        show();
      }, refreshAfterMs(indexes));
    }),
    view.onDidChangeVisibility(look),
  );
}
