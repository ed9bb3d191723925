import type { Span } from '../text/span';

/** A line with something on it, without the space around that. Offsets are UTF-16 code units of the whole text. */
export interface Line extends Span {
  /** How many empty lines stand before it. */
  readonly blanksBefore: number;
}

const whitespace = /\s/;

/** Space in the sense of layout: also no-break spaces, marks of no width. */
function isSpace(code: number): boolean {
  if (code <= 0x20 || code === 0xa0) return true;
  if (code < 0xad) return false;
  return (
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x1680 && whitespace.test(String.fromCharCode(code)))
  );
}

/** The lines of a text that are not empty, in order. Lines end with LF, CRLF or CR. Takes time linear in the text. */
export function readLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let blanks = 0;
  let from = 0;
  let lf = text.indexOf('\n');
  let cr = text.indexOf('\r');
  while (from <= text.length) {
    if (lf >= 0 && lf < from) lf = text.indexOf('\n', from);
    if (cr >= 0 && cr < from) cr = text.indexOf('\r', from);
    const lineEnd = Math.min(lf < 0 ? text.length : lf, cr < 0 ? text.length : cr);
    let start = from;
    let end = lineEnd;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (start < end) {
      lines.push({ start, end, blanksBefore: blanks });
      blanks = 0;
    } else blanks++;
    from = lineEnd + (lineEnd === cr && lf === cr + 1 ? 2 : 1);
  }
  return lines;
}

/** The text of a line, but no more than its first `most` units: what tells a short line's kind need not be read further. */
export function lineText(text: string, line: Span, most = 400): string {
  return text.slice(line.start, Math.min(line.end, line.start + most));
}
