import * as vscode from 'vscode';
import { checkSidecar, type CheckContext } from '../../core/annotation/checks/checkSidecar';
import type { Finding } from '../../core/annotation/checks/finding';
import { releasePathOf, sidecarSuffix } from '../../core/corpus/project';
import { parseRelease } from '../../core/release/parseRelease';
import type { AnnotatedRelease } from '../annotation/annotatedRelease';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import { sidecarOf } from '../annotation/heldSidecars';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import { exists, fileName, readSavedText, readText } from '../support/textFiles';

/** A sidecar held against its release and corpus. Spans of findings are UTF-16 offsets of `source`. */
export interface CheckedSidecar {
  readonly uri: vscode.Uri;
  readonly source: string;
  readonly findings: readonly Finding[];
  readonly releaseUri: vscode.Uri;
  /** Where it is open. */
  readonly release: AnnotatedRelease | undefined;
}

/** Checks sidecars as `pressmark check` does, as they stand in the editor; remembers what was found. */
export class SidecarChecks implements vscode.Disposable {
  private readonly checked = new Map<string, CheckedSidecar>();
  private readonly changed = new vscode.EventEmitter<{
    uri: vscode.Uri;
    now: CheckedSidecar | undefined;
    before: CheckedSidecar | undefined;
  }>();
  readonly onDidChange = this.changed.event;
  /** Of several checks of one sidecar only the last one counts. */
  private readonly turns = new Map<string, number>();

  constructor(
    private readonly corpora: Corpora,
    private readonly annotations: AnnotatedReleases,
  ) {}

  get all(): readonly CheckedSidecar[] {
    return [...this.checked.values()];
  }

  /** The sidecar itself, or that of a release. */
  of(uri: vscode.Uri): CheckedSidecar | undefined {
    const key = uri.toString();
    return this.checked.get(key) ?? this.all.find(({ releaseUri }) => releaseUri.toString() === key);
  }

  /** Checks a sidecar; one that isn't there any more has no problems. */
  async check(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    const turn = (this.turns.get(key) ?? 0) + 1;
    this.turns.set(key, turn);
    const now = await this.read(uri);
    if (this.turns.get(key) === turn) this.take(uri, now);
  }

  forget(uri: vscode.Uri): void {
    this.turns.delete(uri.toString());
    this.take(uri, undefined);
  }

  dispose(): void {
    this.changed.dispose();
  }

  private take(uri: vscode.Uri, now: CheckedSidecar | undefined): void {
    const key = uri.toString();
    const before = this.checked.get(key);
    if (now) this.checked.set(key, now);
    else this.checked.delete(key);
    if (now || before) this.changed.fire({ uri, now, before });
  }

  private async read(uri: vscode.Uri): Promise<CheckedSidecar | undefined> {
    if (!uri.path.endsWith(sidecarSuffix)) return undefined;
    const corpus = await this.corpora.of(uri);
    const path = uri.path.slice(corpus.root.path.length).replace(/^\//, '');
    const releasePath = releasePathOf(path, corpus.project);
    if (releasePath === undefined) return undefined;
    const releaseUri = vscode.Uri.joinPath(corpus.root, releasePath);
    // The editor may keep the document of a release that is no more.
    const release = (await exists(releaseUri)) ? await this.annotations.withSidecar(uri) : undefined;
    const text = release ? release.textOnDisk : await readSavedText(releaseUri);
    const source = await readText(uri);
    if (source === undefined) return undefined;
    const findings = checkSidecar(sidecarOf(source), {
      ...contextOf(corpus),
      release: fileName(releaseUri),
      ...(text === undefined
        ? { releaseMissing: true }
        : { text, regions: parseRelease(text, { fileName: fileName(releaseUri) }).regions }),
      // While the text has unsaved changes, places in it are none in the text on disk.
      ...(release && !release.document.isDirty ? { anchors: anchorsOf(release) } : {}),
    });
    return { uri, source, findings, releaseUri, release };
  }
}

function contextOf({ codebook, codes, gazetteer, project }: Corpus): CheckContext {
  return {
    ...(codebook ? { codes } : {}),
    isEntity: (id) => gazetteer.entities.has(id),
    levels: project.rules,
  };
}

function anchorsOf(release: AnnotatedRelease): CheckContext['anchors'] {
  return release.passages.map(({ annotation, state, spans, score }) => ({
    id: annotation.id,
    state,
    spans,
    ...(score === undefined ? {} : { score }),
  }));
}
