import { CorpusIndex } from '../corpusIndex';
import type { GazetteerKeys } from '../gazetteerKeys';
import type { IndexOrigin, Unusable } from '../indexCodec';
import { readIndex, writeIndex } from '../indexCodec';
import type { IndexerHost } from './indexerHost';
import { inSlices } from './slices';

/** Something about a stored index that a person should be told, once. */
export interface StorageProblem {
  readonly kind: 'stored-index';
  readonly reason: Unusable | 'unreadable' | 'unwritable';
  /** For the log. */
  readonly message: string;
}

export interface LoadedIndex {
  readonly index: CorpusIndex;
  readonly gazetteer: GazetteerKeys;
}

/** Where an indexer keeps its index from one session to the next. */
export class IndexStorage {
  /** Resolves when all that was to be stored so far is stored, or failed. */
  written: Promise<void> = Promise.resolve();

  constructor(
    private readonly host: IndexerHost,
    private readonly origin: Pick<IndexOrigin, 'engine' | 'settings'>,
    private readonly report: (problem: StorageProblem) => void,
  ) {}

  /** What is stored; an empty index where nothing is, or nothing of use. */
  async load(): Promise<LoadedIndex> {
    const empty = { index: new CorpusIndex(), gazetteer: new Map<string, never>() };
    try {
      const bytes = await this.host.load?.();
      if (bytes === undefined) return empty;
      const reading = await inSlices(this.host, readIndex(bytes, this.origin));
      if (reading.ok) return reading.stored;
      this.report({ kind: 'stored-index', reason: reading.reason, message: reading.reason });
    } catch (error) {
      this.report({ kind: 'stored-index', reason: 'unreadable', message: messageOf(error) });
    }
    return empty;
  }

  /** Stores an index, after what is being stored already. */
  save(index: CorpusIndex, gazetteer: GazetteerKeys): Promise<void> {
    const write = async (): Promise<void> => {
      try {
        await this.host.save?.(writeIndex(index, { ...this.origin, gazetteer }));
      } catch (error) {
        this.report({ kind: 'stored-index', reason: 'unwritable', message: messageOf(error) });
      }
    };
    return (this.written = this.written.then(write));
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
