import {
  capital,
  folded,
  isPassedOver,
  isSeparator,
  isSeveral,
  kind,
  single,
  small,
  spelledOut,
} from './characters';
import { isPart } from './nameForm';
import { hashSeed, hashUnit } from './nameTrie';
import { units } from './units';

/** In one word no more capitals behind small letters are taken for seams. */
const mostSeams = 8;

/** A word of the stretch at hand as `readWord` found it. One object, written anew each time: words are read too often to make one each. */
export interface Word {
  end: number;
  hash: number;
  /** Whether it ends where reading did; a longer one is no word of a name as a whole. */
  whole: boolean;
  /** How many capitals behind small letters show where words may be stuck together, where they are, and the hashes of the letters before. */
  seams: number;
  readonly seamAt: Int32Array;
  readonly seamHash: Int32Array;
}

export function newWord(): Word {
  const seamAt = new Int32Array(mostSeams);
  return { end: 0, hash: 0, whole: true, seams: 0, seamAt, seamHash: new Int32Array(mostSeams) };
}

/** Reads one word from `start`, up to `longest` units of it. */
export function readWord(start: number, to: number, longest: number, word: Word): void {
  const limit = Math.min(to, start + longest);
  let hash = hashSeed;
  let before = 0;
  let alone = false;
  let seams = 0;
  let i = start;
  for (; i < limit; i++) {
    const code = units[i]!;
    if (code >= 0x61 && code <= 0x7a && !alone) {
      hash = hashUnit(hash, code);
      before = small;
      continue;
    }
    const unit = folded[code]!;
    if (unit === isSeparator) break;
    const k = kind[code]!;
    if (i > start && (alone ? !isPart(code) : k === single)) break;
    if (unit === isPassedOver) continue;
    if (i === start) alone = k === single;
    if (k === capital && before === small && seams < mostSeams) {
      word.seamAt[seams] = i;
      word.seamHash[seams++] = hash;
    }
    before = k;
    hash = unit === isSeveral ? hashSeveral(hash, code) : hashUnit(hash, unit);
  }
  word.seams = seams;
  word.end = i;
  word.hash = hash;
  word.whole = i < limit || limit === to;
}

function hashSeveral(hash: number, code: number): number {
  let all = hash;
  for (const letter of spelledOut(code)) all = hashUnit(all, folded[letter.charCodeAt(0)]!);
  return all;
}
