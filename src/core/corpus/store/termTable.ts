import type { ByteReader } from './byteReader';
import type { ByteWriter } from './byteWriter';

/**
 * The terms of one file in order of appearance, each with how often it counts there; mentions and passages name terms by
 * their place in this table, so that moving a file from one dictionary to another rewrites only the table.
 */
export class TermTable {
  private readonly places = new Map<string, number>();
  readonly keys: string[] = [];
  readonly types: string[] = [];
  readonly counts: number[] = [];

  /** Place of a term; `count` is added to its tally: 1 for what it stands for itself, 0 where it is only named. */
  place(key: string, type: string, count: 0 | 1): number {
    let place = this.places.get(key);
    if (place === undefined) {
      place = this.keys.length;
      this.places.set(key, place);
      this.keys.push(key);
      this.types.push(type);
      this.counts.push(0);
    } else if (this.types[place] === '') this.types[place] = type;
    this.counts[place]! += count;
    return place;
  }
}

/** Writes a table with the numbers its terms have in a dictionary. */
export function writeTermTable(
  out: ByteWriter,
  terms: ArrayLike<number>,
  counts: ArrayLike<number>,
  length: number,
): void {
  out.varint(length);
  for (let i = 0; i < length; i++) {
    out.varint(terms[i]!);
    out.varint(counts[i]!);
  }
}

/** Terms and counts of a table, reused from file to file: read what you need before the next call. */
export class TermTableReader {
  terms = new Int32Array(64);
  counts = new Int32Array(64);
  length = 0;

  read(reader: ByteReader): this {
    this.length = reader.varint();
    if (this.length > this.terms.length) {
      const room = Math.min(this.length * 2, 1 << 24);
      this.terms = new Int32Array(room);
      this.counts = new Int32Array(room);
    }
    for (let i = 0; i < this.length; i++) {
      this.terms[i] = reader.varint();
      this.counts[i] = reader.varint();
    }
    return this;
  }
}
