import { closesFreely, opensFreely } from './boundaries';
import {
  capital,
  characters,
  isPassedOver,
  isSeparator,
  isSeveral,
  single,
  small,
  type Characters,
} from './characters';
import type { NameIndex } from './compileNames';
import { newGap } from './gaps';
import type { HitBuffer } from './hitBuffer';
import { isPart, longestWord, mostWords } from './nameForm';
import { childOf, hashSeed, hashUnit } from './nameTrie';
import { isOpaque, openingKey } from './openings';
import { verifyName } from './verifyName';

const longestGap = 64;

const gap = newGap();
/** What `readWord` found; reused, as it runs for every word that may open a name. */
const word = { end: 0, hash: 0, seam: -1, seamHash: 0 };

/**
 * Puts every place of `text.slice(from, to)` that spells a name into `hits`, ordered by start, then the shorter first; overlapping
 * and nested ones alike. One pass over the text: only where the first two letters can open a name is a word hashed, and from
 * there the trie of words is walked; what it offers is compared letter by letter. A walk ends after 64 words of at most 64 units, so
 * that no text takes more than linear time.
 */
export function scanNames(index: NameIndex, text: string, from: number, to: number, hits: HitBuffer): void {
  const chars = characters();
  const { kind, folded } = chars;
  const { openings } = index;
  let before = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    const k = kind[code]!;
    if (k > before) {
      const unit = folded[code]!;
      if (unit === isPassedOver) continue;
      const next = i + 1 < to ? folded[text.charCodeAt(i + 1)]! : 0;
      if (
        openings[openingKey(unit, next, k === capital ? 1 : 0)] === 1 ||
        unit === isSeveral ||
        (next !== 0 && isOpaque(next)) ||
        k === single
      )
        walk(index, text, i, from, to, chars, hits);
      before = k === single ? 0 : k;
      continue;
    }
    before = k;
  }
}

/** Follows the trie from the word at `start` and puts what it finds. */
function walk(
  index: NameIndex,
  text: string,
  start: number,
  from: number,
  to: number,
  chars: Characters,
  hits: HitBuffer,
): void {
  const { folded } = chars;
  const { edges, mask, formOf, sticky } = index.trie;
  let node = 0;
  let i = start;
  for (let depth = 0; depth < mostWords; depth++) {
    if (!readWord(text, i, to, chars)) return;
    let child = childOf(edges, mask, node, word.hash);
    let next = word.end;
    if (child < 0 && word.seam > 0) {
      child = childOf(edges, mask, node, word.seamHash);
      next = word.seam;
    }
    if (child < 0) {
      if (sticky[node] === 1) stuckWord(index, text, start, i, word.end, node, from, to, chars, hits);
      return;
    }
    if (formOf[child]! >= 0) putForms(index, text, start, from, to, formOf[child]!, chars, hits);
    node = child;
    const limit = Math.min(to, next + longestGap);
    while (next < limit && folded[text.charCodeAt(next)]! <= isPassedOver) next++;
    if (next >= limit) return;
    i = next;
  }
}

/** Reads one word from `start` into `word`: its end, its hash, and where a capital behind a small letter shows a seam. */
function readWord(text: string, start: number, to: number, chars: Characters): boolean {
  const { kind, folded, several } = chars;
  const limit = Math.min(to, start + longestWord * 2);
  const alone = kind[text.charCodeAt(start)] === single;
  let hash = hashSeed;
  let before = 0;
  word.seam = -1;
  let i = start;
  for (; i < limit; i++) {
    const code = text.charCodeAt(i);
    const unit = folded[code]!;
    if (unit === isSeparator) break;
    const k = kind[code]!;
    if (unit === isPassedOver) continue;
    if (i > start && (alone ? k !== small || !isPart(code) : k === single)) break;
    if (k === capital && before === small && word.seam < 0) {
      word.seam = i;
      word.seamHash = hash;
    }
    before = k;
    if (unit === isSeveral) {
      for (const letter of several.get(code)!) hash = hashUnit(hash, folded[letter.charCodeAt(0)]!);
    } else hash = hashUnit(hash, unit);
  }
  word.end = i;
  word.hash = hash;
  return i < limit || limit === to;
}

/** Tries the beginnings of a word as the last word of a name that may stick to a small word: `Unwho`. */
function stuckWord(
  index: NameIndex,
  text: string,
  start: number,
  wordStart: number,
  wordEnd: number,
  node: number,
  from: number,
  to: number,
  chars: Characters,
  hits: HitBuffer,
): void {
  const { kind, folded } = chars;
  const { edges, mask, formOf } = index.trie;
  let hash = hashSeed;
  const limit = Math.min(wordEnd - 2, wordStart + longestWord);
  for (let i = wordStart; i < limit; i++) {
    const unit = folded[text.charCodeAt(i)]!;
    if (unit === isPassedOver) continue;
    if (unit <= isSeveral) return;
    hash = hashUnit(hash, unit);
    if (kind[text.charCodeAt(i + 1)] !== small) continue;
    const child = childOf(edges, mask, node, hash);
    if (child >= 0 && formOf[child]! >= 0)
      putForms(index, text, start, from, to, formOf[child]!, chars, hits);
  }
}

/** Puts the forms of a node that the text really spells, with free boundaries. */
function putForms(
  index: NameIndex,
  text: string,
  start: number,
  from: number,
  to: number,
  first: number,
  chars: Characters,
  hits: HitBuffer,
): void {
  const { pool, starts, caseRule, glueRule, words, nextForm } = index;
  for (let form = first; form >= 0; form = nextForm[form]!) {
    const glue = glueRule[form]!;
    const at = starts[form]!;
    const poolEnd = starts[form + 1]!;
    const end = verifyName(text, start, to, pool, at, poolEnd, caseRule[form]!, glue > 0, chars, gap);
    if (end < 0) continue;
    const count = words[form]!;
    const firstInitial = at + 1 === poolEnd || chars.kind[pool[at + 1]!] === 0;
    const lastInitial = isInitialBefore(text, end, start, chars.kind);
    if (!opensFreely(text, start, from, count, glue, firstInitial, chars)) continue;
    if (!closesFreely(text, end, to, count, glue, lastInitial, chars)) continue;
    hits.push(start, end, form);
  }
}

/** Whether the last word before `end`, its dot apart, is one letter. */
function isInitialBefore(text: string, end: number, start: number, kind: Uint8Array): boolean {
  const last = kind[text.charCodeAt(end - 1)] === 0 ? end - 2 : end - 1;
  return last >= start && (last === start || kind[text.charCodeAt(last - 1)] === 0);
}
