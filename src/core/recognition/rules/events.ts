import { W } from '../lexicon';
import { complementEnd, nominalEnd } from '../phrase';
import {
  addRuleFinding,
  findingFrom,
  findingOver,
  findingTo,
  isCapital,
  isHyphen,
  isLowerWord,
  leftEdge,
} from '../reading';
import type { Reading } from '../reading';
import { Kind, isGenitiveMark, isMark, wordOf } from '../tokens';
import type { Tokens } from '../tokens';
import { rememberWords } from '../wordQuestion';
import { hasKnownName, isNamed, isOnSubject, isYearOf } from './namedEvents';
import { titleEnd } from './documentTitle';
import { isPeoplesCongress, isSociety, leadsOn } from './noEvents';
import { partiesBefore, partyBeforeDash } from './partiesBefore';
import { addEdition, findSession, isOrdinal, isSessionWord } from './eventEditions';

/** Capitalised heads that make an event of the names before them. */
const properHeads =
  /^(?:Summit|Talk|Talks|Forum|Conference|Congress|Games|Olympics|Festival|Exhibition|Expo|Fair|War|Revolution|Uprising|Session|Plenum|Assembly|Meeting|Dialogue|Consultation|Consultations|Negotiations|Ceremony|Day|Week|Championship|Championships|Cup|Tournament|Biennale|Marathon|Symposium|Exercise|Exercises|Operation|Crisis|Holocaust|Referendum|Movement|Readings|Year|Contest|Olympiad|Parade|Seminar|Roundtable|Process|Format|Conversation|Retreat|Spartakiad|Debate|Massacre|Incident|Earthquake|Genocide|Tsunami|Regatta|Hackathon|Colloquium|Webinar|Universiade|Paralympics|Offensive|Decade|Prix|Jubilee|Airshow|Plenary)$/;
/** Heads that everyday words go with in capitals: they need more than one word, or a place, body or number before them. */
const weak =
  /^(?:Meeting|Session|Ceremony|Day|Week|Assembly|Congress|Exercise|Exercises|Operation|Year|Conversation|Dialogue|Talks|Consultation|Consultations|Negotiations|Crisis|Movement|Process|Format|Conference|Exhibition|Fair|War|Cup|Seminar|Parade|Contest|Summit|Debate|Massacre|Incident|Genocide|Offensive|Decade|Plenary)$/;

/** Events: summits and talks with a country, city or body before them, and proper names with a capitalised head. */
export function findEvents(reading: Reading): void {
  const { tokens } = reading;
  for (const t of tokens.salient) {
    const kind = tokens.kind[t]!;
    if (kind === Kind.lower) {
      if ((tokens.classes[t]! & W.eventHead) !== 0) findSummit(reading, t);
      if (isSessionWord(tokens, t)) findSession(reading, t);
    } else if (kind === Kind.capital && isStorm(tokens, t)) findStorm(reading, t);
    else if (kind === Kind.capital && tokens.kind[t + 1] === Kind.lower && isBattle(tokens, t)) {
      findBattle(reading, t);
    } else if (
      kind === Kind.capital &&
      (tokens.classes[t]! & W.eventHead) !== 0 &&
      properHeads.test(wordOf(tokens, t)) &&
      (findingOver(reading, t)?.type !== 'event' || /^(?:Olympics|Paralympics)$/.test(wordOf(tokens, t)))
    )
      findProper(reading, t);
  }
  for (const finding of [...reading.findings])
    if (finding.type === 'event' && finding.reason === 'name') addEdition(reading, finding);
}

const isStorm = rememberWords((word) => /^(?:Storm|Hurricane|Typhoon|Cyclone)$/.test(word));

/** `Typhoon Gzorn` */
function findStorm(reading: Reading, t: number): void {
  const { tokens } = reading;
  if (tokens.kind[t + 1] !== Kind.capital || reading.titleCase[t] === 1 || isCapital(tokens, t - 1)) return;
  if ((tokens.classes[t + 1]! & (W.organizationHead | W.eventHead | W.facilityHead)) !== 0) return;
  if (/^(?:Analysis|System|Season|Forecast|Relief|Shadow|Recovery)$/.test(wordOf(tokens, t + 1))) return;
  if (!isCapital(tokens, t + 2)) add(reading, t, t + 2, 45);
}

const isBattle = rememberWords((word) => /^(?:Siege|Battle)$/.test(word));

/** `Siege of Onhava` */
function findBattle(reading: Reading, t: number): void {
  if (!isLowerWord(reading.tokens, t + 1, 'of') || findingOver(reading, t) !== undefined) return;
  const place = findingFrom(reading, t + 2);
  if (place?.type === 'place' && place.form === undefined) add(reading, t, place.to, 31);
}

