import {
  capital,
  characters,
  isPassedOver,
  isSeparator,
  isSeveral,
  single,
  small,
} from '../recognition/matcher/characters';
import { isPart } from '../recognition/matcher/nameForm';

/**
 * Which words a text may hold, in 8 bits for each different word (a Bloom filter of five hashes, wrong for a word in fifty):
 * tells without reading a file that it does not speak of a name. Words are what the matcher takes for words, those glued
 * together by stripped markup (`ComradeKim`) also apart; the commonest are left out.
 */
export function wordSignature(text: string): Uint8Array {
  const words = wordsOf(text, true);
  for (const hash of commonWords) words.delete(hash);
  const bits = Math.max(64, Math.ceil((words.size * bitsPerWord) / 8) * 8);
  const signature = new Uint8Array(bits / 8);
  for (const hash of words) each(hash, bits, (bit) => (signature[bit >> 3]! |= 1 << (bit & 7)) !== 0);
  return signature;
}

/** Hashes of all the words of some names or phrases, in their order, to be looked for with {@link mayHoldAll}. */
export function wordHashes(texts: readonly string[]): readonly number[] {
  const hashes = new Set<number>();
  for (const text of texts)
    for (const hash of wordsOf(text, false)) if (!commonWords.has(hash)) hashes.add(hash);
  return [...hashes];
}

/** False only if the text surely lacks one of the words. */
export function mayHoldAll(signature: Uint8Array, hashes: readonly number[]): boolean {
  const bits = signature.length * 8;
  if (bits === 0) return false;
  return hashes.every((hash) => each(hash, bits, (bit) => (signature[bit >> 3]! & (1 << (bit & 7))) !== 0));
}

const bitsPerWord = 8;
const hashesPerWord = 5;

/** Tests the bits of a word until a test fails (Kirsch and Mitzenmacher: two hashes make many). */
function each(hash: number, bits: number, test: (bit: number) => boolean): boolean {
  const step = scrambled(hash ^ 0x5bd1e995) | 1;
  let at = scrambled(hash);
  for (let i = 0; i < hashesPerWord; i++) {
    if (!test((at >>> 0) % bits)) return false;
    at += step;
  }
  return true;
}

/** The end of MurmurHash3: spreads every bit over all. */
function scrambled(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

const mix = (hash: number, unit: number): number => (Math.imul(hash ^ unit, 0x01000193) + 0x9e37) | 0;

/** In one word no more capitals behind small letters are taken for seams. */
const mostSeams = 6;

/**
 * Hashes of the different words. With `seams` also what the matcher may read of a word that hides several: from each capital
 * behind a small letter to the next one, and to the end of the word.
 */
function wordsOf(text: string, seams: boolean): Set<number> {
  const { kind, folded, several } = characters();
  const words = new Set<number>();
  // Hashes of the word as read from its start and from each seam; the last of them is of the part being read.
  const open: number[] = [];
  let before = 0;
  const close = (): void => {
    for (const hash of open) words.add(hash);
    open.length = 0;
    before = 0;
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const unit = folded[code]!;
    if (unit === isSeparator) {
      close();
      continue;
    }
    if (unit === isPassedOver) continue;
    const k = kind[code]!;
    if (k === single || (before === single && (k !== small || !isPart(code)))) close();
    const isSeam = seams && k === capital && before === small && open.length <= mostSeams;
    if (isSeam) words.add(open[open.length - 1]!);
    if (isSeam || open.length === 0) open.push(0);
    if (before !== single) before = k;
    for (let n = 0; n < open.length; n++)
      open[n] = unit === isSeveral ? mixAll(open[n]!, several.get(code)!, folded) : mix(open[n]!, unit);
  }
  close();
  return words;
}

function mixAll(hash: number, letters: string, folded: Uint16Array): number {
  let mixed = hash;
  for (let i = 0; i < letters.length; i++) mixed = mix(mixed, folded[letters.charCodeAt(i)]!);
  return mixed;
}

/** Words that stand in nearly every text, and tell nothing. */
const commonWords: ReadonlySet<number> = wordsOf(
  'a about after all also among an and are as at be been before being between both but by can could did do during each for ' +
    'from had has have he her his i if in into is it its more most no not of on one only or other our over said same she ' +
    'should so some such than that the their them there these they this those through to two under up us was we were what ' +
    'when where which who will with would year years you new',
  false,
);
