import {
  capital,
  folded,
  isPassedOver,
  isSeveral,
  kind,
  plain,
  prepareCharacters,
  single,
  spelledOut,
} from './characters';
import { dot, isApostrophe, newGap, readGap, unifiedMark } from './gaps';
import type { CaseRule, GlueRule } from './names';
import { readUnits, units, windowSize } from './units';

/**
 * Units of a canonical name that are no letters: a gap without marks, one with marks, and a dot that a text may leave out. The latter
 * are no characters, so that no text holds them.
 */
export const plainGap = 0x20;
export const gapSign = 0xfffe;
export const looseDot = 0xffff;

/** Names with more words, longer words or more letters are not looked for: they would make hostile texts slow. */
export const mostWords = 64;
export const longestWord = 64;
const longestName = 1200;

/** A name as the matcher compares it. */
export interface NameForm {
  /** Letters without diacritics, their case kept; between words `plainGap`, or `gapSign` and the marks of the gap, space left out. */
  readonly canonical: readonly number[];
  /** The words as folded letters, for hashing. */
  readonly words: readonly (readonly number[])[];
}

/** A name as it is compared, and by what rules. */
export interface RuledForm {
  readonly form: NameForm;
  readonly caseRule: CaseRule;
  readonly glue: GlueRule;
}

const newlyRead = newGap();

/** Reads a name; nothing where it holds no letter or digit, or more than is looked for. */
export function nameForm(text: string): NameForm | undefined {
  prepareCharacters();
  if (text.length > windowSize) return undefined;
  readUnits(text);
  const canonical: number[] = [];
  const words: number[][] = [];
  let i = 0;
  while (i < text.length && (kind[units[i]!] === 0 || plain[units[i]!] === isPassedOver)) i++;
  while (i < text.length) {
    const word: number[] = [];
    const alone = kind[units[i]!] === single;
    for (; i < text.length; i++) {
      const code = units[i]!;
      const k = kind[code]!;
      if (k === 0 || (word.length > 0 && (alone ? !isPart(code) : k === single))) break;
      const letter = plain[code]!;
      if (letter === isPassedOver) continue;
      const spelled = letter === isSeveral ? spelledOut(code) : undefined;
      for (let n = 0; n < (spelled?.length ?? 1); n++) {
        const unit = spelled === undefined ? letter : spelled.charCodeAt(n);
        canonical.push(unit);
        word.push(folded[unit]! > isSeveral ? folded[unit]! : unit);
      }
    }
    words.push(word);
    const initial = word.length === 1 && !alone;
    readGap(i, text.length, initial, newlyRead);
    if (newlyRead.end < 0) return undefined;
    if (newlyRead.end >= text.length) {
      canonical.push(...closing(text, i));
      break;
    }
    canonical.push(newlyRead.count === 0 ? plainGap : gapSign);
    for (let n = 0; n < newlyRead.count; n++) {
      const loose = n === 0 && newlyRead.marks[n] === dot && newlyRead.end > i + 1;
      canonical.push(loose ? looseDot : newlyRead.marks[n]!);
    }
    i = newlyRead.end;
  }
  const tooMuch =
    words.length > mostWords || canonical.length > longestName || words.some((w) => w.length > longestWord);
  return words.length === 0 || tooMuch ? undefined : { canonical, words };
}

/** Parts of a Hangul syllable behind its first consonant. */
export function isSyllablePart(code: number): boolean {
  return (code >= 0x1160 && code <= 0x11ff) || (code >= 0xd7b0 && code <= 0xd7fb);
}

/** What belongs to a letter that is a word of its own. */
export function isPart(code: number): boolean {
  return code >= 0x300 && (isSyllablePart(code) || plain[code] === isPassedOver);
}

/** What of the marks behind a name's last word belongs to it: the dot of an abbreviation, a bracket that it opens. */
function closing(text: string, from: number): number[] {
  let bracket = text.lastIndexOf('(', from) > text.lastIndexOf(')', from - 1);
  const kept: number[] = [];
  for (let i = from; i < text.length; i++) {
    const mark = unifiedMark(text.charCodeAt(i));
    if (mark === dot && kept.length === 0) kept.push(gapSign, looseDot);
    else if (mark === 0x29 && bracket) {
      if (kept.length === 0) kept.push(gapSign);
      kept.push(mark);
      bracket = false;
    } else break;
  }
  return kept;
}

/** The rule for a name that brings none: abbreviations and names of up to three letters exactly, others may gain capitals. */
export function caseRuleFor(text: string): CaseRule {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length <= 3 || !/\p{Ll}/u.test(letters) ? 'exact' : 'raise';
}

/** The rule for a name that brings none: long names in capitals may stick to neighbours, the longest even to small words. */
export function glueRuleFor(text: string): GlueRule {
  const words = text.match(/[\p{L}\p{M}\d]+/gu) ?? [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  prepareCharacters();
  const capitals = words.every((word) => kind[word.charCodeAt(0)] === capital);
  if (!capitals || letters < 5 || isApostrophe(text.charCodeAt(text.length - 1))) return 'none';
  if (words.length >= 3 && /\p{Ll}$/u.test(words.at(-1)!)) return 'word';
  return words.length >= 2 ? (letters >= 7 ? 'capital' : 'none') : 'capital';
}