/** `DPRK-Russia summit meeting`, `Pyongyang talks`, `NATO summit`. */
function findSummit(reading: Reading, t: number): void {
  const { tokens } = reading;
  const word = wordOf(tokens, t);
  if (!/^(?:summit|talks)$/.test(word) || findingOver(reading, t)?.type === 'event') return;
  if (word === 'talks' && isLowerWord(tokens, t - 1, 'summit')) return;
  let from = t;
  // `Zembla-Terra-Onhava trilateral summit`
  const kind = isSummitKind(tokens, t - 1);
  if (kind) from--;
  const kindAt = from;
  for (let names = 0; names < 4; names++) {
    const name = findingTo(reading, from);
    if (
      name === undefined ||
      (name.type !== 'place' && name.type !== 'organization') ||
      // `Zemblan-Terra summit`
      (name.form === 'demonym' && (names === 0 || !isHyphen(tokens, from)))
    )
      break;
    from = name.from;
    if (isHyphen(tokens, from - 1)) from--;
  }
  if (from === kindAt || isHyphen(tokens, from)) return;
  if (word === 'talks' && findingFrom(reading, from)?.type === 'organization') return;
  const end =
    /^(?:meetings?|talks)$/.test(wordOf(tokens, t + 1)) && tokens.kind[t + 1] === Kind.lower ? t + 2 : t + 1;
  add(reading, from, end, 45);
}

function isSummitKind(tokens: Tokens, t: number): boolean {
  return (
    tokens.kind[t] === Kind.lower &&
    /^(?:bilateral|trilateral|quadrilateral|virtual|leaders|annual|inaugural)$/.test(wordOf(tokens, t))
  );
}

function findProper(reading: Reading, t: number): void {
  const { tokens } = reading;
  const over = findingOver(reading, t);
  if (over !== undefined && over.type !== 'place' && over.to !== t + 1) return;
  const isGames = over?.type === 'event' && over.to - over.from === 1 && tokens.kind[t - 1] === Kind.capital;
  if (over !== undefined && over.reason === 'name' && over.type !== 'place' && !isGames) return;
  const next = isHyphen(tokens, t + 1) ? t + 2 : t + 1;
  const word = wordOf(tokens, t);
  if (leadsOn(tokens, t)) return;
  if (isCapital(tokens, next) && properHeads.test(wordOf(tokens, next))) return;
  if (
    word === 'Assembly' &&
    /^(?:Parliamentary|Interparliamentary|National|Federal|Legislative|Constituent)$/.test(
      wordOf(tokens, t - 1),
    )
  ) {
    if (over === undefined) add(reading, leftEdge(reading, t), t + 1, 31, 'organization');
    return;
  }
  if (
    word === 'Day' &&
    (addDayOf(reading, t) || (isOrdinal(tokens, t - 1) && leftEdge(reading, t) === t - 1))
  )
    return;
  if (/^(?:Exercise|Operation)$/.test(word) && isCapital(tokens, t + 1) && reading.titleCase[t] === 0) {
    const end = nominalEnd(reading, t + 1, false);
    add(reading, t, /^(?:20\d\d|[1-9]\d)$/.test(wordOf(tokens, end)) ? end + 1 : end, 31);
    return;
  }
  const run = partyBeforeDash(reading, twoPlusTwoEdge(reading, leftEdge(reading, t)));
  const edge = withOrdinal(reading, bracketedEdge(reading, run, t));
  const person = findingTo(reading, edge);
  const from =
    (person?.type === 'person' && tokens.spaced[edge] === 1 && !weak.test(word)) ||
    person?.type === 'facility' ||
    // `Polar Summit | Foreign Ministers' Meeting`
    (person?.type === 'event' && person.reason === 'name' && /^(?:Meeting|Summit|Conference)$/.test(word))
      ? withOrdinal(reading, person.from)
      : edge;
  if (from === t && /^(?:Expo|Universiade)$/.test(word) && isYear(wordOf(tokens, t + 1))) {
    add(reading, t, t + 2, 31);
    return;
  }
  if (from === t && !/^(?:Congress|Year|Day|Week|Decade|Summit|Conference|Forum)$/.test(word)) return;
  const parties = /^(?:Consultations?|Talks|Dialogue|Negotiations|Forum)$/.test(word);
  const end = Math.max(
    complementEnd(reading, t + 1, { prepositions: eventPrepositions, parties }),
    titled.test(word) ? titleEnd(reading, t + 1) : 0,
  );
  if (from === t && word !== 'Congress' && !isYearOf(reading, t, end) && !isOnSubject(reading, t, end))
    return;
  if (from === t && end === t + 1) return;
  if (weak.test(word) && !isNamed(reading, from, t, end)) return;
  if (
    reading.titleCase[t] === 1 &&
    !hasKnownName(reading, from, Math.max(t, end)) &&
    !isOrdinal(tokens, from)
  )
    return;
  const to = wordOf(tokens, t + 1) === 'Meeting' && word === 'Summit' ? t + 2 : plusEnd(reading, t, end);
  if (isSociety(reading, from, word) || isPeoplesCongress(reading, from, t))
    add(reading, from, to, 31, 'organization');
  else add(reading, from, named.test(word) ? editionEnd(reading, to) : to, 31);
}

/** Heads whose subject may have small words in it: `International Day for Access to Information`. */
const titled = /^(?:Day|Year|Week|Decade|Conference|Dialogue|Meeting|Summit)$/;

