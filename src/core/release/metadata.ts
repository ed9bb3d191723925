import { findCalendarDate, isoDate, type CalendarDate } from './calendarDate';
import { readPlaceAndDate, type Dateline } from './dateline';
import { issuerOfMasthead, issuerOfSite } from './issuers';
import type { DateSource, Region, RegionType, ReleaseMetadata } from './release';

interface Dated {
  readonly iso: string;
  readonly source: DateSource;
}

const titleMarkup = /\*\*|__|^#+\s/gu;

/** Gathers what the regions say of a release. `fileName` may carry a date (`2024-01-21-visit.txt`) or a folder's issuer. */
export function readMetadata(
  text: string,
  regions: readonly Region[],
  dateline: Dateline | undefined,
  fileName: string,
): ReleaseMetadata {
  const title = regions.find((region) => region.type === 'headline');
  const signature = regions.find((region) => region.type === 'signature-date');
  const signed = signature && readPlaceAndDate(text, signature);
  const place = dateline?.place ?? signed?.place;
  const date = dateOf(text, regions, dateline, fileName);
  const issuer = issuerOf(text, regions, dateline, fileName);
  return {
    ...(title ? { title: inOneLine(text.slice(title.start, Math.min(title.end, title.start + 2000))) } : {}),
    ...(issuer ? { issuer } : {}),
    ...(dateline?.agency ? { agency: dateline.agency } : {}),
    ...(place ? { place } : {}),
    ...(date ? { date: date.iso, dateSource: date.source } : {}),
  };
}

function inOneLine(title: string): string {
  return title.replace(titleMarkup, '').replace(/\s+/gu, ' ').trim();
}

function dateOf(
  text: string,
  regions: readonly Region[],
  dateline: Dateline | undefined,
  fileName: string,
): Dated | undefined {
  const first = dateline?.date;
  if (first?.year !== undefined)
    return { iso: isoDate(first.year, first.month, first.day), source: 'dateline' };
  const masthead = dateIn(text, regions, 'masthead-date');
  const source = dateIn(text, regions, 'sourceline');
  const signature = dateIn(text, regions, 'signature-date');
  const named = fullDate(
    findCalendarDate(
      fileName
        .replace(/^.*[\\/]/u, '')
        .slice(0, 120)
        .replace(/_/gu, ' '),
    ),
  );
  if (first) {
    const near = masthead ?? source ?? signature ?? named ?? fullDate(lastDay(text, regions));
    const year = near ? yearBefore(near, first) : undefined;
    if (year !== undefined)
      return { iso: isoDate(year, first.month, first.day), source: 'dateline-inferred' };
  }
  if (masthead) return { iso: masthead, source: 'masthead' };
  if (source) return { iso: source, source: 'sourceline' };
  if (signature) return { iso: signature, source: 'signature' };
  return named ? { iso: named, source: 'file-name' } : undefined;
}

/** The first full date in the regions of a type. */
function dateIn(text: string, regions: readonly Region[], type: RegionType): string | undefined {
  for (const region of regions) {
    if (region.type !== type) continue;
    const iso = fullDate(
      findCalendarDate(text.slice(region.start, Math.min(region.end, region.start + 200))),
    );
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

const fullDay =
  /(?:\p{L}{3,12}\.?\s\d{1,2},?\s(?:Juche\s?\d{2,3}\s?\()?(?:19|20)\d\d|\d{1,2}\s\p{L}{3,12}\s(?:19|20)\d\d|(?<!\d)(?:19|20)\d\d[-.]\d\d?[-.]\d\d?(?!\d))/gu;
const anyYear = /(?<![\d.,])((?:19|20)\d\d)(?![\d.,]*\d)/gu;

/** The latest full date of boilerplate (teasers are no older than the page), else of the text; or the latest year named there. */
function lastDay(text: string, regions: readonly Region[]): CalendarDate | undefined {
  const page = regions
    .filter((r) => r.type === 'boilerplate')
    .map((r) => text.slice(r.start, Math.min(r.end, r.start + 20_000)));
  const body = regions
    .filter((r) => r.type === 'paragraph')
    .map((r) => text.slice(r.start, Math.min(r.end, r.start + 4000)));
  for (const parts of [page, body.slice(0, 40)]) {
    let latest: CalendarDate | undefined;
    for (const part of parts)
      for (const match of part.matchAll(fullDay)) {
        const date = findCalendarDate(match[0]);
        if (date?.year !== undefined && (!latest || fullDate(date)! > fullDate(latest)!)) latest = date;
      }
    if (latest) return latest;
  }
  const years = body.slice(0, 40).flatMap((part) => [...part.matchAll(anyYear)].map((m) => Number(m[1])));
  const year = Math.max(0, ...years.filter((y) => y >= 1945 && y <= 2035));
  return year > 0 ? { index: 0, length: 4, year, month: 12, day: 31 } : undefined;
}

function issuerOf(
  text: string,
  regions: readonly Region[],
  dateline: Dateline | undefined,
  fileName: string,
): string | undefined {
  const short = (region: Region): string =>
    text.slice(region.start, Math.min(region.end, region.start + 200));
  for (const region of regions) {
    const named =
      region.type === 'masthead-source' || region.type === 'signature'
        ? issuerOfMasthead(short(region))
        : undefined;
    const sited = region.type === 'sourceline' ? issuerOfSite(short(region)) : undefined;
    if (named ?? sited) return named ?? sited;
  }
  if (dateline?.agency) return issuerOfMasthead(dateline.agency) ?? dateline.agency;
  const byline = regions.find((region) => region.type === 'byline');
  return (
    (byline && /^(?:Rodong|Minju)/u.test(short(byline))
      ? issuerOfMasthead(short(byline).split(/\s+/u).slice(0, 2).join(' '))
      : undefined) ??
    issuerOfPage(text, regions) ??
    issuerOfSite(fileName)
  );
}

/** The issuer whose site a page names in its furniture, or in a heading `More from …`. */
function issuerOfPage(text: string, regions: readonly Region[]): string | undefined {
  for (const region of regions) {
    if (region.type !== 'boilerplate') continue;
    const found = issuerOfSite(text.slice(region.start, Math.min(region.end, region.start + 300)));
    if (found) return found;
  }
  return undefined;
}
