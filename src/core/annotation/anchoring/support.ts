import type { Carried } from './carrying';
import type { Comparison } from './comparison';

/** How much of what stood around a passage still stands around it, 0..1 on each side. */
export interface Support {
  readonly before: number;
  readonly after: number;
}

/** Characters looked at on each side. */
const reach = 160;

/**
 * Measures how well the surroundings of a carried passage came along. What was merely taken out or put in between does
 * not count against it, what was written anew does; so do the ends of what is known, by half.
 */
export function measureSupport(comparison: Comparison, carried: Carried): Support {
  const { toNew, moved, firm, divides, alignedFrom, alignedTo, oldTokens, newTokens } = comparison;
  return {
    before: walk(carried.firstToken, -1),
    after: walk(carried.lastToken, 1),
  };

  function walk(from: number, step: 1 | -1): number {
    let known = 0;
    let aligned = 0;
    let i = from;
    let lastNew = toNew[from]!;
    while (known < reach) {
      i += step;
      if (i < 0 || i >= toNew.length) {
        const atEnd = step < 0 ? lastNew === 0 : lastNew === newTokens.count - 1;
        return ended(known, aligned, atEnd);
      }
      if (divides[i] === 1) return ended(known, aligned, false);
      if (isAlong(i)) {
        const length = oldTokens.ends[i]! - oldTokens.starts[i]!;
        known += length;
        if (firm[i] === 1) aligned += length;
        lastNew = toNew[i]!;
        continue;
      }
      // What was only taken out is passed over.
      const next = step < 0 ? alignedTo[i]! : alignedFrom[i]!;
      if (
        next >= 0 &&
        next < toNew.length &&
        isAlong(next) &&
        toNew[next] === lastNew + step &&
        !dividesBetween(i, next)
      ) {
        i = next - step;
        continue;
      }
      known += oldTokens.ends[i]! - oldTokens.starts[i]!;
    }
    return aligned / known;
  }

  function isAlong(i: number): boolean {
    return toNew[i] !== -1 && (moved[i] === 1) === carried.moved;
  }

  function dividesBetween(i: number, j: number): boolean {
    const [from, to] = i < j ? [i, j] : [j, i];
    if (to - from > 2000) return true;
    for (let k = from; k <= to; k++) if (divides[k] === 1) return true;
    return false;
  }
}

/** Beyond the end of what is known, half is taken for granted; at the end of both texts, all is. */
function ended(known: number, aligned: number, atEnd: boolean): number {
  if (atEnd) return known === 0 ? 1 : aligned / known;
  return known === 0 ? 0.5 : aligned / known;
}
