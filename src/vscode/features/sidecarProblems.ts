import * as vscode from 'vscode';
import type { Finding } from '../../core/annotation/checks/finding';
import { sidecarSuffix } from '../../core/corpus/project';
import type { AnnotatedRelease } from '../annotation/annotatedRelease';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Corpora } from '../corpus/corpora';
import { passageRange } from '../problems/passageRange';
import type { CheckedSidecar, SidecarChecks } from '../problems/sidecarChecks';
import { lineStarts, rangeIn } from '../support/lineIndex';
import type { Log } from '../support/log';
import { isOfFile } from '../support/textFiles';
import { diagnosticOf, toDiagnostics } from './corpusProblems';

/** When typing pauses for so long, problems are shown where their passages are then. */
const pauseMs = 300;

/**
 * Shows in the Problems view what is wrong in the sidecars that are open or whose releases are: in the sidecar, and in the release
 * where the passage stands. Sidecars are checked when they, their release on disk or their corpus change, not while a
 * release is typed in.
 */
export function registerSidecarProblems(
  checks: SidecarChecks,
  annotations: AnnotatedReleases,
  corpora: Corpora,
  log: Log,
): vscode.Disposable {
  const inSidecars = vscode.languages.createDiagnosticCollection('pressmark-sidecars');
  const inReleases = vscode.languages.createDiagnosticCollection('pressmark-passages');
  const seen = new WeakMap<AnnotatedRelease, { source: string; text: string; places: string }>();
  const check = (uri: vscode.Uri): void => void log.guard('checking a sidecar', () => checks.check(uri));

  const follow = (release: AnnotatedRelease): void => {
    const places = release.passages.map(({ annotation, state }) => `${annotation.id} ${state}`).join();
    const now = { source: release.sidecarSource, text: release.textOnDisk, places };
    const last = seen.get(release);
    if (last && last.source === now.source && last.text === now.text && last.places === now.places)
      return showMoved(release);
    seen.set(release, now);
    check(release.sidecarUri);
  };
  const moved = new Map<AnnotatedRelease, ReturnType<typeof setTimeout>>();
  /** The editor moves what it shows as text is typed before it, but asks for fixes at the places it was given. */
  const showMoved = (release: AnnotatedRelease): void => {
    clearTimeout(moved.get(release));
    const show = (): void => {
      moved.delete(release);
      const checked = checks.of(release.sidecarUri);
      if (checked?.release === release && !release.document.isClosed)
        inReleases.set(checked.releaseUri, releaseDiagnostics(checked));
    };
    moved.set(release, setTimeout(show, pauseMs));
  };
  const opened = (document: vscode.TextDocument): void => {
    if (document.uri.path.endsWith(sidecarSuffix) && isOfFile(document.uri)) check(document.uri);
  };
  const closed = (document: vscode.TextDocument): void => {
    const known = checks.of(document.uri);
    if (known) void log.guard('forgetting a sidecar', () => recheckOrForget(known.uri));
  };
  const recheckOrForget = async (uri: vscode.Uri): Promise<void> => {
    const isOpen = vscode.workspace.textDocuments.some((open) => open.uri.toString() === uri.toString());
    const isShown = isOpen || (await annotations.withSidecar(uri));
    await checks.check(uri);
    // That a release is gone is told whatever is open.
    if (!isShown && !checks.of(uri)?.findings.some(({ rule }) => rule === 'sidecar/release-missing'))
      checks.forget(uri);
  };

  const show = (uri: vscode.Uri, checked: CheckedSidecar | undefined): void => {
    inSidecars.set(uri, checked ? toDiagnostics(checked.source, checked.findings) : []);
    if (checked) inReleases.set(checked.releaseUri, releaseDiagnostics(checked));
  };

  const files = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
  const cameOrWent = (uri: vscode.Uri): void => {
    const known = checks.of(uri);
    if (known) void log.guard('checking a sidecar', () => recheckOrForget(known.uri));
  };

  for (const document of vscode.workspace.textDocuments) opened(document);
  return vscode.Disposable.from(
    { dispose: () => moved.forEach((timer) => clearTimeout(timer)) },
    files,
    files.onDidCreate(cameOrWent),
    files.onDidDelete(cameOrWent),
    inSidecars,
    inReleases,
    checks.onDidChange(({ uri, now, before }) => {
      if (!now && before) inReleases.delete(before.releaseUri);
      show(uri, now);
    }),
    annotations.onDidChange(follow),
    corpora.onDidChange(() => checks.all.forEach(({ uri }) => check(uri))),
    vscode.workspace.onDidOpenTextDocument(opened),
    vscode.workspace.onDidCloseTextDocument(closed),
    vscode.workspace.onDidChangeTextDocument(({ document }) => opened(document)),
  );
}

/** What is said at passages; of what can't be found there is nothing to say in the text. */
function releaseDiagnostics({ uri, source, findings, release }: CheckedSidecar): vscode.Diagnostic[] {
  if (!release) return [];
  const starts = lineStarts(source);
  return findings.flatMap((finding) => {
    const range = isInText(finding, release) ? passageRange(release, finding) : undefined;
    if (!range) return [];
    const diagnostic = diagnosticOf(finding, range);
    diagnostic.relatedInformation = [
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(uri, rangeIn(starts, finding.span)),
        vscode.l10n.t('The annotation in the sidecar'),
      ),
    ];
    return [diagnostic];
  });
}

/** A passage that moved and was found again is no problem for who reads the text. */
function isInText({ rule, annotation }: Finding, release: AnnotatedRelease): boolean {
  if (rule !== 'sidecar/stale-quote') return true;
  const passage = release.passages.find((candidate) => candidate.annotation.id === annotation);
  return passage !== undefined && passage.state !== 'exact' && passage.state !== 'moved';
}
