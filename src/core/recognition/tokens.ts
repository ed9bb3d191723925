import type { Span } from '../text/span';
import { foldWord } from './fold';
import { Kind } from './tokenKind';
import { TokenDrafts } from './tokenDrafts';
import { vocabulary } from './vocabulary';
import type { Vocabulary } from './vocabulary';
import { apostrophe, classOf, endOfNumber, isPossessive, readPlainWord, readWord } from './words';

export { Kind } from './tokenKind';

/**
 * The words and marks of a release as parallel arrays, so that rules can look left and right without allocating.
 * `start`/`end` are UTF-16 code units; `classes` the word classes of the lexicon; `spaced` is 1 where whitespace stands before.
 * Markup asterisks and whitespace are not tokens. Index 0 and `count - 1` are stops.
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  readonly classes: Int32Array;
  readonly spaced: Uint8Array;
  /** First code unit of the token. */
  readonly first: Uint16Array;
  /** Positions of the tokens that a rule may start at, ascending: words with a capital, numbers, words of the lexicon's `headClasses`. */
  readonly salient: Int32Array;
  /** Positions of the words in capitals, ascending. */
  readonly uppers: Int32Array;
  /** Positions of the stops: the first, and one behind each stretch. */
  readonly stops: Int32Array;
  /** Numbers of the words in the vocabulary; 0 for a stop, -1 for a word too long to be in it. */
  readonly word: Int32Array;
  readonly vocabulary: Vocabulary;
}

const drafts = new TokenDrafts();

/**
 * Reads the tokens of the given stretches of a text (usually its regions without boilerplate), in one pass, linear in their length.
 * `seams` are ascending offsets at which a word ends whatever follows: where a known name was found glued to its neighbours.
 * The tokens hold until the next text is read.
 */
export function tokenize(text: string, stretches: readonly Span[], seams: ArrayLike<number> = []): Tokens {
  const words = vocabulary();
  drafts.begin(text, words);
  drafts.pushStop(0);
  let seam = 0;
  for (const stretch of stretches) {
    const limit = Math.min(stretch.end, text.length);
    let i = stretch.start;
    let gap = 1;
    while (i < limit) {
      const code = text.charCodeAt(i);
      const c = classOf(code);
      if (c === 1) {
        gap = 1;
        i++;
        continue;
      }
      if (c === 6) {
        i++;
        continue;
      }
      const from = i;
      if (c === 4) {
        i = endOfNumber(text, i, limit);
        if (i - from === 6 && isYearBeforeTime(text, from)) i -= 2;
        drafts.push(from, i, Kind.number, gap);
      } else if (c === 3 || c === 2 || c === 7) {
        while (seam < seams.length && seams[seam]! <= i) seam++;
        const end = seam < seams.length ? Math.min(limit, seams[seam]!) : limit;
        i = readPlainWord(text, i, end, gap, drafts);
        if (i === from) i = readWord(text, i, end, gap, drafts);
      } else {
        // Behind a known name, whose seam has parted it from its word.
        i += gap === 0 && apostrophe(code) && isPossessive(text, i, limit) ? 2 : 1;
        drafts.push(from, i, Kind.mark, gap);
      }
      gap = 0;
    }
    drafts.pushStop(limit);
  }
  return drafts.tokens();
}

/** `3 May 204521:03`: a time of day that stripped markup stuck to its year. */
function isYearBeforeTime(text: string, at: number): boolean {
  return (
    text.charCodeAt(at + 6) === 0x3a && /^(?:19|20)\d\d[012]\d:[0-5]\d(?!\d)/.test(text.slice(at, at + 10))
  );
}

/** The word of a token; nothing beyond the first and the last. */
export function wordOf(tokens: Tokens, t: number): string {
  const number = tokens.word[t] ?? 0;
  return number < 0 ? tokens.text.slice(tokens.start[t], tokens.end[t]) : tokens.vocabulary.word(number);
}

/** The word of a token as `foldWord` gives it. */
export function foldedOf(tokens: Tokens, t: number): string {
  const number = tokens.word[t] ?? 0;
  return number < 0 ? foldWord(wordOf(tokens, t)) : tokens.vocabulary.folded(number);
}

/** Whether a token is one of the given marks (by first code unit). */
export function isMark(tokens: Tokens, t: number, mark: string): boolean {
  return tokens.kind[t] === Kind.mark && tokens.first[t] === mark.charCodeAt(0);
}

/** Whether a token is the possessive `'s` (or the bare apostrophe behind an s). */
export function isGenitiveMark(tokens: Tokens, t: number): boolean {
  if (tokens.kind[t] !== Kind.mark || tokens.spaced[t] === 1) return false;
  return apostrophe(tokens.first[t]!);
}

/** Whether a token begins a sentence: after a stop, a full stop that closes no abbreviation, a colon, an opening quotation mark. */
export function opensSentence(tokens: Tokens, t: number): boolean {
  let p = t - 1;
  while (p > 0 && tokens.kind[p] === Kind.mark && isOpening(tokens.first[p]!)) p--;
  if (p < 0 || tokens.kind[p] === Kind.stop) return true;
  if (tokens.kind[p] !== Kind.mark) return false;
  const mark = tokens.first[p]!;
  if (mark === 0x21 || mark === 0x3f || mark === 0x3a) return true;
  if (mark === 0x2d || mark === 0x2013 || mark === 0x2014) return p > 0 && opensItem(tokens, p);
  if (mark !== 0x2e) return false;
  const before = tokens.kind[p - 1];
  if (before === Kind.initial) return false;
  return !(
    before === Kind.capital &&
    tokens.end[p - 1]! - tokens.start[p - 1]! <= 4 &&
    isAbbreviation(wordOf(tokens, p - 1))
  );
}

/** A dash that opens an item of a list (`- Senior officials …`) or doubles another (`--`). */
function opensItem(tokens: Tokens, dash: number): boolean {
  const before = dash - 1;
  if (tokens.kind[before] === Kind.stop) return true;
  if (tokens.kind[before] !== Kind.mark) return false;
  const mark = tokens.first[before]!;
  return mark === tokens.first[dash] || (mark === 0x2e && tokens.spaced[dash] === 1);
}

function isOpening(code: number): boolean {
  return (
    code === 0x22 ||
    code === 0x201c ||
    code === 0x2018 ||
    code === 0x28 ||
    code === 0x5b ||
    code === 0xab ||
    code === 0x27
  );
}

const abbreviations = new Set(
  'Mr Mrs Ms Dr Prof Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec St Gen Col Lt Maj Brig Cdr Sen Rep Gov No Adm Capt Sgt Rev Hon Jr Sr Mt Amb Pres'.split(
    ' ',
  ),
);
function isAbbreviation(word: string): boolean {
  return abbreviations.has(word);
}
