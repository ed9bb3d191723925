import type { Finding } from '../finding';
import { W } from '../lexicon';
import { findingFrom, findingTo, isHyphen } from '../reading';
import type { Reading } from '../reading';
import { Kind, wordOf } from '../tokens';

/**
 * `U.S. – | Zembla Whale Dialogue`: the other party before a dash with spaces round it, where the name at `edge` begins with a
 * state and no line does with the other. Gives where it begins, or `edge`.
 */
export function partyBeforeDash(reading: Reading, edge: number): number {
  const { tokens } = reading;
  const dash = edge - 1;
  if (tokens.kind[dash] !== Kind.mark || !/^[-–—]$/.test(wordOf(tokens, dash)) || tokens.spaced[edge] === 0)
    return edge;
  const second = findingFrom(reading, edge);
  const first = findingTo(reading, dash);
  if (first === undefined || second?.type !== 'place' || second.form === 'demonym') return edge;
  const isParty = (first.type === 'organization' || first.type === 'place') && first.form !== 'demonym';
  const before = first.from - 1;
  const isInside = tokens.kind[before] === Kind.lower || (tokens.classes[before]! & W.ordinal) !== 0;
  return isParty && isInside ? first.from : edge;
}

/** Where the states (`Zembla-Terra`) and bodies that end before a token begin; the token itself where there are none. */
export function partiesBefore(reading: Reading, t: number): number {
  let from = t;
  for (let names = 0; names < 4; names++) {
    const name: Finding | undefined = findingTo(reading, from);
    if (name === undefined || !/^(?:place|organization)$/.test(name.type) || name.form === 'demonym') break;
    from = name.from;
    if (!isHyphen(reading.tokens, from - 1)) break;
    from--;
  }
  return isHyphen(reading.tokens, from) ? t : from;
}
