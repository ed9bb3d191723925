import type { ConcordanceLine } from '../concordance';
import { leftContextKey, rightContextKey } from '../concordance';
import type { IndexedRelease } from '../corpusView';
import { dateText } from '../store/fileHead';
import { foldName } from '../subject';

/** Orders of lines: by date (oldest or newest first), by the words left or right of the keyword, by the keyword, by file. */
export const lineOrders = ['date', 'newest', 'before', 'after', 'keyword', 'file'] as const;
export type LineOrder = (typeof lineOrders)[number];

/** Which lines are shown, and in what order. */
export interface Arrangement {
  readonly order: LineOrder;
  /** Words that all have to stand in the line, its headline or its file's name; empty shows all. */
  readonly filter: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: only releases of that time; empty shows all. */
  readonly period: string;
}

export const plainArrangement: Arrangement = { order: 'date', filter: '', period: '' };

/** Whether the texts have to be read before it is known which lines come first. */
export function needsTexts({ order, filter }: Arrangement): boolean {
  return filter.trim() !== '' || order === 'before' || order === 'after' || order === 'keyword';
}

/** A test whether a date (`yyyymmdd`, 0 for none) is of a period. */
export function periodTest(period: string): (date: number) => boolean {
  if (period === '') return () => true;
  return (date) => (dateText(date) ?? '').startsWith(period);
}

/** A test of lines for the words of a filter; capitals, diacritics and kinds of dashes and quotes don't matter. */
export function lineFilter(filter: string): (line: ConcordanceLine, release: IndexedRelease) => boolean {
  const words = foldName(filter).split(' ').filter(Boolean);
  if (words.length === 0) return () => true;
  return ({ before, keyword, after }, { path, title = '' }) => {
    const text = foldName(`${before}${keyword}${after} ${title} ${path}`);
    return words.every((word) => text.includes(word));
  };
}

/** What lines of an order that needs texts are sorted by. */
export function sortKey(order: LineOrder, line: ConcordanceLine): string {
  if (order === 'before') return leftContextKey(line);
  if (order === 'after') return rightContextKey(line);
  return order === 'keyword' ? line.keyword.toLowerCase() : '';
}
