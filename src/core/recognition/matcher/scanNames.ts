import { lookBehind } from './boundaries';
import { folded, isPassedOver, isSeveral, kind, small } from './characters';
import type { NameIndex } from './compileNames';
import type { HitBuffer } from './hitBuffer';
import { longestWord } from './nameForm';
import { putForms } from './nameForms';
import { longestGap } from './gaps';
import { childOf, formsOf, hashSeed, hashUnit, isSticky, mayGoOn } from './nameTrie';
import { findOpenings, places } from './openingFilter';
import { units, windowSize } from './units';
import { newWord, readWord } from './wordReader';

const word = newWord();

/**
 * Puts every place of `text.slice(from, to)` that spells a name into `hits`, ordered by start; overlapping and nested ones
 * alike. One pass over the text: only where the first three letters can open a name is a word hashed, and
 * from there the trie of words is walked; what it offers is compared letter by letter. A walk ends after as many words, of as
 * many units, as the longest name has (at most 64 each), so that no text takes more than linear time.
 */
export function scanNames(index: NameIndex, text: string, from: number, to: number, hits: HitBuffer): void {
  if (to <= windowSize) {
    hits.base = 0;
    scanPart(index, text, from, to, from, to, hits);
    return;
  }
  for (let at = from; at < to;) {
    const base = Math.max(from, at - lookBehind);
    const part = text.slice(base, Math.min(to, base + windowSize));
    const end = base + part.length;
    // Names that start later may reach out of the part.
    const next = end === to ? to : end - index.reach;
    hits.base = base;
    scanPart(index, part, 0, part.length, at - base, next - base, hits);
    at = next;
  }
}

/** Makes `text.slice(from, to)` the stretch at hand and looks for names that start in it from `first` on and before `last`. */
function scanPart(
  index: NameIndex,
  text: string,
  from: number,
  to: number,
  first: number,
  last: number,
  hits: HitBuffer,
): void {
  const count = findOpenings(index.openings, text, from, to);
  for (let n = 0; n < count; n++) {
    const start = places[n]!;
    if (start >= first && start < last) open(index, start, to, hits);
  }
}

/** Looks for names at a place where three letters allow one. */
function open(index: NameIndex, start: number, to: number, hits: HitBuffer): void {
  branches = 0;
  readWord(start, to, index.longestUnits, word);
  const end = word.end;
  const child = word.whole ? childOf(index.trie, 0, word.hash) : 0;
  if (word.seams > 0) branch(index, start, 0, to, hits);
  if (child !== 0) walk(index, start, child, end, to, hits);
}

/** From one place, no more words than these are tried apart at seams. */
const mostBranches = 32;
let branches = 0;

/** Goes on from a node with the parts of the word last read that end at its seams: `ComradeKim` may open with `Comrade`. */
function branch(index: NameIndex, start: number, node: number, to: number, hits: HitBuffer): void {
  const children: number[] = [];
  for (let s = 0; s < word.seams; s++) {
    const child = childOf(index.trie, node, word.seamHash[s]!);
    if (child !== 0) children.push(child, word.seamAt[s]!);
  }
  for (let n = 0; n < children.length && branches < mostBranches; n += 2) {
    branches++;
    walk(index, start, children[n]!, children[n + 1]!, to, hits);
  }
}

/** Follows the trie from a node that the first word led to, which ends at `end`, and puts what it finds. */
function walk(
  index: NameIndex,
  start: number,
  first: number,
  end: number,
  to: number,
  hits: HitBuffer,
): void {
  const { longestUnits, pool, trie } = index;
  let node = first;
  let next = end;
  for (;;) {
    const forms = formsOf(trie, node);
    if (forms >= 0) putForms(pool, forms, start, to, hits);
    if (node < 0) return;
    const limit = Math.min(to, next + longestGap);
    if (next + 1 < limit && units[next]! === 0x20) next++;
    while (next < limit && folded[units[next]!]! <= isPassedOver) next++;
    if (next >= limit) return;
    // Most words that follow a name's beginning are told from all that may by their first letter.
    const initial = folded[units[next]!]!;
    if (initial > isSeveral && !mayGoOn(trie, node, initial)) return;
    readWord(next, to, longestUnits, word);
    const wordStart = next;
    const firstEnd = word.seams > 0 ? word.seamAt[0]! : word.end;
    const child = word.whole ? childOf(trie, node, word.hash) : 0;
    next = word.end;
    if (word.seams > 0) branch(index, start, node, to, hits);
    if (child === 0) {
      if (isSticky(trie, node)) stuckWord(index, start, wordStart, firstEnd, node, to, hits);
      return;
    }
    node = child;
  }
}

/** Tries the beginnings of a word as the last word of a name that may stick to a small word: `Unwho`. */
function stuckWord(
  index: NameIndex,
  start: number,
  wordStart: number,
  wordEnd: number,
  node: number,
  to: number,
  hits: HitBuffer,
): void {
  const { trie, pool } = index;
  let hash = hashSeed;
  const limit = Math.min(wordEnd - 2, wordStart + longestWord);
  for (let i = wordStart; i < limit; i++) {
    const unit = folded[units[i]!]!;
    if (unit === isPassedOver) continue;
    if (unit <= isSeveral) return;
    hash = hashUnit(hash, unit);
    if (kind[units[i + 1]!] !== small) continue;
    const child = childOf(trie, node, hash);
    const forms = child === 0 ? -1 : formsOf(trie, child);
    if (forms >= 0) putForms(pool, forms, start, to, hits);
  }
}
