import * as characters from '../recognition/matcher/characters';
import { isPart } from '../recognition/matcher/nameForm';
import { NumberSet } from './numberSet';

/**
 * Which words a text may hold, in 6 bits for each different word (a Bloom filter of four hashes, wrong for a word in eighteen):
 * tells without reading a file that it does not speak of a name. Words are what the matcher takes for words, those glued
 * together by stripped markup (`ComradeKim`) also apart; the commonest are left out.
 */
export function wordSignature(text: string): Uint8Array {
  gathered.clear();
  wordsOf(text, true, gathered);
  const words = gathered;
  if (words.size >= mostWords) return new Uint8Array(8).fill(0xff);
  const bits = Math.max(64, Math.ceil((words.size * bitsPerWord) / 8) * 8);
  const signature = new Uint8Array(bits / 8);
  const common = commonWords();
  for (let i = 0; i < words.size; i++) {
    const hash = words.at(i);
    if (common.has(hash)) continue;
    const step = stepOf(hash);
    for (let n = 0, at = scrambled(hash); n < hashesPerWord; n++, at = (at + step) | 0) {
      const bit = (at >>> 0) % bits;
      signature[bit >> 3]! |= 1 << (bit & 7);
    }
  }
  return signature;
}

/** Hashes of all the words of some names or phrases, in their order, to be looked for with {@link mayHoldAll}. */
export function wordHashes(texts: readonly string[]): readonly number[] {
  asked.clear();
  for (const text of texts) wordsOf(text, false, asked);
  const common = commonWords();
  return asked.toArray().filter((hash) => !common.has(hash));
}

/** False only if the text surely lacks one of the words. */
export function mayHoldAll(signature: Uint8Array, hashes: readonly number[]): boolean {
  const bits = signature.length * 8;
  if (bits === 0) return false;
  for (const hash of hashes) {
    const step = stepOf(hash);
    for (let n = 0, at = scrambled(hash); n < hashesPerWord; n++, at = (at + step) | 0) {
      const bit = (at >>> 0) % bits;
      if ((signature[bit >> 3]! & (1 << (bit & 7))) === 0) return false;
    }
  }
  return true;
}

/** The words of the text at hand, and those of the names at hand, reused from one to the next. */
const gathered = new NumberSet();
const asked = new NumberSet();

const bitsPerWord = 6;
const hashesPerWord = 4;

/** Two hashes make many: each further bit is a step away (Kirsch and Mitzenmacher). */
const stepOf = (hash: number): number => scrambled(hash ^ 0x5bd1e995) | 1;

/** The end of MurmurHash3: spreads every bit over all. */
function scrambled(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

const mix = (hash: number, unit: number): number => (Math.imul(hash ^ unit, 0x01000193) + 0x9e37) | 0;

/** A word that hides more words than these, one behind the other, is known as a whole and by the runs of so many. */
const mostParts = 6;
/** A text with more different words than these may hold any. */
const mostWords = 1 << 20;

/**
 * Adds hashes of the different words. With `seams` also what the matcher may read of a word that hides several: from its start and from
 * each capital behind a small letter up to each further one, and to the end of the word.
 */
function wordsOf(text: string, seams: boolean, words: NumberSet): void {
  characters.prepareCharacters();
  // Once for all: a name of another file may cost two calls at each use, which took the indexer a sixth of its time.
  const { capital, folded, isPassedOver, isSeparator, isSeveral, kind, single, small, spelledOut } =
    characters;
  // The word as read from its start, and from each of its last seams on.
  let whole = 0;
  let partCount = 0;
  let before = nothing;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0x20;
    const unit = folded[code]!;
    if (unit === isPassedOver) continue;
    const k = kind[code]!;
    const ends = unit === isSeparator || (before === single ? !isPart(code) : k === single);
    if (ends && before !== nothing) {
      if (words.size >= mostWords) break;
      words.add(whole);
      for (let n = 0; n < partCount; n++) words.add(parts[n]!);
      whole = partCount = 0;
      before = nothing;
    }
    if (unit === isSeparator) continue;
    if (seams && k === capital && before === small && words.size < mostWords) {
      words.add(whole);
      for (let n = 0; n < partCount; n++) words.add(parts[n]!);
      if (partCount === mostParts) parts.copyWithin(0, 1);
      else partCount++;
      parts[partCount - 1] = 0;
    }
    if (before !== single) before = k;
    const letters = unit === isSeveral ? spelledOut(code) : undefined;
    whole = letters === undefined ? mix(whole, unit) : mixAll(whole, letters);
    for (let n = 0; n < partCount; n++)
      parts[n] = letters === undefined ? mix(parts[n]!, unit) : mixAll(parts[n]!, letters);
  }
}

/** What {@link wordsOf} has read since the last seams of a word. */
const parts = new Int32Array(mostParts);

/** No kind of character: no word has begun. */
const nothing = -1;

function mixAll(hash: number, letters: string): number {
  let mixed = hash;
  for (let i = 0; i < letters.length; i++) mixed = mix(mixed, characters.folded[letters.charCodeAt(i)]!);
  return mixed;
}

/** Words that stand in nearly every text, and tell nothing. */
let knownCommonWords: NumberSet | undefined;

/** Made when first needed: a text that is only looked at must not wait for the tables of characters. */
function commonWords(): NumberSet {
  if (knownCommonWords !== undefined) return knownCommonWords;
  knownCommonWords = new NumberSet();
  wordsOf(
    'a about after all also among an and are as at be been before being between both but by can could did do during each for ' +
      'from had has have he her his i if in into is it its more most no not of on one only or other our over said same she ' +
      'should so some such than that the their them there these they this those through to two under up us was we were what ' +
      'when where which who will with would year years you new',
    false,
    knownCommonWords,
  );
  return knownCommonWords;
}
