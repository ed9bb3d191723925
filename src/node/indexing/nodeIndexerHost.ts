import type { IndexJob, IndexerHost, ListedFile } from '../../core/corpus/indexing/indexerHost';
import type { Entity } from '../../core/recognition/entity';
import { IndexCache } from './indexCache';
import type { PackedFiles } from './packedFiles';
import { unpackFiles } from './packedFiles';
import type { Reader } from './reader';
import { OwnThread } from './reader';
import type { WorkerCorpus } from './workerMessages';
import { WorkerThread } from './workerThread';

export interface NodeIndexing {
  readonly corpus: WorkerCorpus;
  /** The bundled `indexWorker.js`; absent: everything happens on this thread. */
  readonly workerScript?: string | undefined;
  /** Where the index is kept from one session to the next; absent: nowhere. */
  readonly cacheFile?: string | undefined;
  /** Threads; 2 unless told otherwise. */
  readonly threads?: number;
}

/** What an indexer needs, from worker threads and the disk. Dispose it when the indexer was stopped. */
export class NodeIndexerHost implements IndexerHost {
  readonly parallel: number;
  readonly load?: () => Promise<Uint8Array | undefined>;
  readonly save?: (pieces: Iterable<Uint8Array>) => Promise<void>;
  private readonly readers: readonly Reader[];
  /** Listings under way, all by the first of the readers. */
  private listings = 0;

  constructor({ corpus, workerScript, cacheFile, threads = 2 }: NodeIndexing) {
    this.readers =
      workerScript === undefined
        ? [new OwnThread(corpus)]
        : Array.from({ length: threads }, () => new WorkerThread(workerScript, corpus));
    // One batch waits in each thread while another is being read.
    this.parallel = workerScript === undefined ? 1 : threads * 2;
    if (cacheFile === undefined) return;
    const cache = new IndexCache(cacheFile);
    this.load = () => cache.load();
    this.save = (pieces) => cache.save(pieces);
  }

  async *list(): AsyncGenerator<readonly ListedFile[], void> {
    const ready: PackedFiles[] = [];
    let wake = (): void => undefined;
    let ended = false;
    let failure: unknown;
    this.listings++;
    const listing = this.readers[0]!.ask({ kind: 'list' }, (answer) => {
      if (answer.kind === 'files') ready.push(answer.files);
      wake();
    });
    void listing
      .then((answer) => {
        if (answer.kind === 'listed') ready.push(answer.files);
      })
      .catch((error: unknown) => (failure = error))
      .finally(() => {
        this.listings--;
        ended = true;
        wake();
      });
    for (;;) {
      const files = ready.shift();
      if (files !== undefined) yield unpackFiles(files);
      else if (ended) break;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
    if (failure !== undefined) throw failure;
  }

  async stat(paths: readonly string[]): Promise<readonly (ListedFile | undefined)[]> {
    const answer = await this.freest().ask({ kind: 'stat', paths });
    return answer.kind === 'stamps' ? answer.files : [];
  }

  async analyse(jobs: readonly IndexJob[]): Promise<Uint8Array> {
    const answer = await this.freest().ask({ kind: 'analyse', jobs });
    if (answer.kind !== 'packet') throw new Error(`unexpected answer ${answer.kind}`);
    return answer.packet;
  }

  useEntities(entities: readonly Entity[]): void {
    for (const reader of this.readers) reader.useEntities(entities);
  }

  now(): number {
    return performance.now();
  }

  yield(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
  }

  async dispose(): Promise<void> {
    await Promise.all(this.readers.map((reader) => reader.dispose()));
  }

  /** The reader with the least to do; a further thread is started only when each of the others has work in hand and work waiting. */
  private freest(): Reader {
    const started = this.readers.filter(({ isStarted }) => isStarted);
    const free = started.filter((reader) => this.loadOf(reader) < 2);
    return (free.length > 0 ? free : this.readers).reduce((least, reader) =>
      this.loadOf(reader) < this.loadOf(least) ? reader : least,
    );
  }

  /** A listing takes as long as many requests. */
  private loadOf(reader: Reader): number {
    return reader.load + (this.listings > 0 && reader === this.readers[0] ? 1 : 0);
  }
}
