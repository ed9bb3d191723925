import type { Entity } from '../../recognition/entity';
import type { FileStamp } from '../facts';

/** A file that may be a release, as its folder lists it. */
export interface ListedFile {
  /** Relative to the corpus root, with `/`. */
  readonly path: string;
  readonly stamp: FileStamp;
  /** Of its sidecar; absent where there is none. */
  readonly sidecar?: FileStamp;
}

/** A file to be read and recognised; `text` stands in for what is on disk where an editor holds an unsaved text. */
export interface IndexJob extends ListedFile {
  readonly text?: string;
  /** Hash of the text that the index holds, together with this sidecar: the same text need not be recognised again. */
  readonly contentHash?: number;
}

/** What the indexer needs of the machine it runs on: worker threads and files on a desktop, `workspace.fs` in a browser. */
export interface IndexerHost {
  /** Every file of the corpus that the project's globs match, in pieces, in any order. Folders that can't be read are left out. */
  list(): AsyncIterable<readonly ListedFile[]>;
  /** The same for some paths, in their order; undefined for what is gone or doesn't belong to the corpus. */
  stat(paths: readonly string[]): Promise<readonly (ListedFile | undefined)[]>;
  /**
   * Reads and recognises files; gives a packet (see PacketWriter). Files that are gone are left out of it; those that can't be
   * read, or are no text, are in it with the state that says so.
   */
  analyse(jobs: readonly IndexJob[]): Promise<Uint8Array>;
  /** From now on `analyse` recognises with these entities. */
  useEntities(entities: readonly Entity[]): void;
  /** How many `analyse` may run at once. */
  readonly parallel: number;
  /** Milliseconds, for measuring spans of time. */
  now(): number;
  /** Lets the host do what else it has to do. */
  yield(): Promise<void>;
  wait(milliseconds: number): Promise<void>;
  /** The stored index; undefined where there is none. Absent on a host that stores none, as `save` then is. */
  load?(): Promise<Uint8Array | undefined>;
  /** Stores an index whole, or leaves the stored one as it was. The pieces are made when asked for. */
  save?(pieces: Iterable<Uint8Array>): Promise<void>;
}
