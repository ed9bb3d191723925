import * as vscode from 'vscode';
import { sidecarSuffix } from '../../core/corpus/project';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Corpora } from '../corpus/corpora';
import { sidecarUri } from '../corpus/corpusFiles';
import type { SidecarChecks } from '../problems/sidecarChecks';
import { StrayedSidecars } from '../problems/strayedSidecars';
import { isRelease } from '../support/languages';
import type { Log } from '../support/log';
import { fileName } from '../support/textFiles';
import { nameRelease } from './releaseFiles';

const moveCommand = 'pressmark.moveSidecar';

/**
 * Offers to bring a sidecar to a release that was moved or renamed outside the editor: when such a release is opened, and
 * as a fix where the sidecar is.
 */
export function registerStrayedReleases(
  annotations: AnnotatedReleases,
  corpora: Corpora,
  checks: SidecarChecks,
  log: Log,
): vscode.Disposable {
  const strays = new StrayedSidecars(corpora);
  const looked = new WeakSet<vscode.TextDocument>();
  const asked = new Set<string>();

  const move = async (sidecar: vscode.Uri, release: vscode.Uri): Promise<void> => {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(sidecar, sidecarUri(release, await corpora.of(release)), { overwrite: false });
    if (await vscode.workspace.applyEdit(edit)) await nameRelease(release, corpora);
  };

  const offer = async (document: vscode.TextDocument): Promise<void> => {
    if (document.isDirty || asked.has(document.uri.toString())) return;
    const sidecar = await strays.sidecarFor(document.uri, document.getText());
    if (!sidecar || asked.has(document.uri.toString())) return;
    asked.add(document.uri.toString());
    const take = vscode.l10n.t('Take Them Over');
    const question = vscode.l10n.t(
      '{0} has annotations of this very text, but its release is gone. Do they belong to {1}?',
      fileName(sidecar),
      fileName(document.uri),
    );
    const answer = await vscode.window.showInformationMessage(question, take, vscode.l10n.t('Not Now'));
    if (answer === take) await move(sidecar, document.uri);
  };

  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, { diagnostics }) {
      const missing = diagnostics.find(({ code }) => code === 'sidecar/release-missing');
      if (!missing?.range.intersection(range) || !checks.of(document.uri)) return [];
      const release = await strays.releaseFor(document.uri);
      if (!release) return [];
      const title = vscode.l10n.t('Move this sidecar to {0}', vscode.workspace.asRelativePath(release));
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      action.diagnostics = [missing];
      action.command = {
        title,
        command: moveCommand,
        arguments: [document.uri.toString(), release.toString()],
      };
      return [action];
    },
  };

  return vscode.Disposable.from(
    strays,
    annotations.onDidChange(({ document }) => {
      if (!isRelease(document) || looked.has(document)) return;
      looked.add(document);
      void log.guard('looking for annotations of a moved release', () => offer(document));
    }),
    vscode.languages.registerCodeActionsProvider({ pattern: `**/*${sidecarSuffix}` }, provider),
    vscode.commands.registerCommand(moveCommand, (sidecar: string, release: string) =>
      log.guard('moving a sidecar', () => move(vscode.Uri.parse(sidecar), vscode.Uri.parse(release))),
    ),
  );
}
