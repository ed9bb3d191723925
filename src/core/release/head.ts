import type { Span } from '../text/span';
import { readDateline, readPlaceAndDate, type Dateline } from './dateline';
import { isDateLine, isFurniture, isListHeading } from './furniture';
import { findHeadline, headlineText, isStump } from './headline';
import { isKicker, isMastheadSource } from './issuers';
import {
  bracketedMasthead,
  headByline,
  isMenu,
  isMissionLine,
  isPlaceLine,
  isStateLine,
  timestamp,
} from './mastheadLine';
import type { Region, RegionType } from './release';
import { lineText, type Line } from './textLines';

/** What stands above the body, and the number of lines it takes. */
export interface Head {
  readonly regions: readonly Region[];
  readonly lines: number;
  /** A line of its own that says the place, perhaps the date. */
  readonly dateline?: Dateline;
}

const mostLines = 24;

/** Reads masthead, headline and stand-alone dateline from the first lines of a release. */
export function readHead(text: string, lines: readonly Line[]): Head {
  const regions: Region[] = [];
  const headline = findHeadline(text, lines);
  const title = headline && headlineText(text, lines, headline);
  let dateline: Dateline | undefined;
  const put = (type: RegionType, span: Span): void => {
    regions.push({ type, start: span.start, end: span.end });
  };
  let i = 0;
  for (; i < lines.length && i < mostLines; i++) {
    const line = lines[i]!;
    if (headline?.from === i) {
      i = headline.to - 1;
      const breaks = lines.slice(headline.from, i).map((part) => part.end);
      const hardBreaks = breaks.length > 0 ? { hardBreaks: breaks } : {};
      regions.push({ type: 'headline', start: line.start, end: lines[i]!.end, ...hardBreaks });
      continue;
    }
    const s = lineText(text, line);
    const stamp = timestamp.exec(s);
    if (stamp) {
      dateline = putTimestamp(line, stamp, put) ?? dateline;
      continue;
    }
    if (line.end - line.start > 320 || readDateline(text, line)) break;
    const bracketed = bracketedMasthead.exec(s);
    if (bracketed) {
      const second = line.start + text.slice(line.start, line.end).lastIndexOf('[');
      put('masthead-source', { start: line.start, end: line.start + bracketed[1]!.length });
      put('masthead-date', { start: second, end: line.end });
      continue;
    }
    if (isPlaceLine(text, lines, i)) dateline ??= readPlaceAndDate(text, line);
    const type = headType(text, lines, i, headline !== undefined && i > headline.from ? title : undefined);
    if (type) put(type, line);
    else if (headline && (i < headline.from || i <= headline.again)) put('boilerplate', line);
    else break;
  }
  return {
    regions: headline ? regions : promoteKicker(text, regions),
    lines: i,
    ...(dateline ? { dateline } : {}),
  };
}

/** What a line of the masthead is; `title` is the headline where it stands above. */
function headType(
  text: string,
  lines: readonly Line[],
  i: number,
  title: string | undefined,
): RegionType | undefined {
  const s = lineText(text, lines[i]!);
  const last = i === lines.length - 1;
  if (isDateLine(s)) return isClockBelow(text, lines, i) ? 'boilerplate' : 'masthead-date';
  if (
    !last &&
    lines.length > 2 &&
    (isMastheadSource(s) || isMissionLine(text, lines, i) || isStateLine(text, lines, i))
  )
    return 'masthead-source';
  if (title && isStump(s, title)) return 'boilerplate';
  if (!last && (isFurniture(s) || isListHeading(s) || isMenu(text, lines, i))) return 'boilerplate';
  if (headByline.test(s)) return 'byline';
  return isPlaceLine(text, lines, i) ? 'dateline' : undefined;
}

/** A mission's page says today's date above the hours of its two capitals (`Onhava: 15:16`). */
function isClockBelow(text: string, lines: readonly Line[], i: number): boolean {
  const below = lines[i + 1];
  return below !== undefined && /^\p{Lu}[\p{L} ]{2,20}: \d{1,2}:\d\d$/u.test(lineText(text, below, 40));
}

/** `2022-06-08T15:15:00Z, Sochi`: the stamp is a masthead date, the place a dateline, `NA` furniture. */
function putTimestamp(
  line: Line,
  stamp: RegExpExecArray,
  put: (type: RegionType, span: Span) => void,
): Dateline | undefined {
  put('masthead-date', { start: line.start, end: line.start + stamp[1]!.length });
  const place = stamp[2];
  if (!place) return undefined;
  const span = { start: line.end - place.length, end: line.end };
  if (/^n\/?a\.?$/i.test(place)) {
    put('boilerplate', span);
    return undefined;
  }
  put('dateline', span);
  return { ...span, place };
}

/** Where no other title was found, the first `Press Statement` is one. */
function promoteKicker(text: string, regions: readonly Region[]): readonly Region[] {
  const at = regions.findIndex((r) => r.type === 'masthead-source' && isKicker(text.slice(r.start, r.end)));
  return regions.map((region, i) => (i === at ? { ...region, type: 'headline' } : region));
}
