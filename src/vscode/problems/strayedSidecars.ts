import * as vscode from 'vscode';
import type { TextFingerprint } from '../../core/annotation/annotation';
import { fingerprint } from '../../core/annotation/fingerprint';
import { readSidecar } from '../../core/annotation/sidecar';
import { releasePathOf } from '../../core/corpus/project';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import { releaseFiles, sidecarFiles, sidecarUri } from '../corpus/corpusFiles';
import { exists, readSavedText, readText } from '../support/textFiles';

/** Sidecars whose releases were moved or renamed outside the editor, matched by the hash of the text. */
export class StrayedSidecars implements vscode.Disposable {
  /** By corpus: sidecars without a release, by the hash of the text they were made for. Found when first asked for. */
  private readonly found = new Map<string, Promise<ReadonlyMap<string, vscode.Uri>>>();
  private readonly watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);

  constructor(private readonly corpora: Corpora) {
    const forget = (): void => this.found.clear();
    this.watcher.onDidCreate(forget);
    this.watcher.onDidDelete(forget);
  }

  /** The sidecar that lost its release and was made for just this text; undefined where the release has a sidecar. */
  async sidecarFor(release: vscode.Uri, text: string): Promise<vscode.Uri | undefined> {
    const corpus = await this.corpora.of(release);
    if (await exists(sidecarUri(release, corpus))) return undefined;
    const key = corpus.root.toString();
    let strays = this.found.get(key);
    if (!strays) this.found.set(key, (strays = this.find(corpus)));
    const known = await strays;
    return known.size === 0 ? undefined : known.get(fingerprint(text).sha256);
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
    this.watcher.dispose();
  }

  private async find(corpus: Corpus): Promise<ReadonlyMap<string, vscode.Uri>> {
    const releases = new Set((await releaseFiles(corpus, this.corpora)).map((uri) => uri.path));
    const strays = new Map<string, vscode.Uri>();
    for (const uri of await sidecarFiles(corpus, this.corpora)) {
      const release = releaseOf(uri, corpus);
      if (!release || releases.has(release.path) || (await exists(release))) continue;
      const text = await fingerprintIn(uri);
      if (text) strays.set(text.sha256, uri);
    }
    return strays;
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
