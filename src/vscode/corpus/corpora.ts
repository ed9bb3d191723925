import * as vscode from 'vscode';
import type { Entity } from '../../core/recognition/entity';
import type { Log } from '../support/log';
import { projectFileName } from '../../core/corpus/fileNames';
import { parentOf } from '../support/textFiles';
import type { Corpus } from './corpus';
import { readCorpus } from './corpus';
import { findRoot } from './corpusRoot';

/** How long a burst of changes to a corpus's files is waited out. */
const settleMs = 150;

/** The corpora that open files belong to, read when first asked for and again when their files change. */
export class Corpora implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Corpus>();
  /** A corpus was read again; its root is the same. */
  readonly onDidChange = this.changed.event;

  private readonly read = new vscode.EventEmitter<Corpus>();
  /** A corpus was read, for the first time or again. */
  readonly onDidRead = this.read.event;

  private readonly roots = new Map<string, Promise<vscode.Uri>>();
  private readonly corpora = new Map<string, Promise<Corpus>>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly disposables: vscode.Disposable[] = [this.changed, this.read];

  constructor(
    private readonly builtin: () => Promise<readonly Entity[]>,
    private readonly log: Log,
  ) {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.{yaml,yml}');
    const touch = (uri: vscode.Uri): void => void this.touched(uri);
    this.disposables.push(
      watcher,
      watcher.onDidChange(touch),
      watcher.onDidCreate(touch),
      watcher.onDidDelete(touch),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.roots.clear()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => touch(document.uri)),
      vscode.workspace.onDidCloseTextDocument((document) => touch(document.uri)),
    );
  }

  /** The corpus a file belongs to: the nearest folder upward with a `pressmark.yaml`, else its workspace folder, else its own folder. */
  async of(uri: vscode.Uri): Promise<Corpus> {
    return this.at(await this.rootOf(uri));
  }

  /** The folder of the corpus a file belongs to. */
  async rootOf(uri: vscode.Uri): Promise<vscode.Uri> {
    const folder = parentOf(uri);
    const key = folder.toString();
    let root = this.roots.get(key);
    if (!root) this.roots.set(key, (root = findRoot(folder)));
    return root;
  }

  /** Every corpus read so far. */
  async all(): Promise<readonly Corpus[]> {
    return Promise.all(this.corpora.values());
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private at(root: vscode.Uri): Promise<Corpus> {
    const key = root.toString();
    let corpus = this.corpora.get(key);
    if (!corpus) {
      corpus = this.builtin().then((entities) => readCorpus(root, entities));
      this.corpora.set(key, corpus);
      void corpus.then((read) => this.read.fire(read));
    }
    return corpus;
  }

  private async touched(uri: vscode.Uri): Promise<void> {
    if (uri.path.endsWith(`/${projectFileName}`)) this.roots.clear();
    for (const corpus of await this.all()) {
      if (isFileOf(corpus, uri)) this.reloadSoon(corpus.root);
    }
  }

  private reloadSoon(root: vscode.Uri): void {
    const key = root.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => {
        this.timers.delete(key);
        this.corpora.delete(key);
        void this.log.guard('reading the corpus', async () => this.changed.fire(await this.at(root)));
      }, settleMs),
    );
  }
}

function isFileOf(corpus: Corpus, uri: vscode.Uri): boolean {
  const key = uri.toString();
  return (
    key === vscode.Uri.joinPath(corpus.root, projectFileName).toString() ||
    key === corpus.codebookUri.toString() ||
    corpus.gazetteerUris.some((gazetteer) => gazetteer.toString() === key)
  );
}