const eventPrepositions = new Set(['of', 'on', 'for']);

const named =
  /^(?:Exhibition|Expo|Championships?|Cup|Games|Festival|Fair|Marathon|Tournament|Biennale|Olympics|Forum|Summit|Conference)$/;

/** `Exhibition HeliRussia 2022`, `Games 2026`: the name and the year of this edition. */
function editionEnd(reading: Reading, from: number): number {
  const { tokens } = reading;
  let end = from;
  if (
    tokens.kind[end] === Kind.capital &&
    (tokens.classes[end] === 0 || tokens.kind[end + 1] === Kind.number) &&
    findingOver(reading, end) === undefined &&
    (tokens.kind[end + 1] !== Kind.capital || tokens.spaced[end + 1] === 0) &&
    (reading.titleCase[end] === 0 || isYearBehind(tokens, end))
  )
    end++;
  while (end > from && end < from + 4 && tokens.spaced[end] === 0 && isCapital(tokens, end)) end++;
  if (isHyphen(tokens, end) && isYear(wordOf(tokens, end + 1))) return end + 2;
  return isYear(wordOf(tokens, end)) ? end + 1 : end;
}

function isYear(word: string): boolean {
  return /^(?:19|20)\d\d$/.test(word);
}

/** Whether a year follows the word at a token, which may be of several parts (`HeliRussia`). */
function isYearBehind(tokens: Tokens, t: number): boolean {
  let behind = t + 1;
  while (behind < t + 4 && tokens.spaced[behind] === 0 && isCapital(tokens, behind)) behind++;
  return isYear(wordOf(tokens, behind));
}

/** `Gzorn Ministers' Meeting | Plus`, `Meeting | -Plus`: the one with partners from outside. */
function plusEnd({ tokens }: Reading, head: number, end: number): number {
  if (end !== head + 1 || wordOf(tokens, head) !== 'Meeting') return end;
  const plus = isHyphen(tokens, end) ? end + 1 : end;
  if (wordOf(tokens, plus) !== 'Plus') return end;
  // `Plus Three`
  return /^(?:One|Two|Three|Four|Five|Six|\d)$/.test(wordOf(tokens, plus + 1)) ? plus + 2 : plus + 1;
}

/** `Lawyer's Day`: the day of a trade, in the possessive. */
function addDayOf(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  const mark = t - 1;
  if (!isGenitiveMark(tokens, mark) || tokens.kind[mark - 1] !== Kind.capital) return false;
  if (findingTo(reading, mark) !== undefined || (tokens.classes[mark - 1]! & W.function) !== 0) return false;
  const from = Math.min(leftEdge(reading, mark), mark - 1);
  add(reading, from, t + 1, 31);
  return true;
}

/** `20th International … Readings`, `2024 Summit`, `Second Summit`. */
function withOrdinal(reading: Reading, from: number): number {
  const { tokens } = reading;
  const t = from - 1;
  if (tokens.kind[t] === Kind.number && /^\d+(?:st|nd|rd|th)$/.test(wordOf(tokens, t))) return t;
  // `First Zembla - Terra Summit Meeting`
  return isOrdinal(tokens, t) && tokens.kind[t] === Kind.capital && findingOver(reading, t) === undefined
    ? t
    : from;
}

/** `Zembla-Terra 2+2 | Meeting`, `Zembla-Terra Foreign and Defense (2+2) | Meeting`: who meets in front of how many of each. */
function twoPlusTwoEdge(reading: Reading, edge: number): number {
  const { tokens } = reading;
  const bracket = isMark(tokens, edge - 1, ')') && isMark(tokens, edge - 5, '(');
  const last = bracket ? edge - 2 : edge - 1;
  const isCount =
    tokens.kind[last] === Kind.number &&
    isMark(tokens, last - 1, '+') &&
    tokens.kind[last - 2] === Kind.number;
  if (!isCount) return edge;
  const first = bracket ? last - 3 : last - 2;
  const parties = leftEdge(reading, first);
  return bracket && parties === first ? edge : parties;
}

/** `Polar Council (GZORN) | Foreign Ministers' Meeting`: the body in front of its initials. */
function bracketedEdge(reading: Reading, edge: number, head: number): number {
  const { tokens } = reading;
  if (
    !isMark(tokens, edge - 1, ')') ||
    tokens.kind[edge - 2] !== Kind.upper ||
    !isMark(tokens, edge - 3, '(')
  )
    return edge;
  if (
    !/^(?:Meeting|Summit|Forum|Ministerial|Conference|Dialogue|Retreat|Session|Consultations)$/.test(
      wordOf(tokens, head),
    )
  )
    return edge;
  const body = findingTo(reading, edge - 3);
  if (body?.type === 'organization' || body?.type === 'event') return body.from;
  const from = partiesBefore(reading, edge - 3);
  return from < edge - 3 ? leftEdge(reading, from) : edge;
}

function add(reading: Reading, from: number, to: number, strength: number, type = 'event'): void {
  addRuleFinding(reading, { from, to, type, rule: 'event', strength });
}
