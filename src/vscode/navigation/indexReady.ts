import * as vscode from 'vscode';
import type { CorpusIndexing } from '../corpus/corpusIndexing';

/** How long it goes without saying that an answer waits for the index. */
const quietMs = 1500;

/**
 * Waits until everything there is has been read, since an answer that leaves releases out would be a wrong one. When that takes, it
 * says how far it is, and the person may have what is there by then, which they are told is not all. False when `cancel` was asked for.
 */
export async function indexReady(index: CorpusIndexing, cancel: vscode.CancellationToken): Promise<boolean> {
  const ready = index.ready(cancel).then(() => true);
  const pause = new Promise<false>((resolve) => setTimeout(() => resolve(false), quietMs));
  if (await Promise.race([ready, pause])) return !cancel.isCancellationRequested;
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Reading the corpus first'),
    cancellable: true,
  };
  await vscode.window.withProgress(options, async (progress, enough) => {
    const tell = setInterval(() => {
      const { done, total } = index.progress;
      progress.report({ message: vscode.l10n.t('{0} of {1} releases', done, total) });
    }, 500);
    const stopped = new Promise<void>((resolve) => enough.onCancellationRequested(() => resolve()));
    await Promise.race([ready, stopped]);
    clearInterval(tell);
    if (!enough.isCancellationRequested) return;
    const { releaseCount } = index.view;
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Only the {0} releases read so far were looked at.', releaseCount),
    );
  });
  return !cancel.isCancellationRequested;
}

/** More than that no list of references can hold: an editor that is given a million of them stands still for minutes. */
export const mostLocations = 50_000;

/**
 * Gathers locations without keeping the host from other work; what was found until `cancel` is asked for, and no more than
 * {@link mostLocations}: `isAll` tells.
 */
export async function gathered(
  found: Iterable<readonly vscode.Location[]>,
  cancel: vscode.CancellationToken,
): Promise<{ readonly locations: vscode.Location[]; readonly isAll: boolean }> {
  const all: vscode.Location[] = [];
  let sliceEnd = Date.now() + 10;
  for (const locations of found) {
    if (all.length + locations.length > mostLocations) return { locations: all, isAll: false };
    all.push(...locations);
    if (Date.now() < sliceEnd) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (cancel.isCancellationRequested) break;
    sliceEnd = Date.now() + 10;
  }
  return { locations: all, isAll: true };
}
