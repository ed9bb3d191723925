import { HashTable } from '../../text/hashTable';
import type { Tokens } from '../../text/tokens';

/** The tokens of a text by their hashes, to find where a run of tokens stands. */
export class Occurrences {
  private readonly table: HashTable;
  /** Of a hash's slot, where its tokens begin in `byHash`; they end where those of the next slot begin. */
  private readonly begins: Int32Array;
  /** Tokens grouped by hash, equal ones in the order of the text. */
  private readonly byHash: Int32Array;

  constructor(private readonly tokens: Tokens) {
    const { hashes, count } = tokens;
    this.table = new HashTable(count);
    const slots = new Int32Array(count);
    this.begins = new Int32Array(this.table.size + 1);
    for (let i = 0; i < count; i++) {
      slots[i] = this.table.add(hashes[i]!);
      this.begins[slots[i]! + 1]!++;
    }
    for (let slot = 0; slot < this.table.size; slot++) this.begins[slot + 1]! += this.begins[slot]!;
    const next = this.begins.slice();
    this.byHash = new Int32Array(count);
    for (let i = 0; i < count; i++) this.byHash[next[slots[i]!]!++] = i;
  }

  /**
   * Places where the tokens `[from, to)` of `run` may begin (as indices of this text's tokens), those nearest to the
   * offset `expected` first. The first and the last token count only if they are `whole`: a passage may cut them.
   * At most `limit` occurrences of the rarest token are tried; `all` says whether there are no more.
   */
  find(
    run: Tokens,
    from: number,
    to: number,
    expected: number,
    limit: number,
    whole: { readonly first: boolean; readonly last: boolean } = { first: true, last: true },
  ): { readonly places: readonly number[]; readonly all: boolean } {
    const first = whole.first ? from : from + 1;
    const last = whole.last ? to : to - 1;
    const rarest = this.rarest(run.hashes, first, last);
    if (!rarest) return { places: [], all: first < last };
    const places: number[] = [];
    const next = this.nearestFirst(rarest, expected);
    for (let tried = 0; ; tried++) {
      const token = next();
      if (token === undefined) return { places, all: true };
      if (tried === limit) return { places, all: false };
      const shift = token - rarest.token;
      if (from + shift < 0 || to + shift > this.tokens.count) continue;
      if (this.equal(run.hashes, first, last, shift)) places.push(from + shift);
    }
  }

  private equal(hashes: Int32Array, from: number, to: number, shift: number): boolean {
    for (let i = from; i < to; i++) if (hashes[i] !== this.tokens.hashes[i + shift]) return false;
    return true;
  }

  private rarest(hashes: Int32Array, from: number, to: number): Run | undefined {
    let best: Run | undefined;
    // In a long passage one of the first words is rare enough.
    for (let token = from; token < to && token < from + 100; token++) {
      const slot = this.table.find(hashes[token]!);
      if (slot < 0) return { token, from: 0, to: 0 };
      const run = { token, from: this.begins[slot]!, to: this.begins[slot + 1]! };
      if (!best || run.to - run.from < best.to - best.from) best = run;
    }
    return best;
  }

  private nearestFirst({ from, to }: Run, expected: number): () => number | undefined {
    const { byHash, tokens } = this;
    const start = (at: number): number => tokens.starts[byHash[at]!]!;
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (start(middle) < expected) low = middle + 1;
      else high = middle;
    }
    let before = low - 1;
    let after = low;
    return () => {
      if (before < from && after >= to) return undefined;
      const back = after >= to || (before >= from && expected - start(before) <= start(after) - expected);
      return byHash[back ? before-- : after++]!;
    };
  }
}

/** Occurrences of one token of the run looked for: `[from, to)` in the order of hashes. */
interface Run {
  readonly token: number;
  readonly from: number;
  readonly to: number;
}
