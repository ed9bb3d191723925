import { inLanguage } from '../support/inLanguage';
import * as vscode from 'vscode';
import type { SidecarStore } from '../../core/annotation/sidecarStore';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Log } from '../support/log';
import { fileName } from '../support/textFiles';

/** Offers what an earlier session could not save before it ended. */
export function registerRecovery(
  store: SidecarStore,
  annotations: AnnotatedReleases,
  log: Log,
): vscode.Disposable {
  const offer = async (): Promise<void> => {
    // Releases whose unsaved text the editor brought back take what was tagged in it.
    await Promise.all(vscode.workspace.textDocuments.map((document) => annotations.of(document)));
    const left = await store.recoveries();
    if (left.length === 0) return;
    const names = [...new Set(left.map(({ record }) => fileName(vscode.Uri.parse(record.path))))];
    const restore = vscode.l10n.t('Restore');
    const choice = await vscode.window.showWarningMessage(
      vscode.l10n.t('Annotations were not saved when the editor ended last time: {0}.', names.join(', ')),
      restore,
      vscode.l10n.t('Later'),
    );
    if (choice !== restore) return;
    for (const { name } of left) {
      const state = await store.recover(name);
      if (state?.problem) void vscode.window.showErrorMessage(inLanguage(state.problem.message));
    }
  };
  void log.guard('looking for annotations that were not saved', offer);
  return vscode.commands.registerCommand('pressmark.recoverAnnotations', () =>
    log.guard('recovering annotations', offer),
  );
}
