import type { Span } from '../text/span';
import { findCalendarDate, monthOrJuche, type CalendarDate } from './calendarDate';
import { lineText } from './textLines';

/** Place, date and agency at the start of a body; `end` is behind the dash. Offsets are UTF-16 code units of the text. */
export interface Dateline extends Span {
  readonly place?: string;
  readonly agency?: string;
  readonly date?: CalendarDate;
}

const dash = /\s?(?:--+|[—–―]|\s-(?=\s))/u;
const bracketed =
  /[,.]?\s*(?:\(([\p{Lu}][\p{L}\p{M}\d.&' -]{1,30})\)|\/([\p{Lu}][\p{L}\p{M}\d.&' -]{1,30})\/)[.,]?\s*$/u;
const acronym = /^[\p{Lu}][\p{Lu}\d.-]{1,11}$/u;
const placeName =
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?:,? (?:\p{Lu}[\p{L}\p{M}.'’-]*|of|the|de|la|del|am|sur|upon)){0,6}$/u;
const notPlace =
  /\b(?:press|briefings?|conferences?|statements?|meetings?|summits?|talks|remarks|minist(?:ry|er)|department|session|visit|message|call|interview|speech|address|report|review|release|readout|day|week|order|decree|treaty|agreement|breaking|update|exclusive|note|warning|question|answer|part|chapter|president|secretary|spokes\w+)\b| (?:of|the|de|la|del|am|sur|upon)$/iu;
const opener = /^(?:on|in|at|from|since|between|by|for|to|the|this|as|after|before|until|of|mr|mrs|ms)$/i;

/** What begins with a small letter is no place, but may be a date. */
const opensWithMonth = new RegExp(`^${monthOrJuche.source}`, 'iu');

/** Reads the dateline that a line opens with (`Pyongyang, January 21 (KCNA) --`, `NEW YORK — `, `MOSCOW, June 5. /TASS/.`). */
export function readDateline(text: string, line: Span): Dateline | undefined {
  const first = text.charCodeAt(line.start);
  const isSmall = first >= 0x61 && first <= 0x7a;
  if (isSmall && !opensWithMonth.test(lineText(text, line, 5))) return undefined;
  const opening = lineText(text, line, 140);
  const stop = dash.exec(opening);
  const bracket = /[)/][.,]?\s/u.exec(opening.slice(0, 120));
  if (stop && stop.index <= 110) {
    const read = readParts(opening.slice(0, stop.index));
    const sure = read && (read.agency !== undefined || read.date !== undefined || isShouted(read.place));
    if (read && sure) return { start: line.start, end: line.start + stop.index + stop[0].length, ...read };
  }
  if (!bracket) return undefined;
  const end = bracket.index + bracket[0].trimEnd().length;
  const read = readParts(opening.slice(0, end));
  if (!read?.agency || !read.date || !read.place || !acronym.test(read.agency)) return undefined;
  return { start: line.start, end: line.start + end, ...read };
}

/** Reads a line that holds a place, or a place and a date, and nothing else: `Washington, DC`, `Moscow, June 19, 2024`. */
export function readPlaceAndDate(text: string, line: Span): Dateline | undefined {
  if (line.end - line.start > 90) return undefined;
  const read = readParts(lineText(text, line).replace(/\.$/u, ''));
  return read?.place && !read.agency ? { start: line.start, end: line.end, ...read } : undefined;
}

function readParts(prefix: string): Omit<Dateline, 'start' | 'end'> | undefined {
  // `**ONHAVA, June 5** —`
  let rest = prefix.replace(/\*\*|__/gu, '').trim();
  const agency = bracketed.exec(rest);
  if (agency) rest = rest.slice(0, agency.index);
  const date = findCalendarDate(rest);
  const written = date && rest.slice(date.index, date.index + date.length);
  if (date) {
    if (rest.slice(date.index + date.length).replace(/[\s.,)]/gu, '') !== '') return undefined;
    rest = rest.slice(0, date.index);
  }
  const place = rest.replace(/[\s,.(–—-]+$/u, '');
  if (
    place !== '' &&
    (place.length > 60 || !placeName.test(place) || notPlace.test(place) || opener.test(place))
  )
    return undefined;
  if (place === '' && !(date && agency)) return undefined;
  return {
    ...(place === '' ? {} : { place }),
    ...(agency ? { agency: (agency[1] ?? agency[2])!.trim() } : {}),
    ...(date && written ? { date } : {}),
  };
}

/** Datelines in capitals need no date: `NEW YORK — …`. */
function isShouted(place: string | undefined): boolean {
  return place !== undefined && /^[\p{Lu}][\p{Lu}.,' -]{3,}/u.test(place) && !/^[IVXLC]+$/.test(place);
}
