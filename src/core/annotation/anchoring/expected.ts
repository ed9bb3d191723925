import type { Span } from '../../text/span';
import { tokensOf } from './carrying';
import type { Comparison } from './comparison';

/** Where a passage should be, going by what stands before and after it. Offsets of today's text. */
export interface Expected {
  /** The end of what stood before it, and the beginning of what stood after it. */
  readonly low: number;
  readonly high: number;
  /** Nothing stood in between but the passage. */
  readonly enclosed: boolean;
  /** Where it should begin, reckoned from either side. */
  readonly fromBefore: number;
  readonly fromAfter: number;
}

export function expectedPlace(comparison: Comparison, span: Span): Expected {
  const { toNew, moved, alignedFrom, alignedTo, oldTokens, newTokens, text } = comparison;
  const { storedAt } = comparison.old;
  const { first, last } = tokensOf(comparison, span);
  let i = first > 0 ? alignedTo[first - 1]! : -1;
  while (i >= 0 && moved[i] === 1) i = i > 0 ? alignedTo[i - 1]! : -1;
  let j = alignedFrom[Math.min(last + 1, toNew.length)]!;
  while (j < toNew.length && moved[j] === 1) j = alignedFrom[j + 1]!;
  const low = i < 0 ? 0 : newTokens.ends[toNew[i]!]!;
  const high = j >= toNew.length ? text.length : newTokens.starts[toNew[j]!]!;
  const stored = storedAt(span.start);
  const fromBefore = low + stored - (i < 0 ? 0 : storedAt(oldTokens.ends[i]!));
  return {
    low,
    high: Math.max(low, high),
    enclosed: i === first - 1 && j === last + 1 && i >= 0 && j < toNew.length,
    fromBefore,
    // Of what is after the last word that is known, only its place counted from the front is known.
    fromAfter: j >= toNew.length ? fromBefore : high - (storedAt(oldTokens.starts[j]!) - stored),
  };
}
