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
    for (const k of [small, capital]) this.allowAny(k, opaque);
  }

  /** Adds a name's first word, in all the cases that a text may give it. */
  add(canonical: readonly number[], word: readonly number[], rule: CaseRule): void {
    const k = kind[canonical[0]!]!;
    if (k === single) this.allowAny(single, ends);
    else {
      if (k === capital || rule !== 'exact') this.allow(capital, word);
      if (k !== capital || rule === 'ignore') this.allow(small, word);
    }
  }

  build(): Openings {
    return this.rows;
  }

  private allow(k: number, word: readonly number[]): void {
    const second = word.length > 1 ? classOf(word[1]!) : ends;
    const third = word.length > 2 ? classOf(word[2]!) : ends;
    // What follows the end of a word may be anything.
    const thirds = second === ends ? -1 : (1 << third) | (1 << opaque);
    for (const at of rowsOf(k, classOf(word[0]!))) {
      this.rows[at + second]! |= thirds;
      this.rows[at + opaque] = -1;
    }
  }

  private allowAny(k: number, first: number): void {
    for (const at of rowsOf(k, first)) this.rows.fill(-1, at, at + 32);
  }
}

/** Where the rows of a kind and class of first units begin, behind whatever lets such a unit open a word. */
function rowsOf(k: number, first: number): number[] {
  // Marks and scripts without spaces part words; a capital may show a seam behind a small letter.
  const befores =
    k === small ? [0, single] : k === capital ? [0, small, single] : [0, small, capital, single];
  return befores.map((before) => (before << 12) | (k << 10) | (first << 5));
}
