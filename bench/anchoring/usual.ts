import search from 'approx-string-match';
import type { Annotation } from '../../src/core/annotation/annotation';
import { storedOffsets } from '../../src/core/text/offsets';
import type { Span } from '../../src/core/text/span';

/**
 * What other annotators do, after the match-quote of Hypothesis (hypothesis/client, BSD): the stored position if the
 * quote stands there, else all exact occurrences or, failing those, all closest approximate ones, scored by quote,
 * prefix, suffix and position. The best is attached, always silently.
 */
export function anchorAsUsual(
  text: string,
  annotations: readonly Annotation[],
): readonly (Span | undefined)[] {
  const offsets = storedOffsets(text);
  return annotations.map(({ target: [selector] }) => {
    const { start, end, quote, prefix = '', suffix = '' } = selector!;
    const hint = { start: offsets.toHeld(start), end: offsets.toHeld(end) };
    if (text.slice(hint.start, hint.end) === quote) return hint;
    return matchQuote(text, quote, { prefix, suffix, hint: hint.start });
  });
}

interface Context {
  readonly prefix: string;
  readonly suffix: string;
  readonly hint: number;
}

interface Match extends Span {
  readonly errors: number;
}

function searchAll(text: string, pattern: string, maxErrors: number): readonly Match[] {
  const exact: Match[] = [];
  for (let at = text.indexOf(pattern); at !== -1; at = text.indexOf(pattern, at + 1)) {
    exact.push({ start: at, end: at + pattern.length, errors: 0 });
  }
  return exact.length > 0 ? exact : search(text, pattern, maxErrors);
}

function textMatchScore(text: string, pattern: string): number {
  if (pattern.length === 0 || text.length === 0) return 0;
  const [match] = searchAll(text, pattern, pattern.length);
  return 1 - (match?.errors ?? pattern.length) / pattern.length;
}

function matchQuote(text: string, quote: string, { prefix, suffix, hint }: Context): Span | undefined {
  if (quote.length === 0) return undefined;
  const maxErrors = Math.min(256, quote.length / 2);
  const score = (match: Match): number => {
    const quoteScore = 1 - match.errors / quote.length;
    const prefixScore = prefix
      ? textMatchScore(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix)
      : 1;
    const suffixScore = suffix ? textMatchScore(text.slice(match.end, match.end + suffix.length), suffix) : 1;
    const posScore = 1 - Math.abs(match.start - hint) / text.length;
    return (50 * quoteScore + 20 * prefixScore + 20 * suffixScore + 2 * posScore) / 92;
  };
  let best: Match | undefined;
  let bestScore = -1;
  for (const match of searchAll(text, quote, maxErrors)) {
    const s = score(match);
    if (s > bestScore) [best, bestScore] = [match, s];
  }
  return best;
}
