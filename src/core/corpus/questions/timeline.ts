import type { CorpusView } from '../corpusView';
import type { SubjectKey } from '../subject';

/** Mentions of a subject (or passages with a code, `#id`) in one stretch of time. */
export interface TimelinePoint {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty for releases whose date is unknown. */
  readonly period: string;
  readonly count: number;
  /** Releases that mention it. */
  readonly releases: number;
}

const digits = { year: 4, month: 7, day: 10 } as const;

/** How often a subject is mentioned over time, by the dates of the releases, ascending; periods without a mention are left out. */
export function timeline(
  view: CorpusView,
  term: SubjectKey,
  unit: 'year' | 'month' | 'day',
): readonly TimelinePoint[] {
  const points = new Map<string, { count: number; releases: number }>();
  for (const { release, count } of view.releasesWith(term)) {
    const period = release.date?.slice(0, digits[unit]) ?? '';
    const point = points.get(period);
    if (point === undefined) points.set(period, { count, releases: 1 });
    else {
      point.count += count;
      point.releases++;
    }
  }
  return [...points]
    .map(([period, point]) => ({ period, ...point }))
    .sort((a, b) => (a.period < b.period ? -1 : 1));
}
