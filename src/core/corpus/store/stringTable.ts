import { ByteReader, MalformedBytes } from './byteReader';
import { ByteWriter } from './byteWriter';
import { grown } from './grown';

/**
 * Different strings, numbered in the order they came, as bytes with a hash table (open addressing, FNV-1a): a third of the room
 * that a Map of strings takes, and read back without making a single string.
 */
export class StringTable {
  count = 0;
  private readonly bytes = new ByteWriter(1024);
  private starts = new Uint32Array(64);
  /** Numbers plus one, where their hashes put them; 0 is free. */
  private places = new Int32Array(256);

  get(number: number): string {
    return this.readerAt(number).string();
  }

  /** -1 where it isn't there. */
  find(text: string): number {
    return this.findHashed(text, hashOf(text));
  }

  /** The number of a string, a new one where it is new. */
  add(text: string): number {
    const hash = hashOf(text);
    const known = this.findHashed(text, hash);
    if (known >= 0) return known;
    const start = this.bytes.length;
    this.bytes.string(text);
    return this.note(start, hash);
  }

  /** A code unit of a string that is at least so long. */
  unit(number: number, at: number): number {
    const reader = this.readerAt(number);
    const isWide = reader.varint() % 2 === 1;
    reader.skip(isWide ? at * 2 : at);
    return isWide ? reader.byte() | (reader.byte() << 8) : reader.byte();
  }

  /** Writes all strings, one behind the other. */
  write(out: ByteWriter): void {
    out.varint(this.count);
    out.block(this.bytes.view());
  }

  /** Bytes held. */
  get size(): number {
    return this.bytes.capacity + this.starts.byteLength + this.places.byteLength;
  }

  /** Takes in what another table wrote, this one being empty; yields now and then. Throws {@link MalformedBytes}. */
  *restore(from: ByteReader): Generator<void, void> {
    const count = from.varint();
    const contents = from.block();
    if (count > contents.length) throw new MalformedBytes('too few strings');
    this.bytes.raw(contents);
    this.starts = new Uint32Array(count);
    this.places = new Int32Array(2 ** Math.ceil(Math.log2(count * 2 + 256)));
    const reader = new ByteReader(contents);
    for (let n = 0; n < count; n++) {
      const start = reader.at;
      this.note(start, this.hashAt(reader));
      if (n % 256 === 0) yield;
    }
    if (reader.at < reader.end) throw new MalformedBytes('too many strings');
  }

  private findHashed(text: string, hash: number): number {
    const { places } = this;
    const mask = places.length - 1;
    for (let at = spread(hash) & mask; ; at = (at + 1) & mask) {
      const place = places[at]!;
      if (place === 0) return -1;
      if (this.is(place - 1, text)) return place - 1;
    }
  }

  private note(start: number, hash: number): number {
    const number = this.count++;
    this.starts = grown(this.starts, this.count);
    this.starts[number] = start;
    if (this.count * 2 > this.places.length) this.rehash();
    else this.settle(number, hash);
    return number;
  }

  private settle(number: number, hash: number): void {
    const { places } = this;
    const mask = places.length - 1;
    let at = spread(hash) & mask;
    while (places[at] !== 0) at = (at + 1) & mask;
    places[at] = number + 1;
  }

  private rehash(): void {
    this.places = new Int32Array(this.places.length * 2);
    const reader = new ByteReader(this.bytes.view());
    for (let number = 0; number < this.count; number++) {
      reader.at = this.starts[number]!;
      this.settle(number, this.hashAt(reader));
    }
  }

  /** The hash of the string a reader stands before; the reader goes behind it. */
  private hashAt(reader: ByteReader): number {
    const head = reader.varint();
    const length = Math.floor(head / 2);
    const isWide = head % 2 === 1;
    const { bytes, at } = reader;
    reader.skip(isWide ? length * 2 : length);
    let hash = seed;
    if (isWide) for (let i = at; i < reader.at; i += 2) hash = mix(hash, bytes[i]! | (bytes[i + 1]! << 8));
    else for (let i = at; i < reader.at; i++) hash = mix(hash, bytes[i]!);
    return hash;
  }

  private is(number: number, text: string): boolean {
    const reader = this.readerAt(number);
    const head = reader.varint();
    if (Math.floor(head / 2) !== text.length) return false;
    const isWide = head % 2 === 1;
    const { bytes } = reader;
    let { at } = reader;
    for (let i = 0; i < text.length; i++) {
      const unit = isWide ? bytes[at++]! | (bytes[at++]! << 8) : bytes[at++]!;
      if (unit !== text.charCodeAt(i)) return false;
    }
    return true;
  }

  private readerAt(number: number): ByteReader {
    return new ByteReader(this.bytes.buffer, this.starts[number]!, this.bytes.length);
  }
}

const seed = 0x811c9dc5 | 0;
const mix = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
const spread = (hash: number): number => hash ^ (hash >>> 15);

function hashOf(text: string): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i));
  return hash;
}
