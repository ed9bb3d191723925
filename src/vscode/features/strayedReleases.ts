import * as vscode from 'vscode';
import { sidecarSuffix } from '../../core/corpus/project';
import type { SidecarStore } from '../../core/annotation/sidecarStore';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import { sidecarUri } from '../corpus/corpusFiles';
import { nameRelease } from '../corpus/nameRelease';
import type { SidecarChecks } from '../problems/sidecarChecks';
import { StrayedSidecars, type MovedRelease } from '../problems/strayedSidecars';
import { isRelease } from '../support/languages';
import type { Log } from '../support/log';
import { fileName } from '../support/textFiles';

const moveCommand = 'pressmark.moveSidecar';
/** A corpus is searched when whoever opened something in it has it before them. */
const afterOpeningMs = 1000;

/**
 * Sidecars that lost their releases: each is a problem as soon as that is known, whatever is open. Where a release was moved or
 * renamed outside the editor, its sidecar is offered to it: when that happens or the release is opened, and as a fix where the
 * sidecar is.
 */
export function registerStrayedReleases(
  annotations: AnnotatedReleases,
  corpora: Corpora,
  store: SidecarStore,
  checks: SidecarChecks,
  log: Log,
): vscode.Disposable {
  const strays = new StrayedSidecars(corpora, log);
  const looked = new WeakSet<vscode.TextDocument>();
  const asked = new Set<string>();
  const searched = new Set<string>();

  const move = async (sidecar: vscode.Uri, release: vscode.Uri): Promise<void> => {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(sidecar, sidecarUri(release, await corpora.of(release)), { overwrite: false });
    if (await vscode.workspace.applyEdit(edit)) await nameRelease(release, corpora, store);
  };

  const offer = async (moved: readonly MovedRelease[]): Promise<void> => {
    const fresh = moved.filter(({ release }) => !asked.has(release.toString()));
    const [first] = fresh;
    if (!first) return;
    for (const { release } of fresh) asked.add(release.toString());
    const take = vscode.l10n.t('Take Them Over');
    const question =
      fresh.length === 1
        ? vscode.l10n.t(
            '{0} has annotations of this very text, but its release is gone. Do they belong to {1}?',
            fileName(first.sidecar),
            fileName(first.release),
          )
        : vscode.l10n.t(
            '{0} annotated releases are gone, and as many new files have their texts. Do the annotations belong to those?',
            fresh.length,
          );
    const answer = await vscode.window.showInformationMessage(question, take, vscode.l10n.t('Not Now'));
    if (answer !== take) return;
    for (const { sidecar, release } of fresh) await move(sidecar, release);
  };

  const opened = async (document: vscode.TextDocument): Promise<void> => {
    if (document.isDirty) return;
    const sidecar = await strays.sidecarFor(document.uri, document.getText());
    if (sidecar) await offer([{ sidecar, release: document.uri }]);
  };

  const search = (corpus: Corpus): void => {
    const root = corpus.root.toString();
    if (searched.has(root)) return;
    searched.add(root);
    setTimeout(
      () => void log.guard('looking for sidecars without a release', () => strays.of(corpus)),
      afterOpeningMs,
    );
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
    strays.onDidStray((sidecar) => void log.guard('checking a sidecar', () => checks.check(sidecar))),
    strays.onDidMove((moved) => void log.guard('offering annotations to moved releases', () => offer(moved))),
    corpora.onDidRead(search),
    annotations.onDidChange(({ document }) => {
      if (!isRelease(document) || looked.has(document)) return;
      looked.add(document);
      void log.guard('looking for annotations of a moved release', () => opened(document));
    }),
    vscode.languages.registerCodeActionsProvider({ pattern: `**/*${sidecarSuffix}` }, provider),
    vscode.commands.registerCommand(moveCommand, (sidecar: string, release: string) =>
      log.guard('moving a sidecar', () => move(vscode.Uri.parse(sidecar), vscode.Uri.parse(release))),
    ),
  );
}
