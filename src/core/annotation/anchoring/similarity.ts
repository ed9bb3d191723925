import search from 'approx-string-match';
import type { Span } from '../../text/span';

/** Longer patterns are not looked for: time grows with pattern times window. */
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
