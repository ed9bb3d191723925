import { W } from './lexicon';
import { findingTo, isCapital, isEmptyCapital, isHyphen, isLowerWord } from './reading';
import type { Reading } from './reading';
import { Kind, isGenitiveMark, wordOf } from './tokens';
import type { Tokens } from './tokens';

const innerNouns =
  /^(?:branch|chapter|side|delegation|mission|office|section|committee|department|forces|magazine|newspaper|news|agency|group|wing|faction)$/;

const abstractEnding =
  /(?:tion|sion|ment|ics|ing|logy|ture|ity|ance|ence|ry|ies|ics|cy|th|fare|airs|fairs|rts|ports?|gy|ture|nese|work|ism|hip|tions|ues|ters|rade|ources|ology|use|fense|fence|alth|nergy|our|bor|ade)$/i;

const otherAbstract =
  /^(?:Peace|Sovereignty|Crime|Drugs|Rights|Reform|Progress|Projects|Programmes|Heritage)$/;

/** Whether a word may be part of a name inside a complement; `lowerPortfolio`: also `defence` in small letters. */
export function isNameWord(reading: Reading, t: number, lowerPortfolio: boolean): boolean {
  const { tokens } = reading;
  if (t >= tokens.count) return false;
  if (isCapital(tokens, t)) {
    const classes = tokens.classes[t]!;
    if ((classes & (W.function | W.honorific | W.month | W.weekday)) !== 0 && tokens.kind[t] !== Kind.upper)
      return (classes & W.function) !== 0 && isHyphen(tokens, t + 1) && isCapital(tokens, t + 2);
    if (reading.titleCase[t] === 1 && (classes & W.speech) !== 0) return false;
    return !isEmptyCapital(tokens, t);
  }
  if (tokens.kind[t] === Kind.number)
    return /^\d+(?:st|nd|rd|th)$|^20\d\d$/.test(wordOf(tokens, t)) && isCapital(tokens, t + 1);
  return lowerPortfolio && tokens.kind[t] === Kind.lower && (tokens.classes[t]! & W.portfolio) !== 0;
}

/** Whether a word can close an item of a portfolio: `Trade`, `Technology`, `Fisheries`. */
export function isAbstract(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  if (otherAbstract.test(wordOf(tokens, t))) return true;
  if (
    (tokens.classes[t]! & (W.roleHead | W.organizationHead)) !== 0 &&
    (tokens.classes[t]! & W.portfolio) === 0
  )
    return false;
  return (tokens.classes[t]! & W.portfolio) !== 0 || abstractEnding.test(wordOf(reading.tokens, t));
}

/**
 * Whether a capitalised word begins the name of a person behind a phrase that is complete (`Minister of Defence Boris …`,
 * `President of Georgia Salome …`): a known given name, or a word of no class behind a name or an abstract noun.
 */
export function opensPerson(reading: Reading, t: number, afterName: boolean): boolean {
  const { tokens } = reading;
  const classes = tokens.classes[t]!;
  const known =
    W.organizationHead |
    W.facilityHead |
    W.placeHead |
    W.documentHead |
    W.eventHead |
    W.portfolio |
    W.roleModifier |
    W.genitive |
    W.common |
    W.ordinal;
  if ((classes & W.familyName) !== 0 && isHyphen(tokens, t + 2) && tokens.kind[t + 3] === Kind.lower)
    return true;
  if ((classes & known) !== 0 || tokens.kind[t] === Kind.number) return false;
  if (
    isHyphen(tokens, t + 1) &&
    tokens.kind[t + 2] === Kind.lower &&
    !reading.isGivenName(t) &&
    (classes & W.familyName) === 0
  )
    return false;
  if (
    /(?:al|ist|ive|ary|tic)$/i.test(wordOf(tokens, t)) &&
    isCapital(tokens, t + 1) &&
    !reading.isGivenName(t)
  )
    return false;
  const behind = findingTo(reading, t);
  if (behind?.form === 'demonym') return false;
  if (
    (reading.isGivenName(t) && (afterName || goesOn(tokens, t + 1))) ||
    ((tokens.classes[t - 1]! & W.roleHead) !== 0 &&
      (tokens.classes[t - 1]! & W.portfolio) === 0 &&
      /^(?:Minister|President|Premier|Secretary|Chancellor|Chairman)$/.test(wordOf(tokens, t - 1)))
  )
    return true;
  return (
    (afterName ||
      isAbstract(reading, t - 1) ||
      /^(?:State|Staff|Mission|Protocol)$/.test(wordOf(tokens, t - 1))) &&
    !isAbstract(reading, t) &&
    // `for Combating Organised Crime`
    !isGerund(tokens, t - 1) &&
    !leadsToBody(tokens, t)
  );
}

function isGerund(tokens: Tokens, t: number): boolean {
  return tokens.kind[t] === Kind.capital && /[a-z]{3}ing$/.test(wordOf(tokens, t)) && tokens.classes[t] === 0;
}

/** `Fishers` before `Party`: words that close the name of a body open no person's. */
function leadsToBody(tokens: Tokens, t: number): boolean {
  for (let at = t + 1; at < t + 4 && isCapital(tokens, at); at++)
    if ((tokens.classes[at]! & W.organizationHead) !== 0) return true;
  return false;
}

/** Whether a name goes on: a capital, a hyphen, a particle; `Contemporary Art and …` does not. */
function goesOn(tokens: Tokens, t: number): boolean {
  return isCapital(tokens, t) || isHyphen(tokens, t) || (tokens.classes[t]! & W.particle) !== 0;
}

/** A small-letter noun inside the name of a body: `Belarusian branch of …`, `armed forces of …`. */
export function isInnerNoun(reading: Reading, from: number, t: number): boolean {
  const { tokens } = reading;
  if (tokens.kind[t] !== Kind.lower) return false;
  const word = wordOf(tokens, t);
  if (/^(?:provincial|city|county|municipal|ministerial)$/.test(word))
    return /^(?:Party|people)$/.test(wordOf(tokens, t + 1));
  if (word === 'people' && isGenitiveMark(tokens, t + 1)) return isLowerWord(tokens, t + 2, 'committee');
  if (word === 'committee') return true;
  if (word === 'armed') return isLowerWord(tokens, t + 1, 'forces');
  return (
    t > from &&
    innerNouns.test(word) &&
    (isLowerWord(tokens, t + 1, 'of') ||
      isLowerWord(tokens, t + 1, 'to') ||
      word === 'forces' ||
      isCapital(tokens, t + 1))
  );
}

/** `Foreign Ministry` before `'s Department` */
export function isBodyBefore(reading: Reading, t: number): boolean {
  return (
    findingTo(reading, t)?.type === 'organization' ||
    (reading.tokens.classes[t - 1]! & W.organizationHead) !== 0
  );
}

/** `DPRK side to …`: the side of a commission belongs to the office. */
export function sideOf(reading: Reading, t: number): number {
  return isLowerWord(reading.tokens, t, 'side') &&
    (isLowerWord(reading.tokens, t + 1, 'to') || isLowerWord(reading.tokens, t + 1, 'of'))
    ? t + 1
    : t;
}

/** `of Ukrainian` before `diplomacy`: an adjective whose noun is in small letters ends no name. */
export function isOpenAdjective(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  if (findingTo(reading, t)?.form !== 'demonym' || tokens.kind[t] !== Kind.lower) return false;
  return (tokens.classes[t]! & (W.function | W.speech)) === 0;
}
