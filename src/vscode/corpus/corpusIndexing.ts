import * as vscode from 'vscode';
import type { CorpusView } from '../../core/corpus/corpusView';
import type { IndexerProblem } from '../../core/corpus/indexing/indexer';
import { Indexer } from '../../core/corpus/indexing/indexer';
import type { Project } from '../../core/corpus/project';
import { releasePathOf } from '../../core/corpus/project';
import type { IndexHosting } from '../services';
import type { Log } from '../support/log';
import type { Corpus } from './corpus';

/** How long new folders are waited for before the corpus is listed again. */
const scanAfterMs = 500;

/** The index of one corpus: what it says, how far it is. */
export class CorpusIndexing {
  private readonly indexer: Indexer;
  private readonly watcher: vscode.FileSystemWatcher;
  private started: Promise<void> | undefined;
  private scanTimer: ReturnType<typeof setTimeout> | undefined;
  private counted:
    { readonly view: CorpusView; readonly large: number; readonly unreadable: number } | undefined;

  constructor(
    private current: Corpus,
    /** Of the releases, as in `files.encoding`. */
    readonly encoding: string,
    private readonly hosting: IndexHosting,
    private readonly log: Log,
    events: { readonly changed: () => void; readonly problem: (problem: IndexerProblem) => void },
  ) {
    const { host, engine, settings } = hosting;
    this.indexer = new Indexer(
      host,
      { engine, settings },
      { changed: events.changed, progress: events.changed, problem: events.problem },
    );
    this.watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(current.root, '**/*'));
    const touched = (uri: vscode.Uri): void => {
      const path = this.pathOf(uri);
      if (path !== undefined) this.indexer.filesChanged([releasePathOf(path, current.project) ?? path]);
    };
    this.watcher.onDidChange(touched);
    this.watcher.onDidCreate((uri) => {
      touched(uri);
      void this.created(uri);
    });
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

  /** What is not in the index although it should be, as sentences for a person. */
  shortcomings(): readonly string[] {
    const { view } = this;
    if (this.counted?.view !== view) {
      const others = [...view.otherFiles()];
      const count = (...states: readonly string[]): number =>
        others.filter(({ state }) => states.includes(state)).length;
      this.counted = { view, large: count('too-large'), unreadable: count('unreadable') };
    }
    const { large, unreadable } = this.counted;
    return [
      this.hosting.limits?.(),
      large > 0 ? vscode.l10n.t('{0} files are too large to be read.', large) : undefined,
      unreadable > 0 ? vscode.l10n.t('{0} files can’t be read.', unreadable) : undefined,
    ].filter((sentence) => sentence !== undefined);
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

  /** The same, with files that changed a moment ago: the corpus is listed again. */
  async upToDate(cancel?: vscode.CancellationToken): Promise<void> {
    await this.ready(cancel);
    if (cancel?.isCancellationRequested) return;
    await this.indexer.scan();
    await this.ready(cancel);
  }

  async use(corpus: Corpus): Promise<void> {
    const isSame = corpus.gazetteer === this.current.gazetteer;
    this.current = corpus;
    if (isSame) return;
    await this.indexer.useEntities([...corpus.gazetteer.entities.values()]);
    await this.indexer.idle();
    await this.indexer.save();
  }

  setPaused(isPaused: boolean): void {
    if (isPaused) this.indexer.pause();
    else this.indexer.resume();
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

  /** Whether another version of the corpus's files reads the same releases in the same way. */
  readsLike({ project }: Corpus): boolean {
    return settingsOf(project) === settingsOf(this.current.project);
  }

  /** Stops, and keeps what was read for the next session; resolves when that is done. */
  async close(): Promise<void> {
    clearTimeout(this.scanTimer);
    this.watcher.dispose();
    this.indexer.stop();
    await this.log.guard('keeping the index', async () => {
      await this.indexer.save();
      await this.hosting.dispose();
    });
  }

  /** A folder that is moved into the corpus is told by its own path alone. */
  private async created(uri: vscode.Uri): Promise<void> {
    if (/\.(?:txt|release|pr|ya?ml|tmp|lock|json|md|html?|csv|pdf)$/i.test(uri.path)) return;
    const stat = await vscode.workspace.fs.stat(uri).then(
      (found) => found,
      () => undefined,
    );
    if (stat === undefined || (stat.type & vscode.FileType.Directory) === 0) return;
    clearTimeout(this.scanTimer);
    this.scanTimer = setTimeout(
      () => void this.log.guard('listing a corpus again', () => this.indexer.scan()),
      scanAfterMs,
    );
  }

  private pathOf(uri: vscode.Uri): string | undefined {
    const root = `${this.current.root.path.replace(/\/$/, '')}/`;
    return uri.path.startsWith(root) ? uri.path.slice(root.length) : undefined;
  }
}

function settingsOf({ releases, sidecars, detection }: Project): string {
  return JSON.stringify([releases, sidecars, detection]);
}
