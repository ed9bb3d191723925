import type { Entity } from '../../recognition/entity';
import { CorpusIndex } from '../corpusIndex';
import type { GazetteerKeys } from '../gazetteerKeys';
import { affectedReleases, gazetteerChange, gazetteerKeys } from '../gazetteerKeys';
import { ChangedFiles } from './changedFiles';
import { findMissing, isAsKnown, knownText, pathsWithin } from './comparison';
import { FileReading } from './fileReading';
import type { StorageProblem } from './indexStorage';
import { IndexStorage, messageOf } from './indexStorage';
import type { IndexerHost, ListedFile } from './indexerHost';
import type { IndexPriority } from './indexQueue';
import { inSlices } from './slices';

export interface IndexerOptions {
  /** Names the version of the analysis; an index stored by another one is not used. */
  readonly engine: string;
  /** What decides which files are read and how (globs, detection, encoding), as text; likewise. */
  readonly settings: string;
  /**
   * A large corpus is stored before all of it is read: after so many files (10,000 unless told otherwise), and each time as much
   * again is new as half of what there is.
   */
  readonly saveAfter?: number;
}

export type IndexerState = 'idle' | 'indexing' | 'paused' | 'stopped';

export interface IndexProgress {
  readonly state: IndexerState;
  /** Files read, of those that had or have to be read since the indexer was last idle. `total` grows while folders are listed. */
  readonly done: number;
  readonly total: number;
}

export type IndexerProblem =
  | StorageProblem
  | { readonly kind: 'listing'; readonly message: string }
  | { readonly kind: 'file'; readonly path: string; readonly message: string };

export interface IndexerEvents {
  /** The index has changed: `indexer.index.view()` says other things than before. */
  changed?(): void;
  progress?(progress: IndexProgress): void;
  /** Told once for each problem; indexing goes on. */
  problem?(problem: IndexerProblem): void;
}

/** From so many changed files on, listing all is faster than asking for each. */
const flood = 1000;

/**
 * Keeps the index of one corpus true to its files: loads the stored index, reads what is new or changed (what is open first),
 * follows changes of files and of the gazetteer, stores the index. Knows no machine; see {@link IndexerHost}.
 */
