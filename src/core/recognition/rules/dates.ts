import type { Finding } from '../finding';
import { W } from '../lexicon';
import { Kind, isMark, wordOf } from '../tokens';
import type { Tokens } from '../tokens';
import { inferYear, isYear, isoDate, jucheYear, monthNumber } from './calendar';
import {
  afterMonth,
  hyphens,
  isCounted,
  isDayAt,
  isMonth,
  isPlainNumber,
  isRangeWord,
  isWeekday,
  normal,
  readNumber,
  speaksOfFuture,
} from './dateWords';
import type { ReadDate } from './dateWords';
import { readDottedDate, readNumericDate, readYears } from './numericDates';

/**
 * Calendar expressions: `January 15 to 17, 2024`, `Jan. 20`, `5-7 June 2024`, `September 2023`, bare `June` after a preposition,
 * `April, Juche 108(2019)`, `Juche113.1.21.`, `2023-10-20`, `20.10.2023`, with a weekday before or behind. `released` is the
 * release's own date, from which missing years are inferred; `monthFirst` tells how `03/04/2024` is meant. Deictic expressions (`today`) and durations are no dates.
 */
export function findDates(tokens: Tokens, released: string | undefined, monthFirst = false): Finding[] {
  const found: Finding[] = [];
  const { kind, classes, salient } = tokens;
  let next = 0;
  for (const t of salient) {
    if (t < next) continue;
    const k = kind[t]!;
    let date: ReadDate | undefined;
    if (k === Kind.number) date = readFromNumber(tokens, t, released, monthFirst);
    else if ((classes[t]! & W.month) !== 0 && k !== Kind.lower) date = readFromMonth(tokens, t, released);
    else if (k === Kind.capital && tokens.first[t] === 0x4a /* J */ && wordOf(tokens, t) === 'Juche')
      date = readJuche(tokens, t);
    if (date === undefined) continue;
    const whole = withWeekday(tokens, t, date);
    const finding: Finding = {
      from: whole.from,
      to: whole.to,
      type: 'date',
      reason: 'rule',
      rule: 'date',
      candidates: [],
      certain: true,
      strength: 90,
    };
    if (whole.normalized !== undefined) finding.normalized = whole.normalized;
    found.push(finding);
    next = whole.to;
  }
  return found;
}

/** `, 2024`, ` 2024`, `, Juche 113 (2024)` or `(2024)` from `t` on. */
function readYear(tokens: Tokens, t: number): { to: number; year: number } | undefined {
  let at = t;
  // `May 20. 2018`: the head line of some agencies.
  if (isMark(tokens, at, ',') || (isMark(tokens, at, '.') && isYearToItself(tokens, at + 1))) at++;
  if (
    isPlainNumber(tokens, at) &&
    isYear(readNumber(tokens, at)) &&
    tokens.end[at]! - tokens.start[at]! === 4
  )
    return { to: jucheBehind(tokens, at + 1, readNumber(tokens, at)), year: readNumber(tokens, at) };
  if (at < tokens.count && tokens.kind[at] === Kind.capital && wordOf(tokens, at) === 'Juche') {
    const juche = jucheYear(readNumber(tokens, at + 1));
    if (juche === undefined) return undefined;
    return { to: bracketedYear(tokens, at + 2) ?? at + 2, year: juche };
  }
  return undefined;
}

/** `2018` where it is no number of anything: at the end of a line, or before its Juche year. */
function isYearToItself(tokens: Tokens, t: number): boolean {
  if (!/^(?:19|20)\d\d$/.test(wordOf(tokens, t)) || tokens.spaced[t] === 0) return false;
  return (
    tokens.kind[t + 1] === Kind.stop ||
    jucheBehind(tokens, t + 1, readNumber(tokens, t)) > t + 1 ||
    isLineEnd(tokens, t)
  );
}

function isLineEnd(tokens: Tokens, t: number): boolean {
  return tokens.text.slice(tokens.end[t], tokens.start[t + 1]).includes('\n');
}

/** The end of `Juche 107` behind the year it repeats. */
function jucheBehind(tokens: Tokens, t: number, year: number): number {
  // `Juch 101`: as some years of the archive spell it.
  const same = /^Juche?$/.test(wordOf(tokens, t)) && jucheYear(readNumber(tokens, t + 1)) === year;
  return same ? t + 2 : t;
}

