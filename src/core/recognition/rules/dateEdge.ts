import { findingTo, isLowerWord } from '../reading';
import type { Reading } from '../reading';
import { Kind, wordOf } from '../tokens';

/** `February 8 Vinalon Factory`: a day in the name, where no sentence begins with it and no `on` makes it a date. */
export function dateEdge(reading: Reading, edge: number, head: number): number {
  const { tokens } = reading;
  const day = findingTo(reading, edge);
  if (
    day?.type !== 'date' ||
    day.to - day.from !== 2 ||
    edge >= head ||
    !/^\d\d?$/.test(wordOf(tokens, edge - 1)) ||
    tokens.kind[edge - 1] !== Kind.number
  )
    return edge;
  const before = day.from - 1;
  const opensName =
    wordOf(tokens, before).toLowerCase() === 'the' ||
    isLowerWord(tokens, before, 'of') ||
    isLowerWord(tokens, before, 'at');
  return opensName ? day.from : edge;
}
