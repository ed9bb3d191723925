import type { Finding } from '../finding';
import { findingTo, isHyphen } from '../reading';
import type { Reading } from '../reading';

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
