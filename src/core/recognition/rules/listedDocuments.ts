import type { Finding } from '../finding';
import { complementEnd } from '../phrase';
import { addFinding, findingFrom, findingTo, isCapital, isHyphen, isLowerWord } from '../reading';
import type { Reading } from '../reading';
import { Kind, wordOf } from '../tokens';

/** Widens a document that a list knows: its parties (`U.S.-ROK`), the year before it, whose statute it is, the issue of a yearbook. */
export function withParties(reading: Reading, over: Finding): void {
  let { from } = over;
  for (let parties = 0; parties < 3; parties++) {
    const party = findingTo(reading, from);
    if (party?.type !== 'place' || party.form === 'demonym' || reading.tokens.spaced[over.from] === 0) break;
    from = party.from;
    if (!isHyphen(reading.tokens, from - 1)) break;
    from--;
  }
  if (isHyphen(reading.tokens, from)) from = over.from;
  // `1999 Onhava Charter`
  if (/^(?:1[89]|20)\d\d$/.test(wordOf(reading.tokens, from - 1)) && isCapital(reading.tokens, over.to - 1))
    from--;
  // `between the Republic of Zembla and Terra` behind it
  const parties = complementEnd(reading, over.to, { prepositions: new Set(), parties: true });
  const to = issueEnd(reading, ofBody(reading, parties));
  if (from < over.from || to > over.to) addFinding(reading, { ...over, from, to, strength: 51 });
}

/** `Gzorn Statute | of the International Court` */
function ofBody(reading: Reading, to: number): number {
  if (!isLowerWord(reading.tokens, to, 'of')) return to;
  const body = findingFrom(reading, isLowerWord(reading.tokens, to + 1, 'the') ? to + 2 : to + 1);
  return body?.type === 'organization' && isCapital(reading.tokens, to - 1) ? body.to : to;
}

/** `Whale Bluebook | 2045`: the year of a paper that comes out each year. */
function issueEnd({ tokens }: Reading, to: number): number {
  return /^(?:Bluebook|Report|Paper|Review|Strategy|Yearbook)$/.test(wordOf(tokens, to - 1)) &&
    /^20\d\d$/.test(wordOf(tokens, to)) &&
    tokens.kind[to + 1] !== Kind.number
    ? to + 1
    : to;
}
