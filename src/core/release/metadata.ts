import { readPlaceAndDate, type Dateline } from './dateline';
import { documentDate } from './documentDate';
import { issuerNamedIn, issuerOfHeadline, issuerOfMasthead, issuerOfSite, writesMonthFirst } from './issuers';
import type { Region, RegionType, ReleaseMetadata } from './release';

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
  const issuer = issuerOf(text, regions, dateline, fileName);
  const date = documentDate(text, regions, dateline, fileName, writesMonthFirst(issuer));
  return {
    ...(title ? { title: inOneLine(text.slice(title.start, Math.min(title.end, title.start + 2000))) } : {}),
    ...(issuer ? { issuer } : {}),
    ...(dateline?.agency ? { agency: dateline.agency } : {}),
    ...(place ? { place } : {}),
    ...(date ? { date: date.iso, dateSource: date.source } : {}),
  };
}

function inOneLine(title: string): string {
  return title
    .replace(titleMarkup, '')
    .replace(/\s+/gu, ' ')
    .replace(/(?:\s?\|)+\s*$/u, '')
    .trim()
    .replace(/^(?:press release|news release|media release)\s?[:：|]\s?(?=\S)/iu, '');
}

function issuerOf(
  text: string,
  regions: readonly Region[],
  dateline: Dateline | undefined,
  fileName: string,
): string | undefined {
  const first = <T>(type: RegionType, read: (s: string) => T | undefined): T | undefined => {
    for (const region of regions) {
      const found =
        region.type === type
          ? read(text.slice(region.start, Math.min(region.end, region.start + 300)))
          : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return (
    first('masthead-source', issuerOfMasthead) ??
    first('sourceline', issuerOfSite) ??
    (dateline?.agency && (issuerOfMasthead(dateline.agency) ?? dateline.agency)) ??
    first('headline', issuerOfHeadline) ??
    first('signature', issuerOfMasthead) ??
    first('byline', (s) => issuerNamedIn(s)) ??
    first('boilerplate', (s) => issuerOfSite(s) ?? issuerNamedIn(s)) ??
    issuerOfSite(fileName)
  );
}
