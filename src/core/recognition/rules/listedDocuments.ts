import type { Finding } from '../finding';
import { complementEnd } from '../phrase';
import { addFinding, findingFrom, findingTo, isCapital, isHyphen, isLowerWord } from '../reading';
import type { Reading } from '../reading';
import { Kind, isMark, wordOf } from '../tokens';
import type { Tokens } from '../tokens';
import { titleEnd } from './documentTitle';
import { yearsEnd } from './titleYears';

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
  const to = closingEnd(reading, over.from, ofBody(reading, parties));
  if (from < over.from || to > over.to) addFinding(reading, { ...over, from, to, strength: 51 });
}

/** `Gzorn Statute | of the International Court` */
function ofBody(reading: Reading, to: number): number {
  if (!isLowerWord(reading.tokens, to, 'of')) return to;
  const body = findingFrom(reading, isLowerWord(reading.tokens, to + 1, 'the') ? to + 2 : to + 1);
  return body?.type === 'organization' && isCapital(reading.tokens, to - 1) ? body.to : to;
}

/** `Whale Bluebook | 2045`, `Gzorn Declaration | for Whales, Seals and Squids`, `Resolution 12 | (2045)`: what ends a title. */
function closingEnd(reading: Reading, from: number, to: number): number {
  const { tokens } = reading;
  let head = wordOf(tokens, to - 1);
  // `Gzorn Framework for Whales | 2045-2049`
  for (let t = from; t < to && isHyphen(tokens, to + 1); t++)
    if (titleHeads.test(wordOf(tokens, t))) head = wordOf(tokens, t);
  if (tokens.kind[to - 1] === Kind.number) return bracketedYearEnd(tokens, to);
  const isTitled =
    titleHeads.test(head) && isLowerWord(tokens, to, 'for') && findingFrom(reading, to + 1) === undefined;
  const title = isTitled ? titleEnd(reading, to) : to;
  return yearsEnd(reading, head, title);
}

const titleHeads = /^(?:Declaration|Charter|Agenda|Framework|Strategy|Roadmap|Compact|Pact|Plan)$/;

/** The end of `(2045)` or `(XXIX)` behind the number of a resolution. */
export function bracketedYearEnd(tokens: Tokens, to: number): number {
  const isYear = isMark(tokens, to, '(') && /^(?:(?:19|20)\d\d|[IVXL]+)$/.test(wordOf(tokens, to + 1));
  return isYear && isMark(tokens, to + 2, ')') ? to + 3 : to;
}
