/**
 * What the matcher sees in each UTF-16 code unit, as tables made once: 65,536 entries each, so that a look-up needs no branch.
 */

/** Kinds of code units, in the order in which a higher one after a lower one may open a word. */
export const separator = 0;
/** Small letters, letters without case, digits, and marks that combine with them. */
export const small = 1;
export const capital = 2;
/** Scripts written without spaces: each letter is a word of its own. */
export const single = 3;

/** In `folded` and `plain`: what is no part of a word, what is passed over, and what stands for several letters. */
export const isSeparator = 0;
export const isPassedOver = 1;
export const isSeveral = 2;

const passedOver =
  /[\p{Mn}\p{Me}\u00ad\u034f\u061c\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]/u;
const letterOrDigit = /[\p{L}\p{N}\p{Mc}]/u;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fc\u3005-\u3007]/u;

/** Letters that no decomposition takes apart. */
const spelled: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  ŧ: 't',
  Ŧ: 'T',
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  þ: 'th',
  Þ: 'TH',
  ŋ: 'n',
  Ŋ: 'N',
};

/**
 * The tables by code unit, filled by `prepareCharacters`. They are constants of this module, not fields of an object, because the
 * loops over every unit of every text read arrays at fixed addresses a good deal faster.
 */
/** `separator`, `small`, `capital` or `single`. */
export const kind = new Uint8Array(65536);
/** The letter without its diacritics, its case kept; or one of the three signs above. */
export const plain = new Uint16Array(65536);
/** The same in lower case. */
export const folded = new Uint16Array(65536);
const letters = new Map<number, string>();

/** The letters of a unit that stands for several: `ß` is `ss`, a Hangul syllable its parts. */
export function spelledOut(code: number): string {
  return letters.get(code) ?? String.fromCharCode(code).normalize('NFD');
}

let prepared = false;

/** Fills the tables, once (a few milliseconds). */
export function prepareCharacters(): void {
  if (prepared) return;
  prepared = true;
  for (let code = 0x30; code < 0xd800; code++) {
    if (code >= 0x3400 && code < 0xa000 && (code < 0x4dc0 || code >= 0x4e00)) put(code, single, code, code);
    else if (code >= 0xac00 && code < 0xd7a4) put(code, single, isSeveral, isSeveral);
    else prepare(code);
  }
  for (let code = 0xf900; code < 65536; code++) prepare(code);
}

function put(code: number, k: number, p: number, f: number): void {
  kind[code] = k;
  plain[code] = p;
  folded[code] = f;
}

function prepare(code: number): void {
  const char = String.fromCharCode(code);
  if (passedOver.test(char)) {
    put(code, small, isPassedOver, isPassedOver);
    return;
  }
  if (!letterOrDigit.test(char) || isApostropheLetter(code)) return;
  const bare = spelled[char] ?? bareForm(char, code);
  if (bare.length === 1) put(code, kindOf(char), bare.charCodeAt(0), lowerUnit(bare));
  else {
    put(code, kindOf(char), isSeveral, isSeveral);
    letters.set(code, bare);
  }
}

function kindOf(char: string): number {
  if (unspaced.test(char)) return single;
  return /[\p{Lu}\p{Lt}]/u.test(char) ? capital : small;
}

/** Without diacritics; full-width forms and ligatures as the letters they stand for. */
function bareForm(char: string, code: number): string {
  const form = code >= 0xfb00 ? 'NFKD' : 'NFD';
  const bare = char.normalize(form).replace(/[\p{Mn}\p{Me}]/gu, '');
  return bare === '' ? char : bare;
}

function lowerUnit(char: string): number {
  const lower = char.toLowerCase();
  return (lower.length === 1 ? lower : char).charCodeAt(0);
}

/** Modifier letters that are written for apostrophes count as marks. */
function isApostropheLetter(code: number): boolean {
  return code >= 0x02b9 && code <= 0x02bf;
}
