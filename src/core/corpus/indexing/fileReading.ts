import { emptyFacts } from '../analyseRelease';
import type { CorpusIndex } from '../corpusIndex';
import { sameStamp } from './comparison';
import { messageOf } from './indexStorage';
import type { IndexJob, IndexerHost, ListedFile } from './indexerHost';
import type { IndexPriority } from './indexQueue';
import { IndexQueue } from './indexQueue';

/** So much is read at once: a few hundredths of a second of work. */
const batchFiles = 64;
const batchBytes = 1 << 18;

export interface FileReadingEvents {
  /** So many files of the index were replaced or removed. */
  changed(files: number): void;
  /** A batch is done, whatever came of it. */
  advanced(): void;
  failed(path: string, message: string): void;
}

/** Reads the files that wait, as many at once as the host can, and puts them into the index. Nothing is read before `open`. */
export class FileReading {
  private readonly queue = new IndexQueue();
  private readonly busy = new Map<string, IndexJob>();
  private readonly openTexts = new Map<string, string>();
  private running = 0;
  private closed = true;
  private pumping = false;
  /** Files read since it was last idle. */
  private done = 0;

  constructor(
    private readonly host: Pick<IndexerHost, 'analyse' | 'parallel'>,
    private readonly index: () => CorpusIndex,
    private readonly events: FileReadingEvents,
  ) {}

  get isIdle(): boolean {
    return this.running === 0 && this.queue.size === 0;
  }

  get progress(): { readonly done: number; readonly total: number } {
    return { done: this.done, total: this.done + this.queue.size + this.busy.size };
  }

  /** Begins, or goes on, to take files from the queue. */
  open(): void {
    this.closed = false;
    this.pump();
  }

  /** Takes no more files; those being read are finished. */
  close(): void {
    this.closed = true;
  }

  clear(): void {
    this.queue.clear();
  }

  startCounting(): void {
    this.done = 0;
  }

  enqueue(file: IndexJob, priority: IndexPriority): void {
    const text = this.openTexts.get(file.path);
    // What is being read just now will replace the text that the hash speaks of.
    const { contentHash, ...bare } = file;
    const known = this.busy.has(file.path) || contentHash === undefined ? {} : { contentHash };
    this.queue.add({ ...bare, ...known, ...(text === undefined ? {} : { text }) }, priority);
    this.pumpSoon();
  }

  promote(path: string): void {
    this.queue.promote(path, 'open');
  }

  /** Whether just this version of a file is being read, or waits for it. */
  isUnderWay(file: ListedFile): boolean {
    const job = this.busy.get(file.path) ?? this.queue.get(file.path);
    return job !== undefined && sameStamp(job.stamp, file.stamp) && sameStamp(job.sidecar, file.sidecar);
  }

  /** Reads again what is being read just now. */
  repeatBusy(): void {
    for (const { path, stamp } of [...this.busy.values()]) this.enqueue({ path, stamp }, 'rest');
  }

  /** From now on a file's text is this one, whatever is on disk; `undefined`: what is on disk. */
  setOpenText(path: string, text: string | undefined): void {
    if (text === undefined) this.openTexts.delete(path);
    else this.openTexts.set(path, text);
  }

  /** Takes files out of the queue and the index. */
  remove(paths: readonly string[]): void {
    for (const path of paths) this.queue.remove(path);
    const known = paths.filter((path) => this.index().known(path) !== undefined);
    this.index().remove(known);
    if (known.length > 0) this.events.changed(known.length);
  }

  /** When all that is told in one breath waits: or the first batches would be of one file each. */
  private pumpSoon(): void {
    if (this.pumping) return;
    this.pumping = true;
    void Promise.resolve().then(() => {
      this.pumping = false;
      this.pump();
    });
  }

  private pump(): void {
    while (!this.closed && this.running < this.host.parallel) {
      const jobs = this.queue.take(this.busy, batchFiles, batchBytes);
      if (jobs.length === 0) break;
      for (const job of jobs) this.busy.set(job.path, job);
      this.running++;
      void this.read(jobs).finally(() => {
        this.running--;
        for (const { path } of jobs) this.busy.delete(path);
        this.done += jobs.length;
        this.pump();
        this.events.advanced();
      });
    }
  }

  /** What fails is read again file by file: one that can't be read, or ends its thread, takes no other with it. */
  private async read(jobs: readonly IndexJob[], isAgain = false): Promise<void> {
    try {
      const read = this.index().apply(await this.host.analyse(jobs));
      this.remove(jobs.map(({ path }) => path).filter((path) => !read.has(path) && !this.queue.has(path)));
      // What an editor holds is nowhere on disk, and what waits again has changed meanwhile.
      const passing = jobs.filter(({ path, text }) => text !== undefined || this.queue.has(path));
      this.index().markStale(passing.map(({ path }) => path));
      this.events.changed(jobs.length);
    } catch (error) {
      // Whoever stops the reading may stop the readers too: that says nothing about the files.
      if (this.closed) for (const job of jobs) this.queue.add(job, 'rest');
      else if (jobs.length > 1) for (const job of jobs) await this.read([job]);
      else if (!isAgain) await this.read(jobs, true);
      else this.giveUp(jobs[0]!, error);
    }
  }

  private giveUp({ path, stamp }: IndexJob, error: unknown): void {
    this.events.failed(path, messageOf(error));
    this.index().replace(emptyFacts(path, stamp, 'unreadable'));
    this.events.changed(1);
  }
}
