import type { CorpusView } from './corpusView';
import type { FileFacts, FileStamp, FileState } from './facts';
import { PacketReader, PacketWriter } from './store/packet';
import { Store } from './store/store';
import { readStore, writeStore } from './store/storeCodec';
import { StoreView } from './store/storeView';

/** What the index remembers of a file, to tell whether it must be read again. */
export interface KnownFile {
  readonly stamp: FileStamp;
  readonly sidecar?: FileStamp;
  readonly state: FileState;
  readonly contentHash: number;
}

/**
 * The postings index of one corpus: who is mentioned where, and what is tagged with what. Changes are made file by file
 * (`replace`, `remove`) or in bulk (`apply`, `load`); questions are asked of a {@link CorpusView}, which never changes.
 */
export class CorpusIndex {
  private current: CorpusView | undefined;

  constructor(private store = new Store()) {}

  /** The index as it is now. The same object as long as nothing changes. */
  view(): CorpusView {
    return (this.current ??= new StoreView(this.store));
  }

  /** Puts one file in, in place of an earlier version. */
  replace(facts: FileFacts): void {
    const packet = new PacketWriter();
    packet.add(facts);
    this.apply(packet.finish());
  }

  /** Puts in all files of a packet (see PacketWriter), gives their paths. Throws MalformedBytes, possibly halfway, where it is none. */
  apply(packet: Uint8Array): ReadonlySet<string> {
    this.current = undefined;
    const { store } = this;
    const reader = new PacketReader(packet);
    const terms = Array.from({ length: reader.terms.count }, (_, term) =>
      store.terms.exact(reader.terms.key(term), reader.terms.typeOf(term)),
    );
    const numbers = { of: (term: number): number => terms[term]! };
    const paths = new Set<string>();
    for (const { path, head, at, end } of reader.files()) {
      store.add(path, head, reader.bodies.subarray(at, end), numbers);
      paths.add(path);
    }
    return paths;
  }

  /** Files left out silently: those the index doesn't know. */
  remove(paths: Iterable<string>): void {
    this.current = undefined;
    for (const path of paths) this.store.remove(path);
  }

  /** Forgets when files were read, here and in what is stored, so that they will be read again; answers stay as they are. */
  markStale(paths: Iterable<string>): void {
    for (const path of paths) this.store.markStale(path);
  }

  /** How many releases there are now, without the cost of a view. */
  get releaseCount(): number {
    return this.store.totals.releases;
  }

  /** What was last read of a file; a stale one's time is -1. */
  known(path: string): KnownFile | undefined {
    const row = this.store.livingRow(path);
    if (row === undefined) return undefined;
    const { columns } = this.store;
    const sidecar = columns.sidecarOf(row);
    return {
      stamp: columns.stampOf(row),
      ...(sidecar === undefined ? {} : { sidecar }),
      state: columns.stateOf(row),
      contentHash: columns.hashOf(row),
    };
  }

  /** Paths of all files it knows, releases or not. */
  paths(): readonly string[] {
    return Array.from(this.store.rowsByPath(), (row) => this.store.pathOf(row));
  }

  /** The index's data in bytes, piece by piece (see writeStore). */
  pieces(): Generator<Uint8Array<ArrayBuffer>, void> {
    return writeStore(this.store);
  }

  /** Whether so much of it is of older versions of files that it should be compacted. */
  get isWasteful(): boolean {
    const { deadRows, columns, deadBytes, arena } = this.store;
    return (
      (deadRows > 2000 && deadRows * 2 > columns.count) || (deadBytes > 1 << 22 && deadBytes * 2 > arena.size)
    );
  }

  /** Drops what is of older versions, in steps; views given before keep it. Gives up if the index changes between two steps. */
  *compact(): Generator<void, boolean> {
    const { store } = this;
    const changes = store.changes;
    const pieces: Uint8Array[] = [];
    let length = 0;
    for (const piece of this.pieces()) {
      pieces.push(piece);
      length += piece.length;
      yield;
    }
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const piece of pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    const compact = yield* readStore(bytes, 0);
    if (store.changes !== changes) return false;
    this.store = compact;
    this.current = undefined;
    return true;
  }

  /** Bytes held. */
  get byteSize(): number {
    return this.store.size;
  }
}
