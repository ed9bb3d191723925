import * as vscode from 'vscode';

class Cancelled extends Error {}

/** What ends sooner shows no progress: several messages within a moment are one too many for the editor, which drops the last. */
const unnoticedMs = 400;

/** Runs a walk over `total` releases with progress; undefined when the person cancelled it. `step` may throw to end it. */
export async function walkWithProgress<T>(
  title: string,
  total: number,
  walk: (step: () => void) => Promise<T>,
): Promise<T | undefined> {
  let done = 0;
  let isCancelled = false;
  let tell = (): void => undefined;
  const walked = walk(() => {
    if (isCancelled) throw new Cancelled();
    done++;
    tell();
  }).catch((error: unknown) => {
    if (error instanceof Cancelled) return undefined;
    throw error;
  });
  const show = (): void => {
    const shown = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    void vscode.window.withProgress(shown, async (progress, cancel) => {
      cancel.onCancellationRequested(() => (isCancelled = true));
      let told = 0;
      tell = () => {
        const message = vscode.l10n.t('{0} of {1}', done, total);
        progress.report({ increment: (100 * (done - told)) / Math.max(1, total), message });
        told = done;
      };
      tell();
      // It is told to who asked for the walk, not here.
      await walked.catch(() => undefined);
    });
  };
  const timer = setTimeout(show, unnoticedMs);
  try {
    return await walked;
  } finally {
    clearTimeout(timer);
  }
}
