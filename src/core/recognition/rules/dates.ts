import type { Finding } from '../finding';
import { W } from '../lexicon';
import { Kind, isMark, wordOf } from '../tokens';
import type { Tokens } from '../tokens';
import { inferYear, isDay, isYear, isoDate, jucheYear, monthNumber } from './calendar';

/**
 * Calendar expressions: `January 15 to 17, 2024`, `Jan. 20`, `5-7 June 2024`, `September 2023`, bare `June` after a preposition,
 * `April, Juche 108(2019)`, `Juche113.1.21.`, `2023-10-20`, `20.10.2023`, with a weekday before or behind. `released` is the
 * release's own date, from which missing years are inferred. Deictic expressions (`today`) and durations are no dates.
 */
export function findDates(tokens: Tokens, released: string | undefined): Finding[] {
  const found: Finding[] = [];
  const { count, kind, classes } = tokens;
  for (let t = 1; t < count; t++) {
    const k = kind[t]!;
    let date: ReadDate | undefined;
    if (k === Kind.number) date = readFromNumber(tokens, t, released);
    else if ((classes[t]! & W.month) !== 0 && k !== Kind.lower) date = readFromMonth(tokens, t, released);
    else if (k === Kind.capital && tokens.first[t] === 0x4a /* J */ && wordOf(tokens, t) === 'Juche')
      date = readJuche(tokens, t);
    if (date === undefined) continue;
    const whole = withWeekday(tokens, t, date);
    found.push({
      ...whole,
      type: 'date',
      reason: 'rule',
      rule: 'date',
      candidates: [],
      certain: true,
      strength: 90,
    });
    t = whole.to - 1;
  }
  return found;
}

interface ReadDate {
  readonly to: number;
  readonly normalized?: string;
}

const hyphens = new Set(['-', '–', '—', '‐', '‑', '−', '~']);

function readNumber(tokens: Tokens, t: number): number {
  if (t >= tokens.count || tokens.kind[t] !== Kind.number) return NaN;
  return Number.parseInt(wordOf(tokens, t), 10);
}

function isPlainNumber(tokens: Tokens, t: number): boolean {
  return t < tokens.count && tokens.kind[t] === Kind.number && /^\d+$/.test(wordOf(tokens, t));
}

/** The token behind a month name: skips the dot of an abbreviation. */
function afterMonth(tokens: Tokens, t: number): number {
  const abbreviated =
    tokens.end[t]! - tokens.start[t]! <= 4 && !/^(?:may|june|july)$/i.test(wordOf(tokens, t));
  return abbreviated && isMark(tokens, t + 1, '.') && tokens.spaced[t + 1] === 0 ? t + 2 : t + 1;
}

function isRangeWord(tokens: Tokens, t: number): boolean {
  if (t >= tokens.count) return false;
  if (tokens.kind[t] === Kind.mark) return hyphens.has(wordOf(tokens, t));
  if (tokens.kind[t] !== Kind.lower) return false;
  const word = wordOf(tokens, t);
  return word === 'to' || word === 'and' || word === 'through' || word === 'till' || word === 'until';
}

function isMonth(tokens: Tokens, t: number): boolean {
  return t < tokens.count && (tokens.classes[t]! & W.month) !== 0 && tokens.kind[t] !== Kind.lower;
}

/** Whether the number at `t` is a day: 1–31, not the beginning of `5.30` or `5:30` or `5 percent`. */
function isDayAt(tokens: Tokens, t: number): boolean {
  if (!isDay(readNumber(tokens, t))) return false;
  const text = wordOf(tokens, t);
  if (!/^\d{1,2}(?:st|nd|rd|th)?$/i.test(text)) return false;
  const next = t + 1;
  return !(isMark(tokens, next, ':') && tokens.spaced[next] === 0 && isPlainNumber(tokens, next + 1));
}