/** End of `(2019)` at `t`. */
function bracketedYear(tokens: Tokens, t: number): number | undefined {
  return isMark(tokens, t, '(') && isYear(readNumber(tokens, t + 1)) && isMark(tokens, t + 2, ')')
    ? t + 3
    : undefined;
}

function readFromMonth(tokens: Tokens, t: number, released: string | undefined): ReadDate | undefined {
  const month = monthNumber(wordOf(tokens, t))!;
  const next = afterMonth(tokens, t);
  const future = speaksOfFuture(tokens, t);
  if (isDayAt(tokens, next)) {
    const day = readNumber(tokens, next);
    let to = next + 1;
    let lastDay: number | undefined;
    let lastMonth = month;
    if (isRangeWord(tokens, to)) {
      if (isDayAt(tokens, to + 1) && !isCounted(tokens, to + 1)) {
        lastDay = readNumber(tokens, to + 1);
        to += 2;
      } else if (isMonth(tokens, behindWeekday(tokens, to + 1)) && wordOf(tokens, to) !== 'and') {
        const last = behindWeekday(tokens, to + 1);
        const after = afterMonth(tokens, last);
        if (isDayAt(tokens, after)) {
          lastMonth = monthNumber(wordOf(tokens, last))!;
          lastDay = readNumber(tokens, after);
          to = after + 1;
        }
      }
    }
    const year = readYear(tokens, to);
    const value = year?.year ?? inferYear(month, day, released, future);
    const first = isoDate(value, month, day);
    const last = lastDay === undefined ? undefined : isoDate(value, lastMonth, lastDay);
    return { to: year?.to ?? to, ...normal(first, last) };
  }
  const year = readYear(tokens, next);
  if (year !== undefined) return { to: year.to, ...normal(isoDate(year.year, month)) };
  if (isRangeWord(tokens, next) && isMonth(tokens, next + 1)) {
    const after = afterMonth(tokens, next + 1);
    const last = readYear(tokens, after);
    if (last !== undefined && !isDayAt(tokens, after))
      return {
        to: last.to,
        ...normal(isoDate(last.year, month), isoDate(last.year, monthNumber(wordOf(tokens, next + 1))!)),
      };
  }
  if (!isBareMonth(tokens, t) || isDeictic(tokens, next)) return undefined;
  // The dot of an abbreviation belongs to it.
  return { to: next, ...normal(isoDate(inferYear(month, undefined, released, future), month)) };
}

/** `May 3 to | Tuesday, | June 5`: the token behind a weekday and its comma; the token itself where there is none. */
function behindWeekday(tokens: Tokens, t: number): number {
  if (!isWeekday(tokens, t)) return t;
  return isMark(tokens, t + 1, ',') ? t + 2 : t + 1;
}

/** `June of last year`, `June and August of last year`, `December this year` */
function isDeictic(tokens: Tokens, t: number): boolean {
  let at = t;
  while (isRangeWord(tokens, at) && isMonth(tokens, at + 1)) at = afterMonth(tokens, at + 1);
  if (/^(?:last|this|next)$/.test(wordOf(tokens, at))) return wordOf(tokens, at + 1) === 'year';
  return wordOf(tokens, at) === 'of' && /^(?:last|this|next|the)$/.test(wordOf(tokens, at + 1));
}

const monthPrepositions = new Set(
  'in of since until till from by during early late mid between and for this through before after to'.split(
    ' ',
  ),
);

/** `in June`, `from September`: a month by itself needs a preposition, for May and March are words too; `last June` is deictic. */
function isBareMonth(tokens: Tokens, t: number): boolean {
  if (tokens.kind[t - 1] === Kind.mark && hyphens.has(wordOf(tokens, t - 1)))
    return /mid/i.test(wordOf(tokens, t - 2));
  if (tokens.kind[t - 1] !== Kind.lower && tokens.kind[t - 1] !== Kind.capital) return false;
  const before = wordOf(tokens, t - 1).toLowerCase();
  if (!monthPrepositions.has(before) || before === 'this') return false;
  const word = wordOf(tokens, t);
  const doubtful = word === 'May' || word === 'March' || word === 'Mar';
  return !doubtful || before === 'in' || before === 'since' || before === 'of';
}

