import * as vscode from 'vscode';
import type { CorpusView } from '../../core/corpus/corpusView';
import { Indexer } from '../../core/corpus/indexing/indexer';
import { releasePathOf } from '../../core/corpus/project';
import type { IndexHosting, Services } from '../services';
import { isRelease } from '../support/languages';
import type { Log } from '../support/log';
import type { Corpora } from './corpora';
import type { Corpus } from './corpus';

/** How long after a release was opened its corpus begins to be read, so that opening it comes first. */
const startAfterMs = 800;
/** How long typing is waited out before an unsaved text is indexed. */
const settleMs = 1000;

/** The indexes of the corpora that open releases belong to, kept up to date in the background. */
export class CorpusIndexes implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<CorpusIndexing>();
  /** An index says other things than before, or goes on to another state. */
  readonly onDidChange = this.changed.event;
  private readonly open = new Map<string, CorpusIndexing>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly corpora: Corpora,
    private readonly services: Services,
    private readonly log: Log,
  ) {
    this.subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.opened(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.edited(document)),
      vscode.workspace.onDidSaveTextDocument((document) => this.tellText(document, undefined)),
      corpora.onDidChange((corpus) => {
        const index = this.open.get(corpus.root.toString());
        if (index) void log.guard('indexing with another gazetteer', () => index.use(corpus));
      }),
    );
    for (const document of vscode.workspace.textDocuments) this.opened(document);
  }

  /** Every index there is. */
  all(): readonly CorpusIndexing[] {
    return [...this.open.values()];
  }

  /** The index of the corpus that a file belongs to, begun if need be; undefined where this machine can't index it. */
  async of(uri: vscode.Uri): Promise<CorpusIndexing | undefined> {
    const corpus = await this.corpora.of(uri);
    const key = corpus.root.toString();
    const known = this.open.get(key);
    if (known) return known;
    const hosting = this.services.indexing?.({
      root: corpus.root,
      releases: corpus.project.releases,
      sidecars: corpus.project.sidecars,
      detect: corpus.project.detection === 'auto',
      encoding: vscode.workspace.getConfiguration('files', corpus.root).get<string>('encoding', 'utf8'),
    });
    if (!hosting) return undefined;
    const index = new CorpusIndexing(corpus, hosting, this.log, () => this.changed.fire(index));
    this.open.set(key, index);
    index.start();
    return index;
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const index of this.open.values()) index.dispose();
    this.subscriptions.dispose();
    this.changed.dispose();
  }

  private opened(document: vscode.TextDocument): void {
    if (!isRelease(document)) return;
    this.later(`open ${document.uri.toString()}`, startAfterMs, async () => {
      const index = await this.of(document.uri);
      index?.prioritise(document.uri);
    });
  }

  private edited(document: vscode.TextDocument): void {
    if (!isRelease(document)) return;
    this.later(document.uri.toString(), settleMs, () =>
      this.tellText(document, document.isDirty ? document.getText() : undefined),
    );
  }

  private tellText(document: vscode.TextDocument, text: string | undefined): void {
    if (!isRelease(document)) return;
    for (const index of this.open.values()) index.textChanged(document.uri, text);
  }

  private later(key: string, ms: number, run: () => void | Promise<void>): void {
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => {
        this.timers.delete(key);
        void this.log.guard('indexing', run);
      }, ms),
    );
  }
}

/** The index of one corpus: what it says, how far it is. */
export class CorpusIndexing implements vscode.Disposable {
  private readonly indexer: Indexer;
  private readonly watcher: vscode.FileSystemWatcher;
  private started: Promise<void> | undefined;

  constructor(
    private current: Corpus,
    private readonly hosting: IndexHosting,
    private readonly log: Log,
    changed: () => void,
  ) {
    const { host, engine, settings } = hosting;
    this.indexer = new Indexer(
      host,
      { engine, settings },
      {
        changed,
        progress: changed,
        problem: (problem) => log.warn(`Index of ${current.root.path}: ${JSON.stringify(problem)}`),
      },
    );
    this.watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(current.root, '**/*'));
    const touched = (uri: vscode.Uri): void => {
      const path = this.pathOf(uri);
      if (path !== undefined) this.indexer.filesChanged([releasePathOf(path, current.project) ?? path]);
    };
    this.watcher.onDidChange(touched);
    this.watcher.onDidCreate(touched);
    this.watcher.onDidDelete(touched);
  }

  get corpus(): Corpus {
    return this.current;
  }

  get view(): CorpusView {
    return this.indexer.index.view();
  }

  get progress(): Indexer['progress'] {
    return this.indexer.progress;
  }

  start(): void {
    this.started = this.log.guard('indexing the corpus', async () => {
      await this.indexer.start([...this.current.gazetteer.entities.values()]);
      await this.indexer.save();
    });
  }

  /** Resolves when everything there is has been read, or the person cancels. */
  async ready(cancel?: vscode.CancellationToken): Promise<void> {
    const idle = Promise.resolve(this.started).then(() => this.indexer.idle());
    const cancelled = new Promise<void>((resolve) => cancel?.onCancellationRequested(() => resolve()));
    await (cancel ? Promise.race([idle, cancelled]) : idle);
  }

  async use(corpus: Corpus): Promise<void> {
    const isSame = corpus.gazetteer === this.current.gazetteer;
    this.current = corpus;
    if (isSame) return;
    await this.indexer.useEntities([...corpus.gazetteer.entities.values()]);
    await this.indexer.idle();
    await this.indexer.save();
  }

  pauseOrResume(): void {
    if (this.indexer.state === 'paused') this.indexer.resume();
    else this.indexer.pause();
  }

  prioritise(uri: vscode.Uri): void {
    const path = this.pathOf(uri);
    if (path !== undefined) this.indexer.prioritise([path]);
  }

  textChanged(uri: vscode.Uri, text: string | undefined): void {
    const path = this.pathOf(uri);
    if (path !== undefined) this.indexer.textChanged(path, text);
  }

  uriOf(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.current.root, path);
  }

  dispose(): void {
    this.watcher.dispose();
    this.indexer.stop();
    void this.log.guard('keeping the index', async () => {
      await this.indexer.save();
      await this.hosting.dispose();
    });
  }

  private pathOf(uri: vscode.Uri): string | undefined {
    const root = `${this.current.root.path.replace(/\/$/, '')}/`;
    return uri.path.startsWith(root) ? uri.path.slice(root.length) : undefined;
  }
}
