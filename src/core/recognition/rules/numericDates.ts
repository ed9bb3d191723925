import { W } from '../lexicon';
import { Kind, isMark, wordOf } from '../tokens';
import type { Tokens } from '../tokens';
import { isYear, isoDate } from './calendar';
import { hyphens, isPlainNumber, readNumber } from './dateWords';
import type { ReadDate } from './dateWords';

const yearPrepositions = new Set(
  'in since by of until till from during before after through for between to and year early late mid around circa throughout towards'.split(
    ' ',
  ),
);

/** `2023-10-20`, `2024.02.11.`, `2024/2/11`, also in front of a time (`2022-06-08T15:15:00Z`). */
export function readNumericDate(tokens: Tokens, t: number): ReadDate | undefined {
  const year = readNumber(tokens, t);
  if (!isYear(year)) return undefined;
  const separator = wordOf(tokens, t + 1);
  if (
    !['-', '.', '/', '‑', '–'].includes(separator) ||
    tokens.spaced[t + 1] === 1 ||
    wordOf(tokens, t + 3) !== separator
  )
    return undefined;
  const month = readNumber(tokens, t + 2);
  const day = readNumber(tokens, t + 4);
  const iso = isoDate(year, month, day);
  if (iso === undefined || tokens.spaced[t + 2] === 1 || tokens.spaced[t + 4] === 1) return undefined;
  let to = t + 5;
  if (separator === '-' && tokens.spaced[to] === 0 && /^T\d*$/.test(wordOf(tokens, to)))
    return { to: endOfTime(tokens, to), normalized: iso };
  if (
    separator === '.' &&
    isMark(tokens, to, '.') &&
    (isMark(tokens, to + 1, ']') || isMark(tokens, to + 1, ')'))
  )
    to++;
  return { to, normalized: iso };
}

/** The end of `T15:15:00Z` at `t`. */
export function endOfTime(tokens: Tokens, t: number): number {
  let to = t + 1;
  while (
    to < tokens.count &&
    tokens.spaced[to] === 0 &&
    (tokens.kind[to] === Kind.number || isMark(tokens, to, ':') || isMark(tokens, to, '.'))
  )
    to++;
  return tokens.spaced[to] === 0 && /^[Zz]$/.test(wordOf(tokens, to)) ? to + 1 : to;
}

/** `20.10.2023` or `20/10/2023`: day first; `10/20/2023` and, where the issuer writes so, `03/04/2024`: month first. */
export function readDottedDate(tokens: Tokens, t: number, monthFirst: boolean): ReadDate | undefined {
  const separator = wordOf(tokens, t + 1);
  if (separator !== '.' && separator !== '/') return undefined;
  if (wordOf(tokens, t + 3) !== separator || tokens.spaced[t + 2] === 1 || tokens.spaced[t + 4] === 1)
    return undefined;
  const year = readNumber(tokens, t + 4);
  if (!isYear(year) || tokens.end[t + 4]! - tokens.start[t + 4]! !== 4) return undefined;
  const first = readNumber(tokens, t);
  const second = readNumber(tokens, t + 2);
  const isAmerican = separator === '/' && (monthFirst || second > 12) && first <= 12;
  const iso = isAmerican ? isoDate(year, first, second) : isoDate(year, second, first);
  return iso === undefined ? undefined : { to: t + 5, normalized: iso };
}

/** `in 2021`, `2022–2024`, `the 1950s`: years by themselves need a word before them that dates go with, or a partner. */
export function readYears(tokens: Tokens, t: number): ReadDate | undefined {
  const year = readNumber(tokens, t);
  if (year < 1800 || year > 2100 || !isPlainNumber(tokens, t)) return undefined;
  const next = t + 1;
  if (tokens.spaced[next] === 0 && wordOf(tokens, next) === 's') {
    const before = wordOf(tokens, t - 1).toLowerCase();
    return before === 'the' || before === 'late' || before === 'early' || before === 'mid'
      ? { to: next + 1, normalized: `${year}/${year + 9}` }
      : undefined;
  }
  if (
    tokens.kind[next] === Kind.mark &&
    hyphens.has(wordOf(tokens, next)) &&
    isPlainNumber(tokens, next + 1)
  ) {
    const last = readNumber(tokens, next + 1);
    const full = last < 100 ? year - (year % 100) + last : last;
    if (full > year && full < year + 60) return { to: next + 2, normalized: `${year}/${full}` };
  }
  if (tokens.kind[t - 1] === Kind.mark && tokens.spaced[t] === 0 && !isMark(tokens, t - 1, '('))
    return undefined;
  const asSubject = /^(?:is|was|will|has|as|marks|became|saw)$/.test(wordOf(tokens, next));
  if (!asSubject && !yearPrepositions.has(wordOf(tokens, t - 1).toLowerCase())) return undefined;
  if (tokens.kind[next] === Kind.mark && tokens.spaced[next] === 0 && /[/%°:]/.test(wordOf(tokens, next)))
    return undefined;
  if (wordOf(tokens, t - 1) === 'of' && /^[Rr]esolution/.test(wordOf(tokens, t - 2))) return undefined;
  // `from 2000 tons`, `2,000 people`: a noun right behind means a count.
  if (
    tokens.kind[next] === Kind.lower &&
    (tokens.classes[next]! & W.function) === 0 &&
    /s$/.test(wordOf(tokens, next))
  )
    return undefined;
  return { to: next, normalized: String(year) };
}
