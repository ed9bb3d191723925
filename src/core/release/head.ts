import type { Span } from '../text/span';
import { readDateline, readPlaceAndDate, type Dateline } from './dateline';
import { isDateLine, isFurniture, isListHeading } from './furniture';
import { isKicker, isMastheadSource } from './issuers';
import type { Region, RegionType } from './release';
import { lineText, type Line } from './textLines';
import { endsOpenly, endsSentence, plainWords, startsSmall, titleShare } from './wording';

/** What stands above the body, and the number of lines it takes. */
export interface Head {
  readonly regions: readonly Region[];
  readonly lines: number;
  /** A line of its own that says the place, perhaps the date. */
  readonly dateline?: Dateline;
}

const mostLines = 24;
const timestamp = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)(?:,\s*(.{1,80}))?$/u;
const headByline =
  /^(?:by )?\p{Lu}[\p{L}\p{M}.'’-]+(?: \p{Lu}[\p{L}\p{M}.'’-]*){1,4}, (?:(?:acting|deputy|under|assistant|principal|u\.s\.|us) ){0,3}(?:secretary|spokesperson|spokesman|spokeswoman|minister|ambassador|director|president|press secretary|permanent representative)\b.{0,80}$/iu;

/** Reads masthead, headline and stand-alone dateline from the first lines of a release. */
export function readHead(text: string, lines: readonly Line[]): Head {
  const regions: Region[] = [];
  let headline: { from: number; to: number } | undefined;
  let dateline: Dateline | undefined;
  let i = 0;
  const put = (type: RegionType, span: Span): void => {
    const last = regions.at(-1);
    if (type === 'boilerplate' && last?.type === type)
      regions[regions.length - 1] = { ...last, end: span.end };
    else regions.push({ type, start: span.start, end: span.end });
  };
  for (; i < lines.length && i < mostLines; i++) {
    const line = lines[i]!;
    const s = lineText(text, line);
    const stamp = timestamp.exec(s);
    if (stamp) {
      dateline = putTimestamp(line, stamp, put) ?? dateline;
      continue;
    }
    if (line.end - line.start > 320 || readDateline(text, line)) break;
    if (isDateLine(s)) put('masthead-date', line);
    else if (headline && isStump(s, headlineText(text, lines, headline))) put('boilerplate', line);
    else if (i < lines.length - 1 && (isFurniture(s) || isListHeading(s) || isMenu(text, lines, i)))
      put('boilerplate', line);
    else if (isPageTitle(text, lines, i)) put('boilerplate', line);
    else if (isMastheadSource(s) && lines.length > 2) put('masthead-source', line);
    else if (headline && headByline.test(s)) put('byline', line);
    else if (isPlaceLine(text, lines, i)) {
      dateline = readPlaceAndDate(text, line);
      put('dateline', line);
    } else if (!headline && opensHeadline(text, lines, i)) {
      headline = { from: i, to: headlineEnd(text, lines, i) };
      i = headline.to - 1;
      const breaks = lines.slice(headline.from, i).map((part) => part.end);
      regions.push({
        type: 'headline',
        start: line.start,
        end: lines[i]!.end,
        ...(breaks.length > 0 ? { hardBreaks: breaks } : {}),
      });
    } else break;
  }
  return {
    regions: headline ? regions : promoteKicker(text, regions),
    lines: i,
    ...(dateline ? { dateline } : {}),
  };
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

/** A line before the body that can be a title: not a sentence, not an address to an audience, and with something below it. */
function opensHeadline(text: string, lines: readonly Line[], i: number): boolean {
  const line = lines[i]!;
  const s = lineText(text, line);
  const next = lines[i + 1];
  if (!next || !/[\p{L}\d]/u.test(s) || /^[-•·*]\s/u.test(s)) return false;
  if (s.endsWith(',') && next.blanksBefore > 0 && s.length < 50) return false;
  if (startsSmall(s) && !endsSentence(s)) return next.blanksBefore > 0;
  if (!/[.。]["'”’»)]*$/u.test(s) || !endsSentence(s)) return !(s.endsWith(':') && s.length > 100);
  return (
    s.length <= 200 &&
    next.blanksBefore > 0 &&
    titleShare(s) >= 0.7 &&
    (s.match(/\p{L}[.!?](?=\s)/gu) ?? []).length < 2
  );
}

/** The line after the headline's last: a headline goes on where it stops openly, or as far as the lines above a dateline. */
function headlineEnd(text: string, lines: readonly Line[], from: number): number {
  const upTo = Math.min(lines.length, from + 5);
  let end = from + 1;
  for (let i = from + 1; i < upTo; i++) {
    const s = lineText(text, lines[i]!);
    if (lines[i]!.end - lines[i]!.start > 200 || isOther(text, lines, i, s)) break;
    const above = lineText(text, lines[i - 1]!);
    if (isStump(s, headlineText(text, lines, { from, to: end }))) break;
    const opened = endsOpenly(above) || (startsSmall(s) && !endsSentence(above));
    const joined = opened && !(above.endsWith(',') && lines[i]!.blanksBefore > 0) && !endsSentence(s);
    const aboveDateline = !endsSentence(s) && datelineWithin(text, lines, i + 1, upTo);
    const block =
      lines[i]!.blanksBefore === 0 && !endsSentence(s) && titleShare(s) >= 0.6 && isBlockEnd(text, lines, i);
    if (joined || aboveDateline || block) end = i + 1;
    else break;
  }
  return end;
}

function isOther(text: string, lines: readonly Line[], i: number, s: string): boolean {
  return (
    isDateLine(s) ||
    timestamp.test(s) ||
    isFurniture(s) ||
    isMastheadSource(s) ||
    headByline.test(s) ||
    readDateline(text, lines[i]!) !== undefined ||
    isPlaceLine(text, lines, i)
  );
}

function datelineWithin(text: string, lines: readonly Line[], from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, lines.length); i++) {
    if (readDateline(text, lines[i]!)) return true;
    const s = lineText(text, lines[i]!);
    if (endsSentence(s) || lines[i]!.end - lines[i]!.start > 200 || isDateLine(s)) return false;
  }
  return false;
}

/** Whether a title's second or third line closes a block of lines, with text or a date below it. */
function isBlockEnd(text: string, lines: readonly Line[], i: number): boolean {
  for (let k = i + 1; k <= i + 2; k++) {
    const next = lines[k];
    if (!next) return false;
    if (next.blanksBefore > 0) return true;
    if (isDateLine(lineText(text, next))) return true;
  }
  return false;
}

function headlineText(text: string, lines: readonly Line[], headline: { from: number; to: number }): string {
  return lines
    .slice(headline.from, headline.to)
    .map((line) => lineText(text, line))
    .join(' ');
}

/** A second printing of the title, or what is left of one where bold words were lost. */
function isStump(s: string, title: string): boolean {
  if (s.length > title.length + 4 || endsSentence(s)) return false;
  const words = plainWords(s);
  return words.length >= 4 && ` ${plainWords(title)} `.includes(` ${words} `);
}

/** The page's own title: the headline, a bar, the site's name; the headline itself stands below. */
function isPageTitle(text: string, lines: readonly Line[], i: number): boolean {
  const s = lineText(text, lines[i]!);
  for (let k = i + 1; k <= i + 6 && k < lines.length; k++) {
    const other = lineText(text, lines[k]!);
    if (other.length < 12 || other.length >= s.length || !s.startsWith(other)) continue;
    return /^\s?(?:[|_•·»:]|[-–—]\s)/u.test(s.slice(other.length));
  }
  return false;
}

/** One of at least three very short lines on end: a menu. */
function isMenu(text: string, lines: readonly Line[], i: number): boolean {
  const short = (k: number): boolean => {
    const line = lines[k];
    if (!line || line.end - line.start > 28) return false;
    const s = lineText(text, line);
    return !/[,.:!?]$/u.test(s) && !isDateLine(s) && !isKicker(s) && s.split(/\s+/u).length <= 3;
  };
  let run = 0;
  for (let k = i; k >= 0 && k > i - 3 && short(k); k--) run++;
  for (let k = i + 1; k < i + 3 && short(k); k++) run++;
  return run >= 3 && lines.length > i + 4 && short(i);
}

/** `Washington, DC`, `Moscow, June 19, 2024`: with its own date, or next to a date line. */
function isPlaceLine(text: string, lines: readonly Line[], i: number): boolean {
  const read = readPlaceAndDate(text, lines[i]!);
  if (!read) return false;
  if (read.date) return true;
  const beside = (k: number): boolean => {
    const line = lines[k];
    return line !== undefined && isDateLine(lineText(text, line));
  };
  const s = lineText(text, lines[i]!);
  const shape = /^(?:The )?\p{Lu}[\p{L}.’' -]{2,24}(?:, \p{Lu}[\p{L}. ]{1,24})?$/u;
  return (
    shape.test(s) &&
    /, |^(?:Washington|Moscow|Beijing|Tokyo|Seoul|Kyiv|Kiev|Pyongyang|New York|Geneva|Brussels|Vienna|Minsk|London|Paris|Berlin)\b/u.test(
      s,
    ) &&
    (beside(i - 1) || beside(i + 1))
  );
}

/** Where no other title was found, the first `Press Statement` is one. */
function promoteKicker(text: string, regions: readonly Region[]): readonly Region[] {
  const at = regions.findIndex((r) => r.type === 'masthead-source' && isKicker(text.slice(r.start, r.end)));
  return regions.map((region, i) => (i === at ? { ...region, type: 'headline' } : region));
}
