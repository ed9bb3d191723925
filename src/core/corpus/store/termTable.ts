import type { ByteReader } from './byteReader';
import type { ByteWriter } from './byteWriter';
import type { Terms } from './terms';

/**
 * The terms of one file in order of appearance, each with how often it counts there; mentions and passages name terms by
 * their place in this table, so that moving a file from one dictionary to another rewrites only the table.
 */
export class TermTable {
  private readonly places = new Map<number, number>();
  /** Places of what was counted already, by type and key: a release says the same name many times. */
  private readonly known = new Map<string, Map<string, number>>();
  readonly numbers: number[] = [];
  readonly counts: number[] = [];

  constructor(private readonly terms: Terms) {}

  /** Place of a term that is named here. */
  named(key: string): number {
    return this.place(this.terms.number(key));
  }

  /** Place of a term that stands here for itself, and counts. */
  counted(key: string, type = ''): number {
    let ofType = this.known.get(type);
    if (ofType === undefined) this.known.set(type, (ofType = new Map()));
    let place = ofType.get(key);
    if (place === undefined) ofType.set(key, (place = this.place(this.terms.number(key, type))));
    this.counts[place]!++;
    return place;
  }

  private place(number: number): number {
    let place = this.places.get(number);
    if (place === undefined) {
      place = this.numbers.push(number) - 1;
      this.places.set(number, place);
      this.counts.push(0);
    }
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
