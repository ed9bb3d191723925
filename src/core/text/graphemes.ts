import type { Span } from './span';

/** How far around a border a cluster is followed: far beyond any real one, yet bounded on hostile text. */
const reach = 2048;

/**
 * The smallest span around `span` that splits no grapheme cluster (hence no surrogate pair, no CRLF, no flag, no letter
 * and its accent). An empty span stays empty. UTF-16 offsets of `text`; looks at the text near the two borders only.
 */
export function widenToGraphemes(text: string, span: Span): Span {
  const start = clusterAround(text, span.start).start;
  if (span.start >= span.end) return { start, end: start };
  return { start, end: clusterAround(text, span.end).end };
}

/** Whether both borders of `span` lie between grapheme clusters. */
export function splitsGrapheme(text: string, span: Span): boolean {
  const widened = widenToGraphemes(text, span);
  return widened.start !== span.start || (span.start < span.end && widened.end !== span.end);
}

/** `span` without white space at its ends; empty (at its start) where it holds nothing else. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text, end - 1)) end--;
  if (start === end) return { start: span.start, end: span.start };
  while (start < end && isSpace(text, start)) start++;
  return { start, end };
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The cluster that `offset` lies within, or the empty span there when it lies between two. */
function clusterAround(text: string, offset: number): Span {
  if (isSurelyBorder(text, offset)) return { start: offset, end: offset };
  let from = offset;
  while (from > 0 && offset - from < reach && !isSurelyBorder(text, from)) from--;
  let to = offset + 1;
  while (to < text.length && to - offset < reach && !isSurelyBorder(text, to)) to++;
  if (from > 0 && isLowSurrogate(text, from)) from--;
  if (isLowSurrogate(text, to)) to++;
  const cluster = segmenter.segment(text.slice(from, to)).containing(offset - from);
  if (!cluster || from + cluster.index === offset) return { start: offset, end: offset };
  const start = from + cluster.index;
  return { start, end: start + cluster.segment.length };
}

/** True only where a border can be told from the two code units beside it. */
function isSurelyBorder(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return standsAlone(before) && standsAlone(after) && !(before === 13 && after === 10);
}

/** Letters and signs that never join their likes: Latin, Greek, Cyrillic, punctuation, Han, kana, whole Hangul syllables. */
function standsAlone(unit: number): boolean {
  return (
    unit < 0x300 ||
    (unit >= 0x370 && unit <= 0x482) ||
    (unit >= 0x48a && unit <= 0x52f) ||
    (unit >= 0x2010 && unit <= 0x2027) ||
    (unit >= 0x3001 && unit <= 0x3029) ||
    (unit >= 0x3041 && unit <= 0x3096) ||
    (unit >= 0x30a1 && unit <= 0x30fa) ||
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0xac00 && unit <= 0xd7a3)
  );
}

function isLowSurrogate(text: string, offset: number): boolean {
  return (text.charCodeAt(offset) & 0xfc00) === 0xdc00;
}

function isSpace(text: string, offset: number): boolean {
  return /\s/.test(text.charAt(offset));
}