export class Indexer {
  private readonly reading: FileReading;
  private readonly changes: ChangedFiles;
  private readonly storage: IndexStorage;
  private current = new CorpusIndex();
  private keys: GazetteerKeys = new Map();
  private loading: Promise<void> | undefined;
  private isLoaded = false;
  /** One gazetteer is compared after the other. */
  private comparing: Promise<void> = Promise.resolve();
  /** Listings and comparisons under way: not idle before they are done. */
  private working = 0;
  private unsaved = 0;
  private isPaused = false;
  private isStopped = true;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly host: IndexerHost,
    private readonly options: IndexerOptions,
    private readonly events: IndexerEvents = {},
  ) {
    this.changes = new ChangedFiles(host, (paths) => void this.follow(paths));
    this.storage = new IndexStorage(host, options, (problem) => events.problem?.(problem));
    this.reading = new FileReading(host, () => this.current, {
      changed: (files) => this.noteChanges(files),
      failed: (path, message) => events.problem?.({ kind: 'file', path, message }),
      advanced: () => {
        this.report();
        this.settle();
      },
    });
  }

  /** The index; another object after the stored one was loaded. */
  get index(): CorpusIndex {
    return this.current;
  }

  get progress(): IndexProgress {
    return { state: this.state, ...this.reading.progress };
  }

  get state(): IndexerState {
    if (this.isStopped) return 'stopped';
    if (this.isPaused) return 'paused';
    return this.isIdle ? 'idle' : 'indexing';
  }

  /** Loads what is stored (the first time), then lists the corpus and reads what differs. Resolves when it is idle. */
  async start(entities: readonly Entity[]): Promise<void> {
    this.isStopped = false;
    this.openOrClose();
    const scanned = this.scan();
    await this.useEntities(entities);
    await scanned;
    await this.idle();
  }

  /** Lists the corpus again: after folders were added, or settings changed that no file tells of. */
  async scan(): Promise<void> {
    await this.work(async () => {
      const seen = new Set<string>();
      try {
        for await (const files of this.host.list()) {
          await this.load();
          if (this.isStopped) return;
          for (const file of files) {
            seen.add(file.path);
            this.consider(file, 'rest');
          }
        }
        await this.load();
        this.reading.remove(await findMissing(this.host, this.current.paths(), seen));
      } catch (error) {
        // Whoever stops the reading may stop the readers too.
        if (!this.isStopped) this.events.problem?.({ kind: 'listing', message: messageOf(error) });
      }
    });
  }

  /**
   * Tells that files may have changed, appeared or gone (releases; for a sidecar, its release). What didn't is ignored. A folder
   * stands for what the index knows in it; of a new one, `scan` tells.
   */
  filesChanged(paths: Iterable<string>): void {
    this.changes.add(paths);
  }

  /** Tells what a release says in an editor, not yet saved; `undefined` once it is as on disk again. */
  textChanged(path: string, text: string | undefined): void {
    this.reading.setOpenText(path, text);
    if (text === undefined) this.filesChanged([path]);
    else this.reading.enqueue({ path, stamp: { size: text.length, mtime: -1 } }, 'open');
  }

  /** Puts files that wait before all others. */
  prioritise(paths: Iterable<string>): void {
    for (const path of paths) this.reading.promote(path);
  }

  /** Recognises with another gazetteer; reads again only what the difference can affect. Resolves when that is known. */
  async useEntities(entities: readonly Entity[]): Promise<void> {
    this.host.useEntities(entities);
    this.reading.repeatBusy();
    await this.work(() => (this.comparing = this.comparing.then(() => this.compareEntities(entities))));
  }

  pause(): void {
    this.isPaused = true;
    this.openOrClose();
  }

  resume(): void {
    this.isPaused = false;
    this.openOrClose();
  }

  /** Gives up what waits; what was read stays. `start` goes on from there. */
  stop(): void {
    this.isStopped = true;
    this.reading.clear();
    this.openOrClose();
    this.settle();
  }

  /** Resolves when nothing is left to do, or the indexer was stopped. */
  async idle(): Promise<void> {
    if (!this.isIdle && !this.isStopped) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Stores the index, if anything changed since it was last stored; resolves when it is stored. */
  async save(): Promise<void> {
    if (this.unsaved === 0) return this.storage.written;
    this.unsaved = 0;
    await this.storage.save(this.current, this.keys);
  }

  private get isIdle(): boolean {
    return this.reading.isIdle && this.working === 0 && this.changes.isEmpty;
  }

  /** The stored index is loaded once; nothing is read before. */
  private load(): Promise<void> {
    return (this.loading ??= this.storage.load().then(({ index, gazetteer }) => {
      this.current = index;
      this.keys = gazetteer;
      this.isLoaded = true;
      if (index.releaseCount > 0) this.events.changed?.();
      this.openOrClose();
    }));
  }

  private async compareEntities(entities: readonly Entity[]): Promise<void> {
    await this.load();
    const keys = await inSlices(this.host, gazetteerKeys(entities));
    const change = await inSlices(this.host, gazetteerChange(this.keys, keys));
    this.keys = keys;
    if (change === undefined) return;
    await inSlices(this.host, affectedReleases(this.current.view(), change), (release) => {
      if (release === undefined) return;
      const { path, stamp } = release;
      const sidecar = this.current.known(path)?.sidecar;
      this.current.markStale([path]);
      if (!this.isStopped) this.reading.enqueue({ path, stamp, ...(sidecar && { sidecar }) }, 'rest');
    });
  }

  private async follow(paths: ReadonlySet<string>): Promise<void> {
    if (this.isStopped) return;
    if (paths.size > flood) return this.scan();
    await this.work(async () => {
      await this.load();
      const asked = [...paths, ...pathsWithin(paths, this.current)];
      const found = await this.host.stat(asked).catch(() => undefined);
      // Who was asked is gone: what changed is found by listing all, or nobody wants to know any more.
      if (found === undefined) return this.isStopped ? undefined : this.scan();
      this.reading.remove(asked.filter((_, i) => found[i] === undefined));
      for (const file of found) if (file !== undefined) this.consider(file, 'recent');
    });
  }

  private consider(file: ListedFile, priority: IndexPriority): void {
    const known = this.current.known(file.path);
    if (isAsKnown(file, known) || this.reading.isUnderWay(file)) return;
    this.reading.enqueue({ ...file, ...knownText(file, known) }, priority);
  }

  private openOrClose(): void {
    if (this.isLoaded && !this.isPaused && !this.isStopped) this.reading.open();
    else this.reading.close();
    this.report();
  }

  private noteChanges(files: number): void {
    this.unsaved += files;
    this.events.changed?.();
    const { saveAfter = 10_000 } = this.options;
    const isMuch = this.unsaved >= Math.max(saveAfter, this.current.releaseCount / 2);
    // While a gazetteer is compared it isn't clear yet what the index has to be stored with.
    if (isMuch && this.working === 0) void this.save();
  }

  private async work(task: () => Promise<void>): Promise<void> {
    this.working++;
    try {
      await task();
    } finally {
      this.working--;
      this.settle();
    }
  }

  private report(): void {
    this.events.progress?.(this.progress);
  }

  private settle(): void {
    if (!this.isStopped && (this.isPaused || !this.isIdle)) return;
    this.report();
    this.reading.startCounting();
    for (const resolve of this.waiting.splice(0)) resolve();
    if (!this.isStopped) void this.tidy();
  }

  /** When idle: stores the index if much is new, and drops older versions if they are many. */
  private async tidy(): Promise<void> {
    if (this.current.isWasteful) await inSlices(this.host, this.current.compact());
    if (this.unsaved >= Math.max(50, this.current.releaseCount / 100)) await this.save();
  }
}
