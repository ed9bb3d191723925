import { findingFrom, isCapital, isEmptyCapital, isLowerWord, leftEdge } from '../reading';
import type { Reading } from '../reading';
import { isAbstract } from '../nameWords';
import { Kind, isGenitiveMark, wordOf } from '../tokens';
import type { Tokens } from '../tokens';

/** Heads that are everyday words but for what stands beside them: an `Advisory Opinion`, an `Arbitral Award`, an `Amendment to …`. */
export function isOwnKind(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  const word = wordOf(tokens, t);
  if (word === 'Paper') return /^(?:White|Green|Blue|Position|Concept)$/.test(wordOf(tokens, t - 1));
  if (/^(?:Guidelines|Regulations)$/.test(word) && /^(?:for|on)$/.test(wordOf(tokens, t + 1)))
    return reading.titleCase[t] === 0;
  // `Joint Action Programme`
  if (
    /^Program/.test(word) &&
    /^(?:Action|Work)$/.test(wordOf(tokens, t - 1)) &&
    t - leftEdge(reading, t) >= 2
  )
    return reading.titleCase[t] === 0;
  if (/^Programme?$|^Program$/.test(word))
    return isOf(tokens, t + 1, /^(?:Cooperation|Consultations|Exchanges|Action)$/);
  if (word === 'Report' && isReportOf(reading, t)) return true;
  if (/^(?:Report|Guidelines|Regulations|Bill)$/.test(word))
    return reading.titleCase[t] === 0 && !isCapital(tokens, t + 1) && t - leftEdge(reading, t) >= 2;
  if (word === 'Letter') return isOf(tokens, t + 1, /^(?:Intent|Understanding|Agreement)$/);
  if (word === 'Instrument') return isOf(tokens, t + 1, /^(?:Extension|Amendment|Cooperation)$/);
  // `Onhava Document`
  if (word === 'Document')
    return (
      isTown(reading, t - 1, t) ||
      (/^(?:Final|Outcome)$/.test(wordOf(tokens, t - 1)) && isLowerWord(tokens, t + 1, 'of'))
    );
  if (word === 'Opinion') return wordOf(tokens, t - 1) === 'Advisory';
  if (word === 'Award') return /^Arbitra/.test(wordOf(tokens, t - 1));
  return word !== 'Amendment' || isLowerWord(tokens, t + 1, 'to');
}

/** `Code of Conduct | in the Gzorn Sea` */
export function regionEnd(reading: Reading, end: number): number {
  if (!/^(?:in|for)$/.test(wordOf(reading.tokens, end))) return end;
  const region = findingFrom(reading, isLowerWord(reading.tokens, end + 1, 'the') ? end + 2 : end + 1);
  return region?.type === 'place' ? region.to : end;
}

export function isOf(tokens: Tokens, of: number, what: RegExp): boolean {
  return isLowerWord(tokens, of, 'of') && what.test(wordOf(tokens, of + 1));
}

/** `Report on Whales and Seals`, `Report of the Whale Commission`: of a body, or on a subject of several words. */
function isReportOf(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  if (reading.titleCase[t] === 1) return false;
  const next = isLowerWord(tokens, t + 2, 'the') ? t + 3 : t + 2;
  if (isLowerWord(tokens, t + 1, 'on')) return isCapital(tokens, next) && !isEmptyCapital(tokens, next);
  return isLowerWord(tokens, t + 1, 'of') && findingFrom(reading, next)?.type === 'organization';
}

/** `Gzorn Agreement`, `Gzorn Act`: one unknown name that no everyday word of treaties is made of. */
export function isCoined(reading: Reading, from: number, t: number): boolean {
  const { tokens } = reading;
  if (t - from !== 1 || tokens.classes[from] !== 0 || reading.titleCase[t] === 1) return false;
  const head = wordOf(tokens, t);
  // `GZORN Act`
  if (tokens.kind[from] === Kind.upper) return head === 'Act';
  if (tokens.kind[from] !== Kind.capital || !/^(?:Agreement|Act)$/.test(head)) return false;
  if (head === 'Agreement' && isAbstract(reading, from)) return false;
  return !everyday.test(wordOf(tokens, from));
}

const everyday =
  /^(?:Loan|Grant|Free|Visa|Customs|Joint|Draft|Implementation|Purchase|Sales|Host|Lease|Ceasefire|Country|Basic|Open|Skies|Status|Access|Tax|Seat)$|(?:al|ive|ing|ed|ary|ral|ic|ist|ers?|ors?)$/;

/** `Gzorn Foreign Ministers' Statement on Whales`: of a meeting, with its subject. */
function isOfSeveral({ tokens }: Reading, t: number, end: number): boolean {
  return (
    end > t + 2 &&
    isGenitiveMark(tokens, t - 1) &&
    /^(?:Ministers|Leaders|Presidents|Chair|Chairs|Chairman)$/.test(wordOf(tokens, t - 2))
  );
}

/** `Onhava Statement`, `Onhava Action Statement on Whales`, `Statement of Intent`: by where it was made or whose it is. */
export function isNamedStatement(reading: Reading, from: number, t: number, end: number): boolean {
  // `UN Whale Council Presidential Statement`
  if (wordOf(reading.tokens, t - 1) === 'Presidential' && findingFrom(reading, from)?.to === t - 1)
    return true;
  if (isTown(reading, from, t) || isOfSeveral(reading, t, end) || isOf(reading.tokens, t + 1, /^Intent$/))
    return true;
  const town = findingFrom(reading, from);
  return end > t + 2 && town !== undefined && town.to < t && isTown(reading, from, town.to);
}

/** `Lviv Statement`: a document named after the town of its making. */
function isTown(reading: Reading, from: number, to: number): boolean {
  const place = findingFrom(reading, from);
  return place?.type === 'place' && place.to === to && !reading.isPolity(place);
}
