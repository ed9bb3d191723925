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
 * not count against it, what was written anew does.
 */
export function measureSupport(comparison: Comparison, carried: Carried): Support {
  const { toNew, moved, firm, divides, alignedFrom, alignedTo, oldTokens } = comparison;
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
      // Beyond the old text's own ends there is nothing to miss; where all up to them was taken out, or nothing is known,
      // half is taken for granted.
      if (i < 0 || i >= toNew.length) return known > 0 ? aligned / known : i === from + step ? 1 : 0.5;
      if (divides[i] === 1) return known === 0 ? 0.5 : aligned / known;
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
