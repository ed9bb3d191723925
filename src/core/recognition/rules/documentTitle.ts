import { W } from '../lexicon';
import { findingFrom, isCapital, isEmptyCapital, isHyphen, isLowerWord } from '../reading';
import type { Reading } from '../reading';
import { Kind, isGenitiveMark, isMark, wordOf } from '../tokens';
import type { Tokens } from '../tokens';

/** Small words that titles of treaties and laws are joined by. */
const joints = new Set(
  'of on for in and the a an to with between against by from as toward towards concerning regarding'.split(
    ' ',
  ),
);
const openers = new Set(
  'on of for to concerning regarding relating establishing governing amending against toward towards'.split(
    ' ',
  ),
);
/** What may stand before the words of a title that a small word leads on to. */
const articles = new Set('the a an its their our his her all'.split(' '));

/**
 * The end of a title in capitals that begins with a preposition at `from` (`on Jointly Building the … Road`, `Concerning the
 * Permanent Neutrality and Operation of the Canal`, `of Friendship`); `from` where there is none. Where every word has a capital
 * (headlines), capitals say nothing and no title is read.
 */
export function titleEnd(reading: Reading, from: number): number {
  const { tokens } = reading;
  if (from >= tokens.count || reading.titleCase[from] === 1) return from;
  if (!openers.has(wordOf(tokens, from).toLowerCase())) return from;
  // `Strategy to Prevent …`: to do something; `transmitted the Act to Zembla` is no title.
  if (isLowerWord(tokens, from, 'to') && !isAmending(tokens, from - 1) && !isVerb(reading, from + 1))
    return from;
  let end = from;
  let t = from + 1;
  while (t < tokens.count && t - from < 48) {
    const next = wordEnd(reading, t);
    if (next > t) {
      t = end = next;
      continue;
    }
    if (!joins(reading, t, end === from)) break;
    t++;
  }
  return end;
}

function isAmending(tokens: Tokens, t: number): boolean {
  return /^(?:Protocol|Protocols|Amendment|Amendments|Annex)$/.test(wordOf(tokens, t));
}

function isVerb(reading: Reading, t: number): boolean {
  return reading.tokens.kind[t] === Kind.capital && findingFrom(reading, t) === undefined;
}

/** The end of the content word or name at a token; the token itself where there is none. */
function wordEnd(reading: Reading, t: number): number {
  const { tokens } = reading;
  const name = findingFrom(reading, t);
  if (name?.type === 'person' || name?.type === 'date') return t;
  if (name !== undefined) return name.to;
  if ((isHyphen(tokens, t) || isGenitiveMark(tokens, t)) && isCapital(tokens, t + 1)) return t + 1;
  if (isHyphen(tokens, t) && (tokens.kind[t + 1] === Kind.lower || tokens.kind[t + 1] === Kind.number))
    return t + 2;
  if (tokens.kind[t] === Kind.number)
    return /^\d+(?:st|nd|rd|th)$/.test(wordOf(tokens, t)) && isCapital(tokens, t + 1) ? t + 1 : t;
  if (!isCapital(tokens, t) || isEmptyCapital(tokens, t)) return t;
  return (tokens.classes[t]! & (W.month | W.weekday | W.honorific)) === 0 ? t + 1 : t;
}

/** Whether a small word (or the comma of a list) leads on to more of the title; `first`: it stands right behind the preposition. */
function joins(reading: Reading, t: number, first: boolean): boolean {
  const { tokens } = reading;
  if (isMark(tokens, t, ',')) return isListComma(reading, t);
  const word = wordOf(tokens, t);
  if (tokens.kind[t] !== Kind.lower && !/^(?:Concerning|Regarding|Relating)$/.test(word)) return false;
  if (!joints.has(word.toLowerCase()) && !articles.has(word)) return false;
  let next = skipArticle(tokens, t + 1);
  if (articles.has(word))
    return (
      (first && /^(?:the|an?)$/.test(word)) ||
      tokens.kind[t - 1] === Kind.lower ||
      isGerund(wordOf(tokens, t - 1)) ||
      // `Protocol to Amend | the …`
      isLowerWord(tokens, t - 2, 'to')
    );
  if (first) return false;
  // `on the Hunting of Whales and | on their Protection`
  if (word === 'and' && tokens.kind[t + 1] === Kind.lower && /^(?:on|of|for)$/.test(wordOf(tokens, t + 1)))
    next = skipArticle(tokens, t + 2);
  if (wordEnd(reading, next) === next) return false;
  // `and the Fifth Conference`: another one
  if (word === 'and')
    return (
      (tokens.classes[next]! & (W.roleHead | W.ordinal)) === 0 &&
      // `and the Onhava Format`
      !opensDocument(
        reading,
        next,
        /^(?:the|an?)$/.test(wordOf(tokens, next - 1)) ? W.documentHead | W.eventHead : W.documentHead,
      )
    );
  if (!/^(?:in|to|with|by|from)$/.test(word)) return true;
  // `signed the Agreement on Trade in Onhava`: a place behind these is no part of the title, but a state is where it applies.
  // `in the Gzorn Sea`: a region, too
  const name = findingFrom(reading, next);
  if (name === undefined) return isCapital(tokens, t - 1) && word !== 'by';
  if (word !== 'in' || name.type !== 'place') return false;
  // `Report on Human Rights | in Zembla`
  const isAbout = /^(?:Rights|Situation|Developments|Conflict|Crisis|Peace|Stability)$/.test(
    wordOf(tokens, t - 1),
  );
  return next === t + 2 || (isAbout && reading.isPolity(name));
}

