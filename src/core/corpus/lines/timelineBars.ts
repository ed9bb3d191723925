/** Mentions in one stretch of time. */
export interface TimelineBar {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly period: string;
  readonly count: number;
  readonly releases: number;
}

export interface TimelineBars {
  readonly unit: 'year' | 'month' | 'day';
  /** Every period from the first to the last, those without a mention included. */
  readonly bars: readonly TimelineBar[];
  /** Mentions in releases whose date is unknown. */
  readonly undated: number;
}

/** More bars than that can't be told apart on a page. */
const mostBars = 120;

/**
 * Counts over time, in the finest unit that gives a readable number of bars.
 *
 * @param counts of each release with its date (ISO `YYYY-MM-DD`), in any order
 */
export function timelineBars(
  counts: Iterable<{ readonly date: string | undefined; readonly count: number }>,
): TimelineBars {
  let undated = 0;
  const days = new Map<string, { count: number; releases: number }>();
  for (const { date, count } of counts) {
    if (date === undefined) undated += count;
    else add(days, date, count, 1);
  }
  const dates = [...days.keys()].sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return { unit: 'year', bars: [], undated };
  const unit = isShort(first, last, 'day') ? 'day' : isShort(first, last, 'month') ? 'month' : 'year';
  const periods = new Map<string, { count: number; releases: number }>();
  for (const period of periodsBetween(first, last, unit)) periods.set(period, { count: 0, releases: 0 });
  for (const [day, { count, releases }] of days) add(periods, day.slice(0, digits[unit]), count, releases);
  return { unit, bars: [...periods].map(([period, bar]) => ({ period, ...bar })), undated };
}

const digits = { year: 4, month: 7, day: 10 } as const;
type Unit = keyof typeof digits;

function add(
  to: Map<string, { count: number; releases: number }>,
  period: string,
  count: number,
  releases: number,
): void {
  const bar = to.get(period);
  if (bar === undefined) to.set(period, { count, releases });
  else {
    bar.count += count;
    bar.releases += releases;
  }
}

function isShort(first: string, last: string, unit: Unit): boolean {
  return (numberOf(last, unit) - numberOf(first, unit)) / (unit === 'day' ? 2 : 1) < mostBars;
}

/** Periods are counted, so that two can be subtracted. */
function numberOf(date: string, unit: Unit): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  if (unit === 'year') return year;
  return unit === 'month' ? year * 12 + month - 1 : Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

function* periodsBetween(first: string, last: string, unit: Unit): Generator<string, void> {
  const end = numberOf(last, unit);
  for (let number = numberOf(first, unit); number <= end; number++) yield periodOf(number, unit);
}

function periodOf(number: number, unit: Unit): string {
  if (unit === 'day') return new Date(number * 86_400_000).toISOString().slice(0, 10);
  const year = String(unit === 'year' ? number : Math.floor(number / 12)).padStart(4, '0');
  return unit === 'year' ? year : `${year}-${String((number % 12) + 1).padStart(2, '0')}`;
}