function readFromNumber(
  tokens: Tokens,
  t: number,
  released: string | undefined,
  monthFirst: boolean,
): ReadDate | undefined {
  const length = tokens.end[t]! - tokens.start[t]!;
  if (length === 4) return readNumericDate(tokens, t) ?? readYears(tokens, t);
  if (length > 4) return undefined;
  if (!isDayAt(tokens, t)) return undefined;
  const dotted = readDottedDate(tokens, t, monthFirst);
  if (dotted !== undefined) return dotted;
  const day = readNumber(tokens, t);
  let at = t + 1;
  let lastDay: number | undefined;
  if (isRangeWord(tokens, at) && isDayAt(tokens, at + 1)) {
    lastDay = readNumber(tokens, at + 1);
    at += 2;
  }
  if (at < tokens.count && tokens.kind[at] === Kind.lower && wordOf(tokens, at) === 'of') at++;
  if (!isMonth(tokens, at)) return undefined;
  const month = monthNumber(wordOf(tokens, at))!;
  // `5 March` is a date, `12 May …` hardly anything else; but `November 12 May said` belongs to what stands before.
  const next = afterMonth(tokens, at);
  if (isRangeWord(tokens, next) && isDayAt(tokens, next + 1) && isMonth(tokens, next + 2)) {
    const until = afterMonth(tokens, next + 2);
    const year = readYear(tokens, until);
    const lastMonth = monthNumber(wordOf(tokens, next + 2))!;
    const value = year?.year ?? inferYear(month, day, released, speaksOfFuture(tokens, t));
    return {
      to: year?.to ?? until,
      ...normal(isoDate(value, month, day), isoDate(value, lastMonth, readNumber(tokens, next + 1))),
    };
  }
  const year = readYear(tokens, next);
  const value = year?.year ?? inferYear(month, day, released, speaksOfFuture(tokens, t));
  const last = lastDay === undefined ? undefined : isoDate(value, month, lastDay);
  return { to: year?.to ?? next, ...normal(isoDate(value, month, day), last) };
}

/** `Juche113.1.21.` (the last dot is part of it), `Juche 113 (2024)`, `Juche 113`. */
function readJuche(tokens: Tokens, t: number): ReadDate | undefined {
  const year = jucheYear(readNumber(tokens, t + 1));
  if (year === undefined || !/^\d{1,3}$/.test(wordOf(tokens, t + 1))) return undefined;
  if (isMark(tokens, t + 2, '.') && isMark(tokens, t + 4, '.')) {
    const iso = isoDate(year, readNumber(tokens, t + 3), readNumber(tokens, t + 5));
    if (iso !== undefined) return { to: isMark(tokens, t + 6, '.') ? t + 7 : t + 6, normalized: iso };
  }
  return { to: bracketedYear(tokens, t + 2) ?? t + 2, normalized: String(year) };
}

/** A weekday that stands at the date: `Thursday, June 5` and `Nov. 28, 2024 Thursday`. */
function withWeekday(tokens: Tokens, from: number, date: ReadDate): ReadDate & { from: number } {
  let first = from;
  let to = date.to;
  const before = isMark(tokens, from - 1, ',') ? from - 2 : from - 1;
  if (before > 0 && (tokens.classes[before]! & W.weekday) !== 0 && tokens.kind[before] === Kind.capital)
    first = before;
  else if (isMark(tokens, from - 1, '.') && isWeekday(tokens, from - 2)) first = from - 2;
  if (isWeekday(tokens, to) && tokens.end[to]! - tokens.start[to]! > 3) to++;
  else if (
    isMark(tokens, to, ',') &&
    isWeekday(tokens, to + 1) &&
    tokens.end[to + 1]! - tokens.start[to + 1]! > 3
  )
    to += 2;
  else if (isMark(tokens, to, '(') && isWeekday(tokens, to + 1)) {
    const close = isMark(tokens, to + 2, '.') ? to + 3 : to + 2;
    if (isMark(tokens, close, ')')) to = close + 1;
  }
  return date.normalized === undefined
    ? { from: first, to }
    : { from: first, to, normalized: date.normalized };
}
