import type { Span } from '../../core/text/span';

/** Longer words are shortened, in UTF-16 units. */
const longest = 40;

/** The first words of a passage, for a sentence on it. */
export function briefly(text: string, spans: readonly Span[]): string {
  const [first] = spans;
  return brief(first ? text.slice(first.start, first.end) : '');
}

export function brief(text: string): string {
  const words = text.replace(/\s+/g, ' ');
  return words.length <= longest ? words : `${words.slice(0, longest - 2).trimEnd()}…`;
}
