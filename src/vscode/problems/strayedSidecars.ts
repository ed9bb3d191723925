import * as vscode from 'vscode';
import type { TextFingerprint } from '../../core/annotation/annotation';
import { fingerprint } from '../../core/annotation/fingerprint';
import { readSidecar } from '../../core/annotation/sidecar';
import { releasePathOf, sidecarSuffix } from '../../core/corpus/project';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import { releaseFiles, sidecarFiles, sidecarUri } from '../corpus/corpusFiles';
import type { Log } from '../support/log';
import { exists, readSavedText, readText } from '../support/textFiles';

/** Where the release of a sidecar went. */
export interface MovedRelease {
  readonly sidecar: vscode.Uri;
  readonly release: vscode.Uri;
}

/** How long a burst of files that come and go is waited out. */
const settleMs = 500;

/** The sidecars of one corpus without a release, by their URIs; with the hash of the text each was made for, if it says. */
type Strays = Map<string, string | undefined>;

/**
 * Sidecars whose releases were moved, renamed or deleted outside the editor; where they went is told by the hash of their
 * text. A corpus is searched once, then followed file by file. Folders that are not open are left alone.
 */
export class StrayedSidecars implements vscode.Disposable {
  private readonly found = new Map<string, Promise<Strays>>();
  private readonly strayed = new vscode.EventEmitter<vscode.Uri>();
  /** A sidecar has lost its release. */
  readonly onDidStray = this.strayed.event;
  private readonly moved = new vscode.EventEmitter<readonly MovedRelease[]>();
  /** Files came that have the very texts of releases that went. */
  readonly onDidMove = this.moved.event;
  private readonly watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
  /** Files that came lately: they may be what went, which need not have been told yet. */
  private readonly came = new Map<string, vscode.Uri>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly corpora: Corpora,
    private readonly log: Log,
  ) {
    const follow = (uri: vscode.Uri): void =>
      void log.guard('following a file that came or went', () => this.follow(uri));
    this.watcher.onDidCreate((uri) => {
      this.came.set(uri.toString(), uri);
      follow(uri);
    });
    this.watcher.onDidDelete(follow);
  }

  /** All of a corpus. */
  async of(corpus: Corpus): Promise<ReadonlyMap<string, string | undefined>> {
    const key = corpus.root.toString();
    let strays = this.found.get(key);
    if (!strays) this.found.set(key, (strays = this.find(corpus)));
    return strays;
  }

  /** The sidecar that lost its release and was made for just this text; undefined where the release has a sidecar. */
  async sidecarFor(release: vscode.Uri, text: string): Promise<vscode.Uri | undefined> {
    const corpus = await this.corpora.of(release);
    const strays = await this.of(corpus);
    if (strays.size === 0 || (await exists(sidecarUri(release, corpus)))) return undefined;
    const { sha256 } = fingerprint(text);
    const [sidecar] = [...strays].find(([, made]) => made === sha256) ?? [];
    return sidecar === undefined ? undefined : vscode.Uri.parse(sidecar);
  }

  /** The release without a sidecar that has the text a sidecar was made for. */
  async releaseFor(sidecar: vscode.Uri): Promise<vscode.Uri | undefined> {
    const corpus = await this.corpora.of(sidecar);
    const wanted = await fingerprintIn(sidecar);
    if (!wanted) return undefined;
    for (const uri of await releaseFiles(corpus, this.corpora)) {
      if (!(await mayHold(uri, wanted)) || (await exists(sidecarUri(uri, corpus)))) continue;
      const text = await readSavedText(uri);
      if (text !== undefined && fingerprint(text).sha256 === wanted.sha256) return uri;
    }
    return undefined;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.watcher.dispose();
    this.strayed.dispose();
    this.moved.dispose();
  }

  private async find(corpus: Corpus): Promise<Strays> {
    const strays: Strays = new Map();
    if (!vscode.workspace.getWorkspaceFolder(corpus.root)) return strays;
    const sidecars = await sidecarFiles(corpus, this.corpora);
    if (sidecars.length === 0) return strays;
    const releases = new Set((await releaseFiles(corpus, this.corpora)).map((uri) => uri.path));
    for (const uri of sidecars) {
      const release = releaseOf(uri, corpus);
      if (release && !releases.has(release.path)) await this.look(uri, release, strays);
    }
    return strays;
  }

  /** A file came or went. */
  private async follow(uri: vscode.Uri): Promise<void> {
    const corpus = await this.corpora.of(uri);
    const strays = await this.found.get(corpus.root.toString());
    if (!strays) return;
    const isSidecar = uri.path.endsWith(sidecarSuffix);
    const sidecar = isSidecar ? uri : sidecarUri(uri, corpus);
    const release = isSidecar ? releaseOf(uri, corpus) : uri;
    if (release) await this.look(sidecar, release, strays);
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => void this.log.guard('looking where releases went', () => this.findMoved()),
      settleMs,
    );
  }

  private async findMoved(): Promise<void> {
    const came = [...this.came.values()];
    this.came.clear();
    const moved: MovedRelease[] = [];
    for (const release of came.filter(({ path }) => !path.endsWith(sidecarSuffix))) {
      const strays = await this.found.get((await this.corpora.rootOf(release)).toString());
      const text = strays && strays.size > 0 ? await readSavedText(release) : undefined;
      const sidecar = text === undefined ? undefined : await this.sidecarFor(release, text);
      if (sidecar) moved.push({ sidecar, release });
    }
    if (moved.length > 0) this.moved.fire(moved);
  }

  private async look(sidecar: vscode.Uri, release: vscode.Uri, strays: Strays): Promise<void> {
    const key = sidecar.toString();
    if ((await exists(release)) || !(await exists(sidecar))) {
      strays.delete(key);
    } else if (!strays.has(key)) {
      strays.set(key, (await fingerprintIn(sidecar))?.sha256);
      this.strayed.fire(sidecar);
    }
  }
}

function releaseOf(sidecar: vscode.Uri, corpus: Corpus): vscode.Uri | undefined {
  const path = releasePathOf(sidecar.path.slice(corpus.root.path.length).replace(/^\//, ''), corpus.project);
  return path === undefined ? undefined : vscode.Uri.joinPath(corpus.root, path);
}

async function fingerprintIn(sidecar: vscode.Uri): Promise<TextFingerprint | undefined> {
  const source = await readText(sidecar);
  return source === undefined ? undefined : readSidecar(source).sidecar?.text;
}

/** A code point takes one to four bytes, a line end that is stored as one may take two. */
async function mayHold(uri: vscode.Uri, { length }: TextFingerprint): Promise<boolean> {
  const { size } = await vscode.workspace.fs.stat(uri);
  return size >= length && size <= 5 * length + 3;
}
