import type { Span } from '../text/span';

/** End marks that mean nothing else, wherever they stand. */
const sure = /(?:^|\s|(?<=[.!?"”’)]))(-0-|-30-|- 0 -|\/End\/|\/END\/|\(END\)|\[END\]|-END-|-ends?-|\/끝\/)$/u;
/** Marks that divide sections as often as they end a text: they count only as the last line of it. */
const possible = /(?:^|\s)(#{3,5}|# # #|\*{3,5}|\* \* \*|ENDS?|Ends?|The End|끝\.?|（完）|[-–—_=]{3,})$/u;

/** What all of the former end with. */
const closers = '-/)]';

/** The end mark at the end of a line. Offsets are UTF-16 code units of the text. */
export function endmarkAtEnd(text: string, line: Span): Span | undefined {
  if (line.end === line.start || !closers.includes(text[line.end - 1]!)) return undefined;
  const from = Math.max(line.start, line.end - 12);
  const found = sure.exec(text.slice(from, line.end));
  return found ? { start: line.end - found[1]!.length, end: line.end } : undefined;
}

/** `-0-` in the middle of a line, with space around it; no other mark is looked for there. */
export function endmarkInside(text: string, line: Span): Span | undefined {
  const own = text.slice(line.start, line.end);
  for (let at = own.indexOf('-0-', 1); at >= 0 && at + 3 < own.length; at = own.indexOf('-0-', at + 3)) {
    if (!/\s/u.test(own[at - 1]!) || !/\s/u.test(own[at + 3]!)) continue;
    return { start: line.start + at, end: line.start + at + 3 };
  }
  return undefined;
}

/** Whether a whole line is an end mark if nothing but a tail follows it: `###`, `* * *`, `END`. */
export function isPossibleEndmark(line: string): boolean {
  return line.length <= 10 && (possible.test(line) || sure.test(line)) && !/\s.*[A-Za-z]/u.test(line);
}
