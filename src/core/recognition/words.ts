import { hashSeed, hashUnit } from './matcher/nameTrie';
import { Kind } from './tokenKind';

/** Takes tokens: their ends, kind, and whether a space stands before them. */
export interface TokenSink {
  push(from: number, to: number, kind: number, gap: number): void;
  /** With the hash of the word's code units. */
  pushHashed(from: number, to: number, kind: number, gap: number, hash: number): void;
}

/** A straight or curly apostrophe. */
export const apostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;

// Classes of code units: 1 space, 2 lower letter, 3 upper letter, 4 digit, 5 mark, 6 skipped (markup, zero width), 7 other letter.
const charClass = new Uint8Array(65536);
/** The class of a code unit, looked up once. */
export function classOf(code: number): number {
  const known = charClass[code]!;
  if (known !== 0) return known;
  const char = String.fromCharCode(code);
  let found = 5;
  if (char === '*' || /[\u200b-\u200f\u2060\ufeff\u00ad]/.test(char)) found = 6;
  else if (/\s/.test(char)) found = 1;
  else if (/\p{Nd}/u.test(char)) found = 4;
  else if (/\p{Lu}|\p{Lt}/u.test(char)) found = 3;
  else if (/\p{Ll}|\p{M}|\p{Lm}|\u02bc/u.test(char)) found = 2;
  else if (/\p{L}/u.test(char) || (code >= 0xd800 && code < 0xe000)) found = 7;
  charClass[code] = found;
  return found;
}

/** Digits with inner `.` `,` `:` and an ordinal ending: 1,000 2.5 20th 1st. A letter right behind (`15T`) is a word of its own. */
export function endOfNumber(text: string, from: number, limit: number): number {
  let i = from;
  while (i < limit) {
    const c = classOf(text.charCodeAt(i));
    if (c === 4) {
      i++;
      continue;
    }
    const code = text.charCodeAt(i);
    if (code === 0x2c && i + 3 < limit && isThousands(text, i)) {
      i += 4;
      continue;
    }
    break;
  }
  if (
    i + 2 <= limit &&
    /^(?:st|nd|rd|th)$/i.test(text.slice(i, i + 2)) &&
    (i + 2 === limit || !isLetter(text.charCodeAt(i + 2)))
  )
    i += 2;
  return i;
}

function isThousands(text: string, comma: number): boolean {
  for (let k = 1; k <= 3; k++) if (classOf(text.charCodeAt(comma + k)) !== 4) return false;
  return comma + 4 >= text.length || classOf(text.charCodeAt(comma + 4)) !== 4;
}

function isLetter(code: number): boolean {
  const c = classOf(code);
  return c === 2 || c === 3 || c === 7;
}

/**
 * Reads a word as nearly all are: small letters, with or without a capital before them, or capitals; without diacritics, and nothing
 * behind it that may belong to it. Gives its end, or `from` where the word is not so plain and `readWord` must look at it.
 */
export function readPlainWord(
  text: string,
  from: number,
  limit: number,
  gap: number,
  tokens: TokenSink,
): number {
  let hash = hashSeed;
  let i = from;
  let code = text.charCodeAt(i);
  const capital = isAsciiCapital(code);
  if (capital) {
    hash = hashUnit(hash, code);
    code = ++i < limit ? text.charCodeAt(i) : 0x20;
  }
  let kind: number = capital ? Kind.capital : Kind.lower;
  if (capital && isAsciiCapital(code)) {
    kind = Kind.upper;
    while (isAsciiCapital(code)) {
      hash = hashUnit(hash, code);
      code = ++i < limit ? text.charCodeAt(i) : 0x20;
    }
  } else {
    while (code >= 0x61 && code <= 0x7a) {
      hash = hashUnit(hash, code);
      code = ++i < limit ? text.charCodeAt(i) : 0x20;
    }
    if (capital && i === from + 1) kind = Kind.initial;
  }
  if (i === from || isWordPart(code) || (kind === Kind.initial && code === 0x2e)) return from;
  tokens.pushHashed(from, i, kind, gap, hash);
  return i;
}

function isAsciiCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

/** Whether what stands behind a plain word may belong to it: a letter, a digit, an apostrophe, anything beyond ASCII. */
function isWordPart(code: number): boolean {
  return (
    code > 0x7e ||
    code === 0x27 ||
    (code >= 0x30 && code <= 0x39) ||
    isAsciiCapital(code) ||
    (code >= 0x61 && code <= 0x7a)
  );
}

/**
 * Reads what stands together from `from` on and pushes its words: `U.S.` and `H.E.` whole with their dots, `O'Brien` whole, `'s`
 * apart, glued words (`PresidentKim`, `HEKim`) split where a small letter meets a capital that opens a word.
 */
export function readWord(text: string, from: number, limit: number, gap: number, tokens: TokenSink): number {
  const abbreviation = endOfAbbreviation(text, from, limit);
  if (abbreviation > from) {
    tokens.push(from, abbreviation, Kind.upper, gap);
    return abbreviation;
  }
  let start = from;
  let space = gap;
  let i = from;
  let lower = 0;
  let upper = 0;
  const cut = (at: number): void => {
    tokens.push(start, at, kindOf(text, start, lower, upper), space);
    start = at;
    space = 0;
    lower = 0;
    upper = 0;
  };
  for (; i < limit; i++) {
    const code = text.charCodeAt(i);
    const c = classOf(code);
    if (c === 2) {
      lower++;
      if (lower === 1 && upper === 3 && i - start === 3 && text.startsWith('HE', start)) {
        const at = start + 2;
        upper = 2;
        lower = 0;
        cut(at);
        upper = 1;
        lower = 1;
      }
    } else if (c === 3) {
      if (lower >= 2 && i + 1 < limit && isLetter(text.charCodeAt(i + 1)) && !isNamePrefix(text, start, i))
        cut(i);
      upper++;
    } else if (c === 7) lower++;
    else if (c === 4) {
      if (lower > 0) break;
    } else if (
      !apostrophe(code) ||
      i + 1 >= limit ||
      !isLetter(text.charCodeAt(i + 1)) ||
      isPossessive(text, i, limit)
    )
      break;
  }
  cut(i);
  if (i + 1 < limit && apostrophe(text.charCodeAt(i)) && isPossessive(text, i, limit)) {
    tokens.push(i, i + 2, Kind.mark, 0);
    i += 2;
  }
  return i;
}

/** The end of single capitals with a dot each, two or more; `from` where there are none. */
function endOfAbbreviation(text: string, from: number, limit: number): number {
  let i = from;
  while (i + 1 < limit && text.charCodeAt(i + 1) === 0x2e && classOf(text.charCodeAt(i)) === 3) i += 2;
  return i - from >= 4 && (i >= limit || !isLetter(text.charCodeAt(i))) ? i : from;
}

function isNamePrefix(text: string, from: number, to: number): boolean {
  return to - from <= 3 && /^(?:Mac|Mc|De|Di|La|Le|Van|Fitz)$/.test(text.slice(from, to));
}

/** Whether the apostrophe at an offset and the letter behind it are a possessive `'s`. */
export function isPossessive(text: string, at: number, limit: number): boolean {
  const s = text.charCodeAt(at + 1) | 32;
  return s === 0x73 && (at + 2 >= limit || !isLetter(text.charCodeAt(at + 2)));
}

function kindOf(text: string, start: number, lower: number, upper: number): number {
  if (classOf(text.charCodeAt(start)) !== 3) return Kind.lower;
  if (upper === 1 && lower === 0) return Kind.initial;
  return lower === 0 ? Kind.upper : Kind.capital;
}
