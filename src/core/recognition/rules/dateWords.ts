import { W } from '../lexicon';
import { Kind, isMark, wordOf } from '../tokens';
import type { Tokens } from '../tokens';
import { isDay } from './calendar';

/** A date read from some token on: the token behind it, and its ISO form where the year is known. */
export interface ReadDate {
  readonly to: number;
  readonly normalized?: string;
}

export const hyphens = new Set(['-', '–', '—', '‐', '‑', '−', '~']);

export function readNumber(tokens: Tokens, t: number): number {
  if (t >= tokens.count || tokens.kind[t] !== Kind.number) return NaN;
  return Number.parseInt(wordOf(tokens, t), 10);
}

export function isPlainNumber(tokens: Tokens, t: number): boolean {
  return t < tokens.count && tokens.kind[t] === Kind.number && /^\d+$/.test(wordOf(tokens, t));
}

/** The token behind a month name: skips the dot of an abbreviation. */
export function afterMonth(tokens: Tokens, t: number): number {
  const abbreviated =
    tokens.end[t]! - tokens.start[t]! <= 4 && !/^(?:may|june|july)$/i.test(wordOf(tokens, t));
  return abbreviated && isMark(tokens, t + 1, '.') && tokens.spaced[t + 1] === 0 ? t + 2 : t + 1;
}

export function isRangeWord(tokens: Tokens, t: number): boolean {
  if (t >= tokens.count) return false;
  if (tokens.kind[t] === Kind.mark) return hyphens.has(wordOf(tokens, t));
  if (tokens.kind[t] !== Kind.lower) return false;
  const word = wordOf(tokens, t);
  return word === 'to' || word === 'and' || word === 'through' || word === 'till' || word === 'until';
}

export function isMonth(tokens: Tokens, t: number): boolean {
  return t < tokens.count && (tokens.classes[t]! & W.month) !== 0 && tokens.kind[t] !== Kind.lower;
}

/** Whether the number at `t` is a day: 1–31, not the beginning of `5.30` or `5:30` or `5 percent`. */
export function isDayAt(tokens: Tokens, t: number): boolean {
  if (!isDay(readNumber(tokens, t))) return false;
  const text = wordOf(tokens, t);
  if (!/^\d{1,2}(?:st|nd|rd|th)?$/i.test(text)) return false;
  const next = t + 1;
  return !(isMark(tokens, next, ':') && tokens.spaced[next] === 0 && isPlainNumber(tokens, next + 1));
}

export function isWeekday(tokens: Tokens, t: number): boolean {
  return (
    t > 0 && t < tokens.count && (tokens.classes[t]! & W.weekday) !== 0 && tokens.kind[t] === Kind.capital
  );
}

/** `June 5 and 12 countries`: the second number counts something. */
export function isCounted(tokens: Tokens, t: number): boolean {
  if (wordOf(tokens, t - 1) !== 'and') return false;
  return tokens.kind[t + 1] === Kind.lower && (tokens.classes[t + 1]! & W.function) === 0;
}

/** Whether `will`, `to be` or the like stands shortly before in the sentence. */
export function speaksOfFuture(tokens: Tokens, t: number): boolean {
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

export function normal(first: string | undefined, last?: string): { normalized?: string } {
  if (first === undefined) return {};
  return { normalized: last === undefined || last <= first ? first : `${first}/${last}` };
}
