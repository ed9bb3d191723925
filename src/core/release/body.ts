import type { Span } from '../text/span';
import { findByline } from './byline';
import { readDateline, type Dateline } from './dateline';
import { endmarkAtEnd, endmarkInside } from './endmark';
import type { Region } from './release';
import { lineText, type Line } from './textLines';
import { endsOpenly, endsSentence, startsSmall } from './wording';

/** The regions of a run of body lines, and the first dateline among them. */
export interface Body {
  readonly regions: readonly Region[];
  readonly dateline?: Dateline;
}

/** Parts a run of lines into datelines, paragraphs, end marks and run-on bylines; paragraphs reach over hard breaks. */
export function readBody(text: string, lines: readonly Line[]): Body {
  const regions: Region[] = [];
  let dateline: Dateline | undefined;
  let open: { start: number; breaks: number[]; last: Line } | undefined;
  const close = (): void => {
    if (open) putParagraph(text, open.start, open.last.end, open.breaks, regions);
    open = undefined;
  };
  for (let block = 0; block < lines.length;) {
    const blockEnd = endOfBlock(lines, block);
    const wrapped = isWrapped(text, lines, block, blockEnd);
    for (let i = block; i < blockEnd; i++) {
      const line = lines[i]!;
      if (open && (wrapped && i > block ? !startsItem(text, line) : goesOn(text, open.last, line))) {
        open.breaks.push(open.last.end);
        open.last = line;
        continue;
      }
      close();
      const found = readDateline(text, line);
      dateline ??= found;
      if (found) regions.push({ type: 'dateline', start: found.start, end: found.end });
      const start = found ? skipSpace(text, found.end, line.end) : line.start;
      if (start < line.end) open = { start, breaks: [], last: line };
    }
    block = blockEnd;
  }
  close();
  return { regions, ...(dateline ? { dateline } : {}) };
}

function skipSpace(text: string, from: number, to: number): number {
  let i = from;
  while (i < to && /\s/u.test(text[i]!)) i++;
  return i;
}

function endOfBlock(lines: readonly Line[], from: number): number {
  let i = from + 1;
  while (i < lines.length && lines[i]!.blanksBefore === 0) i++;
  return i;
}

/** Whether a block's lines were broken at a width: of even length but the last, and at least one in mid-sentence. */
function isWrapped(text: string, lines: readonly Line[], from: number, to: number): boolean {
  if (to - from < 2) return false;
  let longest = 0;
  let open = 0;
  for (let i = from; i < to; i++) {
    const length = lines[i]!.end - lines[i]!.start;
    longest = Math.max(longest, length);
    if (longest > 140) return false;
    if (i < to - 1 && !endsSentence(tailOf(text, lines[i]!))) open++;
  }
  if (longest < 40 || open === 0) return false;
  let full = 0;
  for (let i = from; i < to - 1; i++) if (lines[i]!.end - lines[i]!.start >= longest - 20) full++;
  return full >= 0.8 * (to - 1 - from) && (to - from > 2 || goesOn(text, lines[from]!, lines[from + 1]!));
}

const tailOf = (text: string, line: Span): string =>
  text.slice(Math.max(line.start, line.end - 24), line.end);

const item = /^(?:[-–—•·*▲○●■□◇※|]\s?|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s)/u;

function startsItem(text: string, line: Span): boolean {
  return item.test(lineText(text, line, 8));
}

/** Whether a line continues the one above it in mid-sentence, over whatever lies between them. */
function goesOn(text: string, above: Line, line: Line): boolean {
  const tail = tailOf(text, above);
  if (endsSentence(tail) || /[:;]$/u.test(tail) || endmarkAtEnd(text, above) || startsItem(text, line))
    return false;
  const next = lineText(text, line, 24);
  if (/^(?:https?:|www\.)/iu.test(next)) return false;
  const length = above.end - above.start;
  if (startsSmall(next)) return length >= (endsOpenly(tail) ? 12 : 30);
  return endsOpenly(tail) && length >= 50 && !/[–—:;]$/u.test(tail) && /^["“'‘(]?[\p{L}\d]/u.test(next);
}

/** Puts a paragraph, cut at end marks inside it and before a byline that runs on behind its last sentence. */
function putParagraph(
  text: string,
  start: number,
  end: number,
  breaks: readonly number[],
  regions: Region[],
): void {
  let from = start;
  let next = 0;
  while (from < end) {
    const mark = endmarkInside(text, { start: from, end }) ?? endmarkAtEnd(text, { start: from, end });
    const textEnd = trimEnd(text, from, mark?.start ?? end);
    const byline = findByline(text, { start: from, end: textEnd });
    const paragraphEnd = trimEnd(text, from, byline?.start ?? textEnd);
    const within: number[] = [];
    for (; next < breaks.length && breaks[next]! < textEnd; next++)
      if (breaks[next]! > from && breaks[next]! < paragraphEnd) within.push(breaks[next]!);
    const hardBreaks = within.length > 0 ? { hardBreaks: within } : {};
    if (paragraphEnd > from)
      regions.push({ type: 'paragraph', start: from, end: paragraphEnd, ...hardBreaks });
    if (byline) regions.push({ type: 'byline', start: byline.start, end: byline.end });
    if (!mark) return;
    regions.push({ type: 'endmark', start: mark.start, end: mark.end });
    from = skipSpace(text, mark.end, end);
    if (from < end && address.test(text.slice(from, Math.min(end, from + 200)))) {
      regions.push({ type: 'sourceline', start: from, end });
      return;
    }
  }
}

const address = /^(?:https?:\/\/|www\.)\S+(?:\s*\([^)]{1,60}\))?$/iu;

function trimEnd(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && /\s/u.test(text[i - 1]!)) i--;
  return i;
}
