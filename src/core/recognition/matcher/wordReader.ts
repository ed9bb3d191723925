import { capital, isPassedOver, isSeparator, isSeveral, single, small, type Characters } from './characters';
import { isPart } from './nameForm';
import { hashSeed, hashUnit } from './nameTrie';

/** A word of a text as `readWord` found it. One object, written anew each time: words are read too often to make one each. */
export interface Word {
  end: number;
  hash: number;
  /** Where a capital behind a small letter first shows a seam; -1 where none does. `seamHash` is of the letters before it. */
  seam: number;
  seamHash: number;
}

export function newWord(): Word {
  return { end: 0, hash: 0, seam: -1, seamHash: 0 };
}

/** Reads one word from `start`; false where it is longer than `longest` units, which no word of a name is. */
export function readWord(
  text: string,
  start: number,
  to: number,
  longest: number,
  chars: Characters,
  word: Word,
): boolean {
  const { kind, folded } = chars;
  const limit = Math.min(to, start + longest);
  let hash = hashSeed;
  let before = 0;
  let alone = false;
  let seam = -1;
  let i = start;
  for (; i < limit; i++) {
    const code = text.charCodeAt(i);
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
    if (k === capital && before === small && seam < 0) {
      seam = i;
      word.seamHash = hash;
    }
    before = k;
    hash = unit === isSeveral ? hashSeveral(hash, code, chars) : hashUnit(hash, unit);
  }
  word.seam = seam;
  word.end = i;
  word.hash = hash;
  return i < limit || limit === to;
}

function hashSeveral(hash: number, code: number, chars: Characters): number {
  let all = hash;
  for (const letter of chars.several.get(code)!) all = hashUnit(all, chars.folded[letter.charCodeAt(0)]!);
  return all;
}
