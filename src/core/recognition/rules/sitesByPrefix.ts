import { W } from '../lexicon';
import { addRuleFinding, findingFrom, isCapital, isHyphen } from '../reading';
import type { Reading } from '../reading';
import { Kind, wordOf } from '../tokens';

/** Two words before the name of a base, by the second. */
const after: Readonly<Record<string, RegExp>> = {
  Base: /^(?:Joint|Corps|Naval)$/,
  Station: /^(?:Naval|Air)$/,
  Facility: /^(?:Air)$/,
  Activities: /^(?:Fleet)$/,
};

/** `Camp Gzorn`, `Naval Station Onhava`, `Joint Base Kinbote-Krang`: the name behind the kind; false where none is. */
export function findSiteByPrefix(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  const word = wordOf(tokens, t);
  if (reading.titleCase[t] === 1 || tokens.spaced[t + 1] === 0) return false;
  let from = t;
  if (after[word] !== undefined) {
    if (!after[word].test(wordOf(tokens, t - 1))) return false;
    from = t - 1;
    while (/^(?:Naval|Marine|Corps)$/.test(wordOf(tokens, from - 1))) from--;
  } else if (!/^(?:Camp|Fort|Schloss|Palazzo|Château)$/.test(word)) return false;
  const to = nameEnd(reading, t + 1);
  if (to === t + 1) return false;
  addRuleFinding(reading, { from, to, type: 'facility', rule: 'facility', strength: 29 });
  return true;
}

/** The end of a name of one word, or of two that a hyphen or a first name joins. */
function nameEnd(reading: Reading, from: number): number {
  const { tokens } = reading;
  const known = findingFrom(reading, from);
  if (known?.type === 'place' || known?.type === 'person') return known.to;
  const heads = W.facilityHead | W.organizationHead | W.eventHead | W.function | W.roleHead | W.common;
  if (known !== undefined || tokens.kind[from] !== Kind.capital || (tokens.classes[from]! & heads) !== 0)
    return from;
  let end = from + 1;
  while (end - from < 4 && isHyphen(tokens, end) && isCapital(tokens, end + 1)) end += 2;
  return end;
}
