import { grown } from './grown';

/**
 * For each term an ascending list of (release, count), in two to three bytes an entry. Lists grow at their ends only, in
 * linked slices of one pool (after Lucene's ByteBlockPool): a first slice of 8 bytes, each further one twice as long.
 * Releases appended to a list must have ascending ordinals.
 */
export class PostingLists {
  private readonly chunks: Uint8Array[] = [];
  private free = chunkSize;
  private head = new Int32Array(256).fill(-1);
  private tail = new Int32Array(256);
  private tailEnd = new Int32Array(256);
  private last = new Int32Array(256);
  private level = new Uint8Array(256);

  /** Bytes held, the unused included. */
  get size(): number {
    return this.chunks.length * chunkSize + this.head.length * 17;
  }

  append(term: number, release: number, count: number): void {
    if (term >= this.head.length) this.growTo(term + 1);
    if (this.head[term]! < 0) this.open(term);
    const delta = release - this.last[term]!;
    this.last[term] = release;
    const single = count === 1;
    this.varint(term, delta * 2 + (single ? 0 : 1));
    if (!single) this.varint(term, count);
  }

  /** Calls back for every entry, in the order they were appended, until the callback returns false. */
  each(term: number, visit: (release: number, count: number) => boolean): void {
    if (term >= this.head.length || this.head[term]! < 0) return;
    const reader = new SliceReader(this.chunks, this.head[term]!, this.tail[term]!);
    let release = 0;
    while (!reader.atEnd()) {
      const first = reader.varint();
      release += first >>> 1;
      const count = (first & 1) === 0 ? 1 : reader.varint();
      if (visit(release, count) === false) return;
    }
  }

  private open(term: number): void {
    const start = this.allocate(0);
    this.head[term] = start;
    this.tail[term] = start;
    this.tailEnd[term] = start + sliceSize(0);
  }

  private varint(term: number, value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.byte(term, (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(term, rest);
  }

  private byte(term: number, value: number): void {
    let at = this.tail[term]!;
    if (at === this.tailEnd[term]!) {
      const level = Math.min(this.level[term]! + 1, levels);
      const next = this.allocate(level);
      writeLink(this.chunks[at >>> chunkBits]!, at & chunkMask, next);
      this.level[term] = level;
      this.tailEnd[term] = next + sliceSize(level);
      at = next;
    }
    this.chunks[at >>> chunkBits]![at & chunkMask] = value;
    this.tail[term] = at + 1;
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
    const before = this.head.length;
    this.head = grown(this.head, length);
    this.head.fill(-1, before);
    this.tail = grown(this.tail, length);
    this.tailEnd = grown(this.tailEnd, length);
    this.last = grown(this.last, length);
    this.level = grown(this.level, length);
  }
}

const chunkBits = 18;
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
