import { capital, folded, isPassedOver, isSeveral, kind, single, small } from './characters';
import type { CaseRule } from './names';

/**
 * How names open: by what stands before a place (two bits, the highest), the kind (two) and class (five) of its unit and the class of
 * the next (five), one bit for each class of the third, set where a name may open so. A filter: what it lets pass is looked at.
 */
export type Openings = Int32Array;

/** How many numbers openings have. */
export const openingRows = 1 << 14;

/**
 * By code unit, what the filter sees of it: its class in the lower five bits, `ends` outside a word, else one of its letter; then its kind,
 * 0 also for marks, which a word goes on after as after what stands before them.
 */
export const unitClasses = new Uint8Array(65536);

/** The class of what no word goes on with. */
const ends = 0;
/** The class of units that say nothing of their letter. */
const opaque = 1;

function classOf(letter: number): number {
  return letter <= isSeveral ? opaque : 2 + (letter % 30);
}

/** Fills `unitClasses`, once. */
export function prepareOpenings(): void {
  if (unitClasses[0x61] !== 0) return;
  for (let code = 0; code < 65536; code++) {
    const k = kind[code]!;
    if (k === single) unitClasses[code] = ends | (single << 5);
    else if (folded[code] === isPassedOver) unitClasses[code] = opaque;
    else if (k !== 0) unitClasses[code] = classOf(folded[code]!) | (k << 5);
  }
}

/** Gathers how names open. */
export class OpeningsBuilder {
  private readonly rows = new Int32Array(openingRows);

  constructor() {
    // A letter that stands for several may be any.
    for (const k of [small, capital]) this.allow(k, opaque, -1, -1);
  }

  /** Adds a name's first word, in all the cases that a text may give it. */
  add(canonical: readonly number[], word: readonly number[], rule: CaseRule): void {
    const k = kind[canonical[0]!]!;
    if (k === single) {
      this.allow(single, ends, -1, -1);
      return;
    }
    const [first, second, third] = [0, 1, 2].map((n) => (n < word.length ? classOf(word[n]!) : ends));
    // What follows the end of a word may be anything.
    const seconds = (1 << second!) | (1 << opaque);
    const thirds = second === ends ? -1 : (1 << third!) | (1 << opaque);
    if (k === capital || rule !== 'exact') this.allow(capital, first!, seconds, thirds);
    if (k !== capital || rule === 'ignore') this.allow(small, first!, seconds, thirds);
  }

  build(): Openings {
    return this.rows;
  }

  /** Lets names open with a kind and class of letter, then any of some classes, then any of others: as bits. */
  private allow(k: number, first: number, seconds: number, thirds: number): void {
    for (let before = 0; before <= single; before++) {
      // Marks and scripts without spaces part words; a capital may show a seam behind a small letter.
      if (before !== single && before >= k) continue;
      for (let second = 0; second < 32; second++)
        if ((seconds >>> second) & 1)
          this.rows[(before << 12) | (k << 10) | (first << 5) | second]! |= second === opaque ? -1 : thirds;
    }
  }
}
