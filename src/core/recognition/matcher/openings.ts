import { capital, folded, isPassedOver, isSeveral, kind, single } from './characters';
import type { CaseRule } from './names';

/**
 * A filter that tells of each place in a text, without a branch, whether a name may open there: look-ups by what stands before, by
 * the unit itself and the next two. Branches on the text's own letters would be mispredicted at every word, which costs more
 * than the look-ups.
 */
export interface Openings {
  /**
   * By code unit, from the lowest bit: six of its class inside a word (0 ends one, 1 says nothing of its letter, else its letter's); two of
   * what it leaves behind for the next (0 nothing that a word goes on from, 1 a small letter, 2 a capital); three times eight of the
   * class of names that may open with it, behind each of these; 0 for none.
   */
  readonly units: Int32Array;
  /** By class of opening (times 64) and class of the second unit: the class of the pair; 0 where no name opens so. */
  readonly pairs: Uint16Array;
  /** By class of pair (times 64) and class of the third unit: 1 where a name opens so. */
  readonly triples: Uint16Array;
}

/** Pairs beyond these let anything follow. */
export const mostPairs = 4096;
/** The class of openings, and of pairs, that anything may follow. */
const anything = 1;
/** The class of units that say nothing of their letter. */
const opaque = 1;
const mostFirst = 256;

let neutral: Int32Array | undefined;

/** `units` as they are before any name is added. */
function neutralUnits(): Int32Array {
  if (neutral) return neutral;
  neutral = new Int32Array(65536);
  for (let code = 0; code < 65536; code++) {
    const k = kind[code]!;
    if (k === 0 || k === single) continue;
    const unit = folded[code]!;
    neutral[code] = letterClass(unit) | ((unit === isPassedOver ? 0 : k) << 6);
  }
  return neutral;
}

function letterClass(folded: number): number {
  return folded <= isSeveral ? opaque : 2 + (folded % 62);
}

interface UnitsOfLetters {
  /** Code units by the folded letter they stand for. */
  readonly letters: ReadonlyMap<number, readonly number[]>;
  readonly several: readonly number[];
  readonly unspaced: readonly number[];
}

let units: UnitsOfLetters | undefined;

function unitsOfLetters(): UnitsOfLetters {
  if (units) return units;
  const letters = new Map<number, number[]>();
  const several: number[] = [];
  const unspaced: number[] = [];
  for (let code = 0; code < 65536; code++) {
    const unit = folded[code]!;
    if (kind[code] === 0 || unit === isPassedOver) continue;
    if (kind[code] === single) unspaced.push(code);
    else if (unit === isSeveral) several.push(code);
    else if (letters.has(unit)) letters.get(unit)!.push(code);
    else letters.set(unit, [code]);
  }
  units = { letters, several, unspaced };
  return units;
}

/** Gathers how names open. */
export class OpeningsBuilder {
  /** Class by folded first unit, times two, plus one for a capital. */
  private readonly firsts = new Map<number, number>();
  private readonly pairs = new Uint16Array(mostFirst * 64).fill(anything, anything * 64, anything * 64 + 64);
  private readonly triples: Uint8Array[] = [new Uint8Array(64), new Uint8Array(64).fill(1)];
  private singles = false;

  /** Adds a name's first word, in all the cases that a text may give it. */
  add(canonical: readonly number[], word: readonly number[], rule: CaseRule): void {
    const code = canonical[0]!;
    const isUpper = kind[code] === capital;
    if (kind[code] === single) this.singles = true;
    else {
      if (isUpper || rule !== 'exact') this.allow(word, 1);
      if (!isUpper || rule === 'ignore') this.allow(word, 0);
    }
  }

  build(): Openings {
    const units = neutralUnits().slice();
    const put = (code: number, own: number): void => {
      for (let before = 0; before < kind[code]!; before++)
        units[code] = units[code]! | (own << (8 + 8 * before));
    };
    const { letters, several, unspaced } = unitsOfLetters();
    for (const [key, own] of this.firsts)
      for (const code of letters.get(key >> 1) ?? [])
        if ((kind[code] === capital) === ((key & 1) === 1)) put(code, own);
    for (const code of several) put(code, anything);
    if (this.singles) for (const code of unspaced) put(code, anything);
    const triples = new Uint16Array(this.triples.length * 64);
    this.triples.forEach((row, n) => triples.set(row, n * 64));
    return { units, pairs: this.pairs, triples };
  }

  private allow(word: readonly number[], upper: number): void {
    const key = word[0]! * 2 + upper;
    let own = this.firsts.get(key);
    if (own === undefined) {
      own = this.firsts.size + 2 < mostFirst ? this.firsts.size + 2 : anything;
      this.firsts.set(key, own);
      this.pairs[own * 64 + opaque] = anything;
    }
    if (own === anything) return;
    const at = own * 64 + (word.length > 1 ? letterClass(word[1]!) : 0);
    if (word.length === 1) this.pairs[at] = anything;
    if (this.pairs[at] === 0 && this.triples.length === mostPairs) this.pairs[at] = anything;
    if (this.pairs[at] === 0) {
      this.pairs[at] = this.triples.length;
      const row = new Uint8Array(64);
      row[opaque] = 1;
      this.triples.push(row);
    }
    if (this.pairs[at] !== anything)
      this.triples[this.pairs[at]!]![word.length > 2 ? letterClass(word[2]!) : 0] = 1;
  }
}
