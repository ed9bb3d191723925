import type { Span } from '../../text/span';
import { tokenAt } from '../../text/tokens';
import type { Comparison } from './comparison';
import { sameWords } from './words';

/** Where the words of a passage that are still there went, from old token to old token (both inclusive). */
export interface Carried {
  /** In today's text. */
  readonly span: Span;
  readonly firstToken: number;
  readonly lastToken: number;
  /** Every word is there, in one piece. */
  readonly whole: boolean;
  /** At least one of the words can only have come from there. */
  readonly pinned: boolean;
  /** It stands in another order than the rest of the text. */
  readonly moved: boolean;
  /** Share of the passage's characters (spaces left out) that are still there. */
  readonly coverage: number;
}

/** Old tokens of a span, both inclusive; `last < first` where it has none. */
export function tokensOf({ oldTokens }: Comparison, span: Span): { first: number; last: number } {
  const first = tokenAt(oldTokens, span.start);
  let last = tokenAt(oldTokens, span.end);
  if (last === oldTokens.count || oldTokens.starts[last]! >= span.end) last--;
  return { first, last };
}

/** Carries a span of the old text over to today's along the words that both have. */
export function carry(comparison: Comparison, span: Span): Carried | undefined {
  const { toNew, moved, doubtful, alignedFrom, oldTokens, newTokens } = comparison;
  const { first, last } = tokensOf(comparison, span);
  let all = 0;
  for (let i = first; i <= last; i++) all += oldTokens.ends[i]! - oldTokens.starts[i]!;
  if (all === 0) return undefined;
  const farthest = 80 + (span.end - span.start) / 2;

  let best: Piece | undefined;
  // What moved is told from what stayed: either may be interspersed with the other.
  for (const kind of [0, 1]) {
    let piece: Piece | undefined;
    for (let i = alignedFrom[first]!; i <= last; i = alignedFrom[i + 1]!) {
      if (moved[i] !== kind) continue;
      if (!piece || !follows(piece.to, i)) piece = { from: i, to: i, weight: 0, pinned: false };
      piece.to = i;
      piece.weight += oldTokens.ends[i]! - oldTokens.starts[i]!;
      piece.pinned ||= doubtful[i] === 0;
      if (!best || piece.weight > best.weight) best = piece;
    }
  }
  if (!best) return undefined;
  const start = newTokens.starts[toNew[best.from]!]! + Math.max(0, span.start - oldTokens.starts[best.from]!);
  const end = newTokens.ends[toNew[best.to]!]! - Math.max(0, oldTokens.ends[best.to]! - span.end);
  const carried = { start, end };
  return {
    span: carried,
    firstToken: best.from,
    lastToken: best.to,
    whole:
      best.from === first &&
      best.to === last &&
      sameWords(comparison.text.slice(start, end), comparison.old.text.slice(span.start, span.end).trim()),
    pinned: best.pinned,
    moved: moved[best.from] === 1,
    coverage: Math.min(1, best.weight / all),
  };

  /** Two words belong together where as much lies between them as before, more or less. */
  function follows(i: number, j: number): boolean {
    if (toNew[j]! <= toNew[i]!) return false;
    const before = oldTokens.starts[j]! - oldTokens.ends[i]!;
    const now = newTokens.starts[toNew[j]!]! - newTokens.ends[toNew[i]!]!;
    return Math.abs(now - before) <= farthest;
  }
}

interface Piece {
  from: number;
  to: number;
  weight: number;
  pinned: boolean;
}
