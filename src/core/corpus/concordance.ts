import type { Span } from '../text/span';
import { wordBoundaryAfter, wordBoundaryBefore } from './contextBoundary';

/** A keyword in its context, in one line each: `before` ends where `keyword` begins, `after` begins where it ends. */
export interface ConcordanceLine {
  readonly before: string;
  readonly keyword: string;
  readonly after: string;
}

/**
 * A span with up to `width` code units of text on either side, cut at word boundaries, as one line: line ends and runs
 * of space become one space, markup asterisks go. Context doesn't reach over an empty line, because there another
 * paragraph begins.
 */
export function concordance(text: string, span: Span, width: number): ConcordanceLine {
  const from = wordBoundaryBefore(text, paragraphStart(text, span.start, width), span.start, width);
  const to = wordBoundaryAfter(text, span.end, paragraphEnd(text, span.end, width), width);
  return {
    before: inOneLine(text.slice(from, span.start)).trimStart(),
    keyword: inOneLine(text.slice(span.start, span.end)).trim(),
    after: inOneLine(text.slice(span.end, to)).trimEnd(),
  };
}

/** The last words of a context that fit into so many code units, `…` before them where there are others. */
export function lastWords(before: string, most: number): string {
  if (before.length <= most) return before;
  const from = before.length - most;
  const space = before.slice(from).trimEnd().indexOf(' ');
  return `…${before.slice(space < 0 ? from : from + space)}`;
}

/** Sort keys of the field: by the words right of the keyword, and by those left of it read backwards. */
export function rightContextKey(line: ConcordanceLine): string {
  return line.after.trimStart().toLowerCase();
}

export function leftContextKey(line: ConcordanceLine): string {
  return line.before.toLowerCase().trim().split(' ').reverse().join(' ');
}

const emptyLine = /\r?\n[^\S\r\n]*\r?\n/g;

function paragraphStart(text: string, before: number, width: number): number {
  const from = Math.max(0, before - 2 * width - 2);
  let start = from;
  for (const match of text.slice(from, before).matchAll(emptyLine))
    start = from + match.index + match[0].length;
  return start;
}

function paragraphEnd(text: string, after: number, width: number): number {
  const to = Math.min(text.length, after + 2 * width + 2);
  const found = text.slice(after, to).search(emptyLine);
  return found < 0 ? to : after + found;
}

function inOneLine(text: string): string {
  return text.replaceAll('*', '').replace(/\s+/g, ' ');
}
