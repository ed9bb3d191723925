import { W } from '../lexicon';
import { isCapital, isHyphen } from '../reading';
import type { Reading } from '../reading';
import { Kind, isMark, opensSentence, wordOf } from '../tokens';
import type { Tokens } from '../tokens';

/** `So Yong Guk`, `An Kwang Il`: a family name that is a function word too, before two syllables. */
export function isKoreanFamily(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  if (
    (tokens.classes[t]! & W.familyName) === 0 ||
    tokens.kind[t] !== Kind.capital ||
    opensSentence(tokens, t)
  )
    return false;
  return (
    reading.titleCase[t] === 0 &&
    isSyllable(tokens, t + 1) &&
    isSyllable(tokens, t + 2) &&
    !isCapital(tokens, t + 3)
  );
}

/** `In` in `Pak In Chol`: a syllable behind a Korean family name that is a function word elsewhere. */
export function isKoreanSyllable(reading: Reading, family: number, t: number): boolean {
  const { tokens } = reading;
  return (
    (tokens.classes[family]! & W.familyName) !== 0 &&
    t - family <= 2 &&
    tokens.kind[t] === Kind.capital &&
    tokens.kind[family] === Kind.capital &&
    reading.titleCase[t] === 0 &&
    /^(?:In|Un|An|On|So|Do|No|Am|Su|Ye|Il|Ha|Jun)$/.test(wordOf(tokens, t)) &&
    (t - family === 2 || isSyllable(tokens, t + 1))
  );
}

export function isPatronymic(word: string): boolean {
  return /(?:ovich|evich|yevich|ich|ovna|evna|yevna|ichna)$/.test(word) && word.length > 5;
}

export function countWords(tokens: Tokens, from: number, to: number): number {
  let words = 0;
  for (let t = from; t < to; t++) if (isCapital(tokens, t)) words++;
  return words;
}

/** The articles of Arabic names that a hyphen joins to the next word: `Al-` counts for nothing. */
export function countArticles(tokens: Tokens, from: number, to: number): number {
  let articles = 0;
  for (let t = from; t < to; t++)
    if ((tokens.classes[t]! & W.particle) !== 0 && isCapital(tokens, t) && isHyphen(tokens, t + 1))
      articles++;
  return articles;
}

export function hasAcronym(tokens: Tokens, from: number, to: number): boolean {
  for (let t = from; t < to; t++) if (tokens.kind[t] === Kind.upper) return true;
  return false;
}

export function isAllAcronyms(tokens: Tokens, from: number, to: number): boolean {
  for (let t = from; t < to; t++) if (tokens.kind[t] === Kind.capital) return false;
  return countWords(tokens, from, to) < 2;
}

/** Known given name first; or a Korean, Chinese or Vietnamese family name with one or two given names behind it. */
export function isKnownShape(reading: Reading, from: number, to: number): boolean {
  const { tokens } = reading;
  const words = countWords(tokens, from, to);
  if (reading.isGivenName(from) && words >= 2 && words <= 4) return tokens.kind[to - 1] !== Kind.initial;
  if ((tokens.classes[from]! & W.familyName) !== 0 && !hasAcronym(tokens, from + 1, to)) {
    const hyphenated = isHyphen(tokens, from + 2);
    return (
      hyphenated ||
      (words === 3 && to - from === 3 && isSyllable(tokens, from + 1) && isSyllable(tokens, from + 2)) ||
      (words === 2 && isChinese(tokens, from + 1))
    );
  }
  // `KAMIKAWA Yoko`
  return (
    tokens.kind[from] === Kind.upper &&
    words === 2 &&
    tokens.end[from]! - tokens.start[from]! >= 4 &&
    reading.isGivenName(to - 1)
  );
}

/** A syllable of a Korean name; `family`: vowels may open it too (`Un`, `An`, `O`). */
export function isSyllable(tokens: Tokens, t: number, family = false): boolean {
  if (family && /^(?:A[nh]?|Om?|Oh|Un|Im|In|U)$/.test(wordOf(tokens, t))) return true;
  if (tokens.kind[t] === Kind.initial)
    return /^[UOI]$/.test(wordOf(tokens, t)) && !isMark(tokens, t + 1, '.');
  return (
    tokens.end[t]! - tokens.start[t]! <= 5 &&
    tokens.kind[t] === Kind.capital &&
    /^[BCDGHIJKMNOPRSTUWY][a-z]{0,4}$/.test(wordOf(tokens, t))
  );
}

/** One or two pinyin syllables. */
export function isChinese(tokens: Tokens, t: number): boolean {
  return /^(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[aeiouü]{1,3}(?:ng|n|r)?)(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)(?:[aeiouü]{1,3}(?:ng|n|r)?))?$/i.test(
    wordOf(tokens, t),
  );
}
