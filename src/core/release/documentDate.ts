import { findCalendarDate, isoDate, type CalendarDate } from './calendarDate';
import type { Dateline } from './dateline';
import { documentNumber, isLabelledDate } from './furniture';
import type { DateSource, Region, RegionType } from './release';

interface Dated {
  readonly iso: string;
  readonly source: DateSource;
}

/** The day a release is of, and what told it; `fileName` is the last resort, and a witness of the year. */
export function documentDate(
  text: string,
  regions: readonly Region[],
  dateline: Dateline | undefined,
  fileName: string,
  monthFirst = false,
): Dated | undefined {
  const first = dateline?.date;
  if (first?.year !== undefined)
    return { iso: isoDate(first.year, first.month, first.day), source: 'dateline' };
  const masthead =
    dateIn(text, regions, 'masthead-date', monthFirst, isLabelledDate) ??
    dateIn(text, regions, 'masthead-date', monthFirst);
  const source = dateIn(text, regions, 'sourceline', monthFirst);
  const signature = dateIn(text, regions, 'signature-date', monthFirst);
  const named = fullDate(
    findCalendarDate(
      fileName
        .replace(/^.*[\\/]/u, '')
        .slice(0, 120)
        .replace(/_/gu, '-'),
    ),
  );
  if (first) {
    const near = masthead ?? source ?? signature ?? named;
    const year = near ? yearBefore(near, first) : yearAround(text, regions, first);
    if (year !== undefined)
      return { iso: isoDate(year, first.month, first.day), source: 'dateline-inferred' };
  }
  if (masthead) return { iso: masthead, source: 'masthead' };
  if (source) return { iso: source, source: 'sourceline' };
  if (signature) return { iso: signature, source: 'signature' };
  const numbered = numberedDay(text, regions);
  if (numbered) return { iso: numbered, source: 'number' };
  const titled = dateIn(text, regions, 'headline', monthFirst);
  if (titled) return { iso: titled, source: 'headline' };
  if (named) return { iso: named, source: 'file-name' };
  const said = openingDay(text, regions);
  return said ? { iso: said, source: 'text' } : undefined;
}

/** The day in a ministry's document number, `1204-18-07-2026`. */
function numberedDay(text: string, regions: readonly Region[]): string | undefined {
  for (const region of regions) {
    if (region.type !== 'boilerplate') continue;
    for (const line of text.slice(region.start, Math.min(region.end, region.start + 300)).split(/\s*\n\s*/u))
      if (documentNumber.test(line)) return fullDate(findCalendarDate(line.replace(/^\D*\d+-/u, '')));
  }
  return undefined;
}

/** `The press release issued by the Foreign Office on 5 June 2026.` */
const issuedOn =
  /^(?:the|this) (?:press release|statement|readout)(?: was)? (?:issued|published|released) by .{3,80} on (.{6,24}\d{4})\.?$/iu;

/** The full date that the first paragraph opens with: `On June 5, 2026, …`. Dates further on are of older things. */
function openingDay(text: string, regions: readonly Region[]): string | undefined {
  const first = regions.find(({ type }) => type === 'paragraph');
  const opening = first ? text.slice(first.start, Math.min(first.end, first.start + 48)) : '';
  const issued = first && issuedOn.exec(text.slice(first.start, Math.min(first.end, first.start + 160)));
  if (issued) return fullDate(findCalendarDate(issued[1]!));
  const date = findCalendarDate(opening);
  return date && /^(?:(?:On|Today,?(?: on)?|В|Am|Le|El)\s)?$/u.test(opening.slice(0, date.index))
    ? fullDate(date)
    : undefined;
}

/** The first full date in the regions of a type, where `holds` is true of what they say. */
function dateIn(
  text: string,
  regions: readonly Region[],
  type: RegionType,
  monthFirst: boolean,
  holds: (s: string) => boolean = () => true,
): string | undefined {
  for (const region of regions) {
    if (region.type !== type) continue;
    const said = text.slice(region.start, Math.min(region.end, region.start + 200));
    const iso = holds(said) ? fullDate(findCalendarDate(said, monthFirst)) : undefined;
    if (iso) return iso;
  }
  return undefined;
}

function fullDate(date: CalendarDate | undefined): string | undefined {
  return date?.year === undefined ? undefined : isoDate(date.year, date.month, date.day);
}

/** The year that makes a day and month the latest one not after a known date; a day of grace for other time zones. */
function yearBefore(known: string, date: CalendarDate): number {
  const year = Number(known.slice(0, 4));
  const gap =
    daysOf(year, date.month, date.day) - daysOf(year, Number(known.slice(5, 7)), Number(known.slice(8, 10)));
  return gap > 1 ? year - 1 : year;
}

const daysOf = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000;

const anyYear = /(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)/gu;

/** The days written with their years. */
function* fullDays(text: string): Generator<Required<CalendarDate>> {
  for (const { index } of text.matchAll(/(?:19|20)\d\d/gu)) {
    const date = findCalendarDate(text.slice(Math.max(0, index - 24), index + 11));
    if (date?.year !== undefined) yield { ...date, year: date.year };
  }
}

/**
 * The year of a dateline without one, from the rest of the text: of the latest full date in the boilerplate (teasers are no older
 * than the page), or of a day in the paragraphs that lies just before the dateline's own.
 */
function yearAround(text: string, regions: readonly Region[], date: CalendarDate): number | undefined {
  const openings = (type: RegionType, most: number): string[] =>
    regions
      .filter((region) => region.type === type)
      .slice(0, 30)
      .map(({ start, end }) => text.slice(start, Math.min(end, start + most)));
  let latest = '';
  for (const part of openings('boilerplate', 20_000))
    for (const date of fullDays(part)) {
      const day = isoDate(date.year, date.month, date.day);
      if (day > latest) latest = day;
    }
  if (latest !== '') return yearBefore(latest, date);
  const paragraphs = openings('paragraph', 4000);
  // What is commemorated lies shortly before the dateline's day, too. Releases on the net are no older than the nineties.
  if (paragraphs.some((part) => /anniversary|founding/iu.test(part))) return undefined;
  let named: readonly number[] | undefined;
  let year: number | undefined;
  for (const part of paragraphs)
    for (const day of fullDays(part)) {
      if (day.year < 1995) continue;
      named ??= paragraphs.flatMap((each) => [...each.matchAll(anyYear)].map(([y]) => Number(y)));
      if (!named.every((other) => other <= day.year)) continue;
      const gap = daysOf(day.year, date.month, date.day) - daysOf(day.year, day.month, day.day);
      if (gap >= -1 && gap <= 5) year = day.year;
    }
  return year;
}
