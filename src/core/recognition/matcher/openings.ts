import { capital, isPassedOver, isSeveral, type Characters } from './characters';
import type { CaseRule } from './names';

/**
 * A set of how names may open: of each text position two letters and a capital tell, nearly always, that no name starts there,
 * before a word is read. Indexed by `openingKey`.
 */
export type Openings = Uint8Array;

export const openingsSize = 1 << 14;

/** The key of two folded units; `upper` says that the first is a capital. */
export function openingKey(first: number, second: number, upper: number): number {
  return (upper << 13) | ((first & 0x7f) << 6) | (second & 0x3f);
}

/** Adds a name's first word, by all the cases a text may give it. */
export function addOpening(
  openings: Openings,
  canonical: readonly number[],
  word: readonly number[],
  rule: CaseRule,
  chars: Characters,
): void {
  const first = word[0]!;
  const second = word.length > 1 ? word[1]! : 0;
  const isUpper = chars.kind[canonical[0]!] === capital;
  if (isUpper || rule !== 'exact') openings[openingKey(first, second, 1)] = 1;
  if (!isUpper || rule === 'ignore') openings[openingKey(first, second, 0)] = 1;
}

/** Whether a unit says nothing of its letter by itself, so that the filter must let it pass. */
export function isOpaque(unit: number): boolean {
  return unit === isPassedOver || unit === isSeveral;
}
