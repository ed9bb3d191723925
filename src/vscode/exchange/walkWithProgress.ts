import * as vscode from 'vscode';

class Cancelled extends Error {}

/** Runs a walk over `total` releases with progress; undefined when the person cancelled it. `step` may throw to end it. */
export async function walkWithProgress<T>(
  title: string,
  total: number,
  walk: (step: () => void) => Promise<T>,
): Promise<T | undefined> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, cancel) => {
      let done = 0;
      try {
        return await walk(() => {
          if (cancel.isCancellationRequested) throw new Cancelled();
          done++;
          const message = vscode.l10n.t('{0} of {1}', done, total);
          progress.report({ increment: 100 / Math.max(1, total), message });
        });
      } catch (error) {
        if (error instanceof Cancelled) return undefined;
        throw error;
      }
    },
  );
}
