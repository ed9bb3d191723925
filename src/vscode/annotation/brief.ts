import { brief } from '../../core/text/brief';
import type { Span } from '../../core/text/span';

/** The first words of a passage, for a sentence on it. */
export function briefly(text: string, spans: readonly Span[]): string {
  const [first] = spans;
  return brief(first ? text.slice(first.start, first.end) : '');
}
