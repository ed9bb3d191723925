import type { CorpusView } from './corpusView';
import type { FileFacts, FileStamp, FileState } from './facts';
import { PacketReader, PacketWriter } from './store/packet';
import { Store } from './store/store';
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
  private store = new Store();
  private current: CorpusView | undefined;

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

  /** Puts in all files of a packet (see PacketWriter). Throws MalformedBytes, possibly halfway, where it is none. */
  apply(packet: Uint8Array): void {
    this.current = undefined;
    const { store } = this;
    const reader = new PacketReader(packet);
    const numbers = Int32Array.from(reader.terms, ({ key, type }) => store.terms.number(key, type));
    for (const { head, at, end } of reader.files()) store.add(head, reader.bodies.subarray(at, end), numbers);
  }

  /** Files left out silently: those the index doesn't know. */
  remove(paths: Iterable<string>): void {
    this.current = undefined;
    for (const path of paths) this.store.remove(path);
  }

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

  /** Bytes held, without the strings of paths and headlines. */
  get byteSize(): number {
    return this.store.size;
  }
}
