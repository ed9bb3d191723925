import { inLanguage } from '../support/inLanguage';
import * as vscode from 'vscode';
import { resolveMergeMarkers } from '../../core/annotation/mergeMarkers';
import { sidecarSuffix } from '../../core/corpus/project';
import type { CheckedSidecar, SidecarChecks } from '../problems/sidecarChecks';
import type { Services } from '../services';
import type { Log } from '../support/log';
import { fileName, openDocument, readText } from '../support/textFiles';

const command = 'pressmark.resolveMergeMarkers';

/**
 * Merges both sides of a sidecar in which git left merge markers, by annotation id: by a command, and offered when the
 * release is open, as nothing can be saved until then.
 */
export function registerMergeMarkers(checks: SidecarChecks, services: Services, log: Log): vscode.Disposable {
  const offer = async ({ uri }: CheckedSidecar): Promise<void> => {
    const merge = vscode.l10n.t('Merge Both Sides');
    const open = vscode.l10n.t('Open the Sidecar');
    const message = vscode.l10n.t(
      'git left merge markers in {0}. Nothing is written to it until they are resolved; new annotations wait.',
      fileName(uri),
    );
    const answer = await vscode.window.showWarningMessage(message, merge, open);
    if (answer === merge) await resolve(uri, services);
    if (answer === open) await vscode.window.showTextDocument(uri);
  };
  return vscode.Disposable.from(
    checks.onDidChange(({ now, before }) => {
      if (now?.release && hasMarkers(now) && !(before && hasMarkers(before) && before.release))
        void log.guard('offering to resolve merge markers', () => offer(now));
    }),
    vscode.commands.registerCommand(command, (of?: vscode.Uri) =>
      log.guard('resolving merge markers', async () => {
        const uri = of ?? vscode.window.activeTextEditor?.document.uri;
        if (uri?.path.endsWith(sidecarSuffix)) await resolve(uri, services);
      }),
    ),
  );
}

function hasMarkers({ findings }: CheckedSidecar): boolean {
  return findings.some(({ rule }) => rule === 'sidecar/merge-markers');
}

/** Through the editor where the file is open in one, so that its undo gives the markers back. */
async function resolve(uri: vscode.Uri, services: Services): Promise<void> {
  const source = await readText(uri);
  if (source === undefined) return;
  const merged = resolveMergeMarkers(source, await services.mergeBase(uri));
  if (merged.source === undefined) {
    void vscode.window.showErrorMessage(
      merged.problems[0] ? inLanguage(merged.problems[0].message) : fileName(uri),
    );
    return;
  }
  const document = openDocument(uri);
  if (document) {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), merged.source);
    await vscode.workspace.applyEdit(edit);
    await document.save();
  } else {
    const bytes = new TextEncoder().encode(merged.source);
    if (services.replaceFile) await services.replaceFile(uri, bytes);
    else await vscode.workspace.fs.writeFile(uri, bytes);
  }
  if (merged.conflicts.length > 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Both sides are merged. {0} to be decided: see the review in the panel.',
        merged.conflicts.length,
      ),
    );
  }
}
