import { capital, isPassedOver, kind, plain, single, small } from './characters';
import { dot, isApostrophe, unifiedMark } from './gaps';
import { isSyllablePart } from './nameForm';
import { stringOf, units } from './units';

const capitalGlue = 1;
const wordGlue = 2;
const longestRun = 24;

/** Small words in front of which or behind which names were found stuck; short enough to be parts of names otherwise. */
const shortWords = new Set(
  'a an and as at be but by did for from gave go got had has have he her his in into is it its led made met not of on or our own paid put said saw sent set she than that the their then they this to told too took was went were when which while who whom whose will with won would'.split(
    ' ',
  ),
);
/** Endings that make another word of a name, or another name. */
const endings =
  /^(?:s|es|er|ers|or|ors|al|ally|an|ans|ian|ians|ic|ics|ism|isms|ist|ists|ship|ships|ness|man|men|woman|women|ese|ish|ite|ites|a|ova|eva|ovich|evich|ovna|evna|ov|ev|in|ina|sky|ski|ska|skii|enko|uk|yan|sson|sen|son|y|ie|land|stan|burg|grad|hood|dom|like|wide|based|less|ful)$/;
const koreanSyllable =
  /^(?:[kgtdpbjs]{1,2}|ch|kh|th|ph|[nmrlhw])?(?:[wy]?[aeo]e?|[wy]?[oeui]|u[io]|ui|eo|eu|yo|yu|yae?)(?:ng|[nklmpt])?$/;
const surnameParts = /^(?:mc|mac|de|la|le|di|du|da|van|von|fitz|o|d|l|al|el|ben|ibn)$/i;

/** How far in front of a name is looked at most. */
export const lookBehind = 64;

/** Whether a name may start at `start` of the stretch at hand: not inside a word, unless its rule lets it stick to the one before. */
export function opensFreely(start: number, words: number, glue: number, initial: boolean): boolean {
  let i = start - 1;
  while (i >= 0 && i > start - 9 && plain[units[i]!] === isPassedOver) i--;
  if (i < 0) return true;
  const code = units[i]!;
  const k = kind[code];
  if (k === single || kind[units[start]!] === single) return true;
  if (k === 0) {
    if (i === 0 || i !== start - 1) return true;
    if (isApostrophe(code)) {
      const isName = kind[units[i - 1]!] === capital;
      return !isName || (i >= 2 && kind[units[i - 2]!] !== 0);
    }
    const letterBefore = kind[units[i - 1]!] !== 0 && (i < 2 || kind[units[i - 2]!] === 0);
    return !(initial && unifiedMark(code) === dot && letterBefore);
  }
  if (glue < capitalGlue || i !== start - 1 || k !== small || kind[units[start]!] !== capital) return false;
  const run = runBefore(i);
  if (/^\p{Ll}+$/u.test(run)) return words > 1 || shortWords.has(run);
  return words > 1 && !surnameParts.test(run);
}

/** Letters and digits up to and with position `last`, at most as many as a word may have. */
function runBefore(last: number): string {
  let i = last;
  while (i > 0 && i > last - longestRun && kind[units[i - 1]!] !== 0) i--;
  return stringOf(i, last + 1);
}

/** Whether a name may end at `end` of the stretch at hand, which ends at `to`: not inside a word, unless its rule lets it stick to the one behind. */
export function closesFreely(
  end: number,
  to: number,
  words: number,
  glue: number,
  initial: boolean,
): boolean {
  let i = end;
  while (i < to && i < end + 8 && plain[units[i]!] === isPassedOver) i++;
  if (i >= to) return true;
  const code = units[i]!;
  const k = kind[code];
  let lastAt = end - 1;
  while (lastAt > end - 9 && plain[units[lastAt]!] === isPassedOver) lastAt--;
  const last = kind[units[lastAt]!];
  if (isSyllablePart(code)) return false;
  if (k === single || last === single) return true;
  if (k === 0) {
    if (i + 1 >= to) return true;
    if (isApostrophe(code) && kind[units[i + 1]!] !== 0) return isEnclitic(i + 1, to);
    return !(initial && unifiedMark(code) === dot && isInitial(i + 1, to));
  }
  if (last === 0) return !isInitial(i, to) && k === capital;
  if (glue < capitalGlue || last !== small || words < 2 || i !== end) return false;
  if (k === capital) return true;
  return glue === wordGlue && isOtherWord(i, to);
}

/** `'s`, `'ll` and the like; `Xi'an` and `Luk'yanivka` are other words. */
function isEnclitic(from: number, to: number): boolean {
  const run = runAfter(from, to);
  return /^(?:s|d|t|m|ll|re|ve)$/i.test(run);
}

/** One letter and a dot behind: the abbreviation goes on (`U.S.` in `U.S.S.R.`). */
function isInitial(i: number, to: number): boolean {
  return i + 1 < to && kind[units[i]!] !== 0 && unifiedMark(units[i + 1]!) === dot;
}

function runAfter(from: number, to: number): string {
  let i = from;
  while (i < to && i < from + longestRun && kind[units[i]!] !== 0) i++;
  return stringOf(from, i);
}

/** Whether the small letters behind a name are a word of their own: `who`, `visited`; not an ending, nor a syllable of a name. */
function isOtherWord(from: number, to: number): boolean {
  const run = /^\p{Ll}+/u.exec(runAfter(from, to))?.[0] ?? '';
  if (shortWords.has(run)) return run.length > 1;
  return run.length >= 3 && !endings.test(run) && !koreanSyllable.test(run);
}
