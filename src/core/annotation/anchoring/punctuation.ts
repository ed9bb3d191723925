import type { Alignment } from '../../text/alignment';
import type { Tokens } from '../../text/tokens';

const closing = new Set('.,;:!?)]}\u2019\u201d\u2026');

/**
 * Where a sentence was put in or taken out, the full stop before it and the one at its end are alike, and either may have
 * been aligned: the one is chosen that ends the sentence before. Changes `alignment`.
 */
export function settlePunctuation(
  { toNew, toOld, moved, rare }: Alignment,
  old: Tokens,
  now: Tokens,
  oldText: string,
): void {
  for (let i = 0; i + 1 < old.count; i++) {
    const j = toNew[i]!;
    if (j === -1 || !closing.has(oldText.charAt(old.starts[i + 1]!))) continue;
    if (old.hashes[i + 1] !== now.hashes[j + 1] || toNew[i + 1] === j + 1) continue;
    if (toOld[j + 1] === -1 && toNew[i + 1]! > j && moved[i + 1] === moved[i]) {
      // Put in: the sign went along with the end of what is new.
      toOld[toNew[i + 1]!] = -1;
      join(i + 1, j + 1, i);
    } else if (toNew[i + 1] === -1 && toOld[j + 1]! > i && moved[toOld[j + 1]!] === moved[i]) {
      // Taken out: the sign is held by the end of what is gone.
      toNew[toOld[j + 1]!] = -1;
      join(i + 1, j + 1, i);
    }
  }

  function join(i: number, j: number, like: number): void {
    toNew[i] = j;
    toOld[j] = i;
    moved[i] = moved[like]!;
    rare[i] = rare[like]!;
  }
}
