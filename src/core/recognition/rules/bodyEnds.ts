import { W } from '../lexicon';
import { complementEnd, nominalEnd } from '../phrase';
import { isCapital, isLowerWord } from '../reading';
import type { Reading } from '../reading';
import { wordOf } from '../tokens';

const ofOnly = new Set(['of', 'for']);

/** `Office of the Zemblan Trade | Representative`: the office of an office. */
export function holderEnd(reading: Reading, t: number, end: number): number {
  const { tokens } = reading;
  if (wordOf(tokens, t) !== 'Office' || end === t + 1 || !isCapital(tokens, end)) return end;
  if ((tokens.classes[end]! & W.roleHead) === 0) return end;
  return complementEnd(reading, end + 1, { prepositions: ofOnly });
}

/** `Global Coalition | to Defeat Gzorn`: what a body is for, as a verb with a capital. */
export function purposeEnd(reading: Reading, from: number): number {
  const { tokens } = reading;
  if (!isLowerWord(tokens, from, 'to') || reading.titleCase[from] === 1) return from;
  const verb = from + 1;
  if (
    !/^(?:Defeat|Protect|Combat|Counter|Prevent|End|Stop|Save|Support|Promote|Eliminate|Eradicate|Ban|Abolish|Fight|Advance)$/.test(
      wordOf(tokens, verb),
    )
  )
    return from;
  const end = nominalEnd(reading, verb + 1, false);
  return end > verb + 1 ? end : from;
}