/** `, 2024`, ` 2024`, `, Juche 113 (2024)` or `(2024)` from `t` on. */
function readYear(tokens: Tokens, t: number): { to: number; year: number } | undefined {
  let at = t;
  if (isMark(tokens, at, ',')) at++;
  if (
    isPlainNumber(tokens, at) &&
    isYear(readNumber(tokens, at)) &&
    tokens.end[at]! - tokens.start[at]! === 4
  )
    return { to: at + 1, year: readNumber(tokens, at) };
  if (at < tokens.count && tokens.kind[at] === Kind.capital && wordOf(tokens, at) === 'Juche') {
    const juche = jucheYear(readNumber(tokens, at + 1));
    if (juche === undefined) return undefined;
    return { to: bracketedYear(tokens, at + 2) ?? at + 2, year: juche };
  }
  return undefined;
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
      } else if (isMonth(tokens, to + 1) && wordOf(tokens, to) !== 'and') {
        const after = afterMonth(tokens, to + 1);
        if (isDayAt(tokens, after)) {
          lastMonth = monthNumber(wordOf(tokens, to + 1))!;
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

/** `June of last year`, `June and August of last year` */
function isDeictic(tokens: Tokens, t: number): boolean {
  let at = t;
  while (isRangeWord(tokens, at) && isMonth(tokens, at + 1)) at = afterMonth(tokens, at + 1);
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

function readFromNumber(tokens: Tokens, t: number, released: string | undefined): ReadDate | undefined {
  const length = tokens.end[t]! - tokens.start[t]!;
  if (length === 4) return readNumericDate(tokens, t) ?? readYears(tokens, t);
  if (length > 4) return undefined;
  if (!isDayAt(tokens, t)) return undefined;
  const dotted = readDottedDate(tokens, t);
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

/** `2023-10-20`, `2024.02.11.`, `2024/2/11`, also in front of a time (`2022-06-08T15:15:00Z`). */
function readNumericDate(tokens: Tokens, t: number): ReadDate | undefined {
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
function endOfTime(tokens: Tokens, t: number): number {
  let to = t + 1;
  while (
    to < tokens.count &&
    tokens.spaced[to] === 0 &&
    (tokens.kind[to] === Kind.number || isMark(tokens, to, ':') || isMark(tokens, to, '.'))
  )
    to++;
  return tokens.spaced[to] === 0 && /^[Zz]$/.test(wordOf(tokens, to)) ? to + 1 : to;
}

const yearPrepositions = new Set(
  'in since by of until till from during before after through for between to and year early late mid around circa throughout towards'.split(
    ' ',
  ),
);

/** `in 2021`, `2022–2024`, `the 1950s`: years by themselves need a word before them that dates go with, or a partner. */
function readYears(tokens: Tokens, t: number): ReadDate | undefined {
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

/** `20.10.2023` or `20/10/2023`: day first. */
function readDottedDate(tokens: Tokens, t: number): ReadDate | undefined {
  const separator = wordOf(tokens, t + 1);
  if (separator !== '.' && separator !== '/') return undefined;
  if (wordOf(tokens, t + 3) !== separator || tokens.spaced[t + 2] === 1 || tokens.spaced[t + 4] === 1)
    return undefined;
  const year = readNumber(tokens, t + 4);
  if (!isYear(year) || tokens.end[t + 4]! - tokens.start[t + 4]! !== 4) return undefined;
  const iso = isoDate(year, readNumber(tokens, t + 2), readNumber(tokens, t));
  return iso === undefined ? undefined : { to: t + 5, normalized: iso };
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
  return { ...date, from: first, to };
}

function isWeekday(tokens: Tokens, t: number): boolean {
  return (
    t > 0 && t < tokens.count && (tokens.classes[t]! & W.weekday) !== 0 && tokens.kind[t] === Kind.capital
  );
}

/** `June 5 and 12 countries`: the second number counts something. */
function isCounted(tokens: Tokens, t: number): boolean {
  if (wordOf(tokens, t - 1) !== 'and') return false;
  return tokens.kind[t + 1] === Kind.lower && (tokens.classes[t + 1]! & W.function) === 0;
}

/** Whether `will`, `to be` or the like stands shortly before in the sentence. */
function speaksOfFuture(tokens: Tokens, t: number): boolean {
  for (let p = t - 1; p > 0 && p > t - 25; p--) {
    if (tokens.kind[p] === Kind.stop || isMark(tokens, p, '.')) return false;
    if (tokens.kind[p] !== Kind.lower) continue;
    const word = wordOf(tokens, p);
    if (
      word === 'will' ||
      word === 'upcoming' ||
      word === 'forthcoming' ||
      word === 'scheduled' ||
      word === 'next'
    )
      return true;
  }
  return false;
}

function normal(first: string | undefined, last?: string): { normalized?: string } {
  if (first === undefined) return {};
  return { normalized: last === undefined || last <= first ? first : `${first}/${last}` };
}
