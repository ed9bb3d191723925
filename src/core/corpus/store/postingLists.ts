import { grown } from './grown';

/**
 * For each term an ascending list of (release, count), in two to three bytes an entry. Lists grow at their ends only, in
 * linked slices of one pool (after Lucene's ByteBlockPool): a first slice of 8 bytes, each further one twice as long. The many
 * terms that stand once in one release have no list. Releases appended to a list must have ascending ordinals.
 */
export class PostingLists {
  private readonly chunks: Uint8Array[] = [];
  private free = chunkSize;
  /** By term: -1 for none, the release of a term with one single posting of count 1, or -2 minus the number of its list. */
  private lists = new Int32Array(256).fill(-1);
  private listCount = 0;
  private head = new Int32Array(64);
  private tail = new Int32Array(64);
  private tailEnd = new Int32Array(64);
  private last = new Int32Array(64);
  private level = new Uint8Array(64);

  /** Bytes held, the unused included. */
  get size(): number {
    return this.chunks.length * chunkSize + this.lists.length * 4 + this.head.length * 17;
  }

  append(term: number, release: number, count: number): void {
    if (term >= this.lists.length) {
      const before = this.lists.length;
      this.lists = grown(this.lists, term + 1);
      this.lists.fill(-1, before);
    }
    const known = this.lists[term]!;
    if (known === -1 && count === 1) {
      this.lists[term] = release;
      return;
    }
    const list = known < -1 ? -2 - known : this.open(term);
    if (known >= 0) this.put(list, known, 1);
    this.put(list, release, count);
  }

  /** Calls back for every entry, in the order they were appended, until the callback returns false. */
  each(term: number, visit: (release: number, count: number) => boolean): void {
    const known = this.lists[term] ?? -1;
    if (known === -1) return;
    if (known >= 0) {
      visit(known, 1);
      return;
    }
    const list = -2 - known;
    const reader = new SliceReader(this.chunks, this.head[list]!, this.tail[list]!);
    let release = 0;
    while (!reader.atEnd()) {
      const first = reader.varint();
      release += first >>> 1;
      const count = (first & 1) === 0 ? 1 : reader.varint();
      if (visit(release, count) === false) return;
    }
  }

  private put(list: number, release: number, count: number): void {
    const delta = release - this.last[list]!;
    this.last[list] = release;
    this.varint(list, delta * 2 + (count === 1 ? 0 : 1));
    if (count !== 1) this.varint(list, count);
  }

  private open(term: number): number {
    const list = this.listCount++;
    if (list >= this.head.length) this.growTo(list + 1);
    const start = this.allocate(0);
    this.head[list] = start;
    this.tail[list] = start;
    this.tailEnd[list] = start + sliceSize(0);
    this.lists[term] = -2 - list;
    return list;
  }

  private varint(list: number, value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.byte(list, (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(list, rest);
  }

  private byte(list: number, value: number): void {
    let at = this.tail[list]!;
    if (at === this.tailEnd[list]!) {
      const level = Math.min(this.level[list]! + 1, levels);
      const next = this.allocate(level);
      writeLink(this.chunks[at >>> chunkBits]!, at & chunkMask, next);
      this.level[list] = level;
      this.tailEnd[list] = next + sliceSize(level);
      at = next;
    }
    this.chunks[at >>> chunkBits]![at & chunkMask] = value;
    this.tail[list] = at + 1;
  }

  private allocate(level: number): number {
    const size = sliceSize(level) + linkSize;
    if (this.free + size > chunkSize) {
      this.chunks.push(new Uint8Array(chunkSize));
      this.free = 0;
    }
    const start = (this.chunks.length - 1) * chunkSize + this.free;
    this.free += size;
    return start;
  }

  private growTo(length: number): void {
    this.head = grown(this.head, length);
    this.tail = grown(this.tail, length);
    this.tailEnd = grown(this.tailEnd, length);
    this.last = grown(this.last, length);
    this.level = grown(this.level, length);
  }
}

const chunkBits = 16;
const chunkSize = 1 << chunkBits;
const chunkMask = chunkSize - 1;
const linkSize = 4;
const levels = 9;
const sliceSize = (level: number): number => 8 << level;

function writeLink(chunk: Uint8Array, at: number, target: number): void {
  for (let i = 0; i < linkSize; i++) chunk[at + i] = (target >>> (8 * i)) & 0xff;
}

/** Walks the bytes of one list through its slices, up to where it ended when the walk began. */
class SliceReader {
  private level = 0;
  private sliceEnd: number;

  constructor(
    private readonly chunks: readonly Uint8Array[],
    private at: number,
    private readonly end: number,
  ) {
    this.sliceEnd = at + sliceSize(0);
  }

  atEnd(): boolean {
    return this.at === this.end;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }

  private byte(): number {
    if (this.at === this.sliceEnd) this.follow();
    const byte = this.chunks[this.at >>> chunkBits]![this.at & chunkMask]!;
    this.at++;
    return byte;
  }

  private follow(): void {
    const chunk = this.chunks[this.at >>> chunkBits]!;
    const from = this.at & chunkMask;
    let target = 0;
    for (let i = 0; i < linkSize; i++) target |= chunk[from + i]! << (8 * i);
    this.level = Math.min(this.level + 1, levels);
    this.at = target;
    this.sliceEnd = target + sliceSize(this.level);
  }
}