function skipArticle(tokens: Tokens, t: number): number {
  return tokens.kind[t] === Kind.lower && articles.has(wordOf(tokens, t)) ? t + 1 : t;
}

/** `and the Gzorn Agreement`, `and the Executive Order On`: a second document. */
export function opensDocument(reading: Reading, from: number, heads: number = W.documentHead): boolean {
  const { tokens } = reading;
  if (findingFrom(reading, from)?.type === 'document') return true;
  for (
    let t = from;
    t < from + 6 && (isCapital(tokens, t) || isGenitiveMark(tokens, t) || isHyphen(tokens, t));
    t++
  )
    if ((tokens.classes[t]! & heads) !== 0 && isCapital(tokens, t)) return true;
  return false;
}

function isGerund(word: string): boolean {
  return /[a-z]{3}ing$/.test(word);
}

/** `for Peace, Prosperity and People`: a comma of a list of single words that an `and` closes. */
function isListComma(reading: Reading, comma: number): boolean {
  const { tokens } = reading;
  let t = comma;
  for (let items = 0; items < 5 && isMark(tokens, t, ','); items++) {
    if (isLowerWord(tokens, t + 1, 'and')) return wordEnd(reading, t + 2) > t + 2;
    if (tokens.kind[t + 1] !== Kind.capital || findingFrom(reading, t + 1) !== undefined) return false;
    t += 2;
  }
  return (
    isLowerWord(tokens, t, 'and') &&
    t > comma &&
    tokens.kind[t + 1] === Kind.capital &&
    !(isCapital(tokens, t + 2) && isCapital(tokens, t + 3))
  );
}

/** `of December 21, 1994`: the date that tells a law from others. */
export function datedEnd(reading: Reading, end: number): number {
  const { tokens } = reading;
  if (!isLowerWord(tokens, end, 'of') && !isLowerWord(tokens, end, 'dated')) return end;
  const date = findingFrom(reading, end + 1);
  return date?.type === 'date' && /^\d{4}-\d\d-\d\d$/.test(date.normalized ?? '') ? date.to : end;
}

/** `by the Foreign Ministers of Zembla and Terra`: whose statement it is; `from` where nobody is named. */
export function authorsEnd(reading: Reading, from: number): number {
  const { tokens } = reading;
  if (!isLowerWord(tokens, from, 'by') && !isLowerWord(tokens, from, 'of')) return from;
  let t = isLowerWord(tokens, from + 1, 'the') ? from + 2 : from + 1;
  let plural = false;
  while (isCapital(tokens, t) && findingFrom(reading, t) === undefined && t - from < 8) {
    plural ||= (tokens.classes[t]! & W.rolePlural) !== 0;
    t++;
    if (plural && isLowerWord(tokens, t, 'of') && /^(?:State|Government)$/.test(wordOf(tokens, t + 1)))
      t += 2;
  }
  if (!plural) return from;
  if (!isLowerWord(tokens, t, 'of')) return t;
  let end = t;
  for (let at = t + 1, parties = 0; parties < 8; parties++) {
    if (isLowerWord(tokens, at, 'the')) at++;
    const party = findingFrom(reading, at);
    if (party?.type !== 'place' && party?.type !== 'organization') break;
    at = end = party.to;
    if (isMark(tokens, at, ',')) at++;
    if (isLowerWord(tokens, at, 'and')) at++;
    if (at === end) break;
  }
  return end;
}
