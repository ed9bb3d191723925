import { characters, isPassedOver, isSeveral, small, type Characters } from './characters';
import type { NameIndex } from './compileNames';
import type { HitBuffer } from './hitBuffer';
import { longestWord } from './nameForm';
import { putForms } from './nameForms';
import { childOf, hashSeed, hashUnit, hasEdges, isSticky } from './nameTrie';
import { blockSize, findOpenings, places, startFilter } from './openingFilter';
import { newWord, readWord } from './wordReader';

const longestGap = 64;
const word = newWord();

/**
 * Puts every place of `text.slice(from, to)` that spells a name into `hits`, ordered by start, then the shorter first; overlapping
 * and nested ones alike. One pass over the text: only where the first three letters can open a name is a word hashed, and
 * from there the trie of words is walked; what it offers is compared letter by letter. A walk ends after as many words, of as
 * many units, as the longest name has (at most 64 each), so that no text takes more than linear time.
 */
export function scanNames(index: NameIndex, text: string, from: number, to: number, hits: HitBuffer): void {
  const chars = characters();
  startFilter(index.openings);
  for (let block = from; block < to; block += blockSize) {
    const end = Math.min(to, block + blockSize);
    const count = findOpenings(text, block, end, end === to);
    for (let n = 0; n < count; n++) open(index, text, places[n]!, from, to, chars, hits);
  }
}

/** Looks for names at a place where three letters allow one. */
function open(
  index: NameIndex,
  text: string,
  start: number,
  from: number,
  to: number,
  chars: Characters,
  hits: HitBuffer,
): void {
  if (!readWord(text, start, to, index.longestUnits, chars, word)) return;
  const child = childOf(index.trie.root, 0, word.hash);
  if (child >= 0) walk(index, text, start, child, word.end, from, to, chars, hits);
  else if (word.seam > 0) {
    const part = childOf(index.trie.root, 0, word.seamHash);
    if (part >= 0) walk(index, text, start, part, word.seam, from, to, chars, hits);
  }
}

/** Follows the trie from a node that the first word led to, which ends at `end`, and puts what it finds. */
function walk(
  index: NameIndex,
  text: string,
  start: number,
  first: number,
  end: number,
  from: number,
  to: number,
  chars: Characters,
  hits: HitBuffer,
): void {
  const { folded } = chars;
  const { longestUnits, forms } = index;
  const { nodes, inner } = index.trie;
  let node = first;
  let next = end;
  for (;;) {
    const info = nodes[node]!;
    if (info >= 4) putForms(forms, (info >> 2) - 1, text, start, from, to, chars, hits);
    if ((info & hasEdges) === 0) return;
    const limit = Math.min(to, next + longestGap);
    while (next < limit && folded[text.charCodeAt(next)]! <= isPassedOver) next++;
    if (next >= limit || !readWord(text, next, to, longestUnits, chars, word)) return;
    const wordStart = next;
    let child = childOf(inner, node, word.hash);
    next = word.end;
    if (child < 0 && word.seam > 0) {
      next = word.seam;
      child = childOf(inner, node, word.seamHash);
    }
    if (child < 0) {
      if (info & isSticky) stuckWord(index, text, start, wordStart, next, node, from, to, chars, hits);
      return;
    }
    node = child;
  }
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
  const { nodes, inner } = index.trie;
  let hash = hashSeed;
  const limit = Math.min(wordEnd - 2, wordStart + longestWord);
  for (let i = wordStart; i < limit; i++) {
    const unit = folded[text.charCodeAt(i)]!;
    if (unit === isPassedOver) continue;
    if (unit <= isSeveral) return;
    hash = hashUnit(hash, unit);
    if (kind[text.charCodeAt(i + 1)] !== small) continue;
    const child = childOf(inner, node, hash);
    if (child >= 0 && nodes[child]! >= 4)
      putForms(index.forms, (nodes[child]! >> 2) - 1, text, start, from, to, chars, hits);
  }
}
