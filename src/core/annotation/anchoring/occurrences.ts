import type { Tokens } from '../../text/tokens';

/** The tokens of a text by their hashes, to find where a run of tokens stands. */
export class Occurrences {
  /** Tokens in the order of their hashes, equal ones in the order of the text. */
  private readonly byHash: Int32Array;

  constructor(private readonly tokens: Tokens) {
    const { hashes } = tokens;
    this.byHash = Int32Array.from(hashes.keys()).sort((a, b) => hashes[a]! - hashes[b]! || a - b);
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
      const run = { token, from: this.bound(hashes[token]!, false), to: this.bound(hashes[token]!, true) };
      if (!best || run.to - run.from < best.to - best.from) best = run;
    }
    return best;
  }

  private bound(hash: number, after: boolean): number {
    let low = 0;
    let high = this.byHash.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const value = this.tokens.hashes[this.byHash[middle]!]!;
      if (value < hash || (after && value === hash)) low = middle + 1;
      else high = middle;
    }
    return low;
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
