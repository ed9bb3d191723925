import search from 'approx-string-match';
import type { Span } from '../../text/span';

/** Longer patterns are compared by their ends only: time grows with pattern times window. */
const longest = 256;

/** The stretch of `window` (a span of `text`) most like `quote`, and how alike they are (0..1); of several the nearest. */
export function closest(
  text: string,
  window: Span,
  quote: string,
  least: number,
  near: number,
): { readonly span: Span; readonly likeness: number } | undefined {
  if (quote.length === 0 || quote.length > longest) return undefined;
  const maxErrors = Math.floor(quote.length * (1 - least));
  const matches = search(text.slice(window.start, window.end), quote, maxErrors);
  if (matches.length === 0) return undefined;
  const far = ({ start, end }: Span): number =>
    Math.min(Math.abs(window.start + start - near), Math.abs(window.start + end - near));
  const match = matches.reduce((best, other) => (far(other) < far(best) ? other : best));
  return {
    span: { start: window.start + match.start, end: window.start + match.end },
    likeness: 1 - match.errors / quote.length,
  };
}

/** How alike two texts are, 0..1: edit distance against the longer one; only the ends of long ones are looked at. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length === 0 || b.length === 0) return 0;
  if (a.length > longest || b.length > longest) {
    const half = longest / 2;
    return (likeness(a.slice(0, half), b.slice(0, half)) + likeness(a.slice(-half), b.slice(-half))) / 2;
  }
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  // A pattern matched within the other text costs its errors; what the match leaves out is missing too.
  const [match] = search(long, short, short.length);
  if (!match) return 0;
  const left = Math.max(0, long.length - (match.end - match.start));
  return Math.max(0, 1 - (match.errors + left) / long.length);
}
