import { W } from '../lexicon';
import { complementEnd, nominalEnd } from '../phrase';
import type { Finding } from '../finding';
import {
  addFinding,
  findingFrom,
  findingOver,
  findingTo,
  isCapital,
  isHyphen,
  isLowerWord,
  leftEdge,
} from '../reading';
import type { Reading } from '../reading';
import { Kind, isGenitiveMark, wordOf } from '../tokens';
import type { Tokens } from '../tokens';

/** Capitalised heads that make an event of the names before them. */
const properHeads =
  /^(?:Summit|Talk|Talks|Forum|Conference|Congress|Games|Olympics|Festival|Exhibition|Expo|Fair|War|Revolution|Uprising|Session|Plenum|Assembly|Meeting|Dialogue|Consultation|Consultations|Negotiations|Ceremony|Day|Week|Championship|Championships|Cup|Tournament|Biennale|Marathon|Symposium|Exercise|Exercises|Operation|Crisis|Holocaust|Referendum|Movement|Readings|Year|Contest|Olympiad|Parade|Seminar|Roundtable|Process|Format|Conversation|Retreat|Spartakiad)$/;
/** Heads that everyday words go with in capitals: they need more than one word, or a place, body or number before them. */
const weak =
  /^(?:Meeting|Session|Ceremony|Day|Week|Assembly|Congress|Exercise|Exercises|Operation|Year|Conversation|Dialogue|Talks|Consultation|Consultations|Negotiations|Crisis|Movement|Process|Format|Conference|Exhibition|Fair|War|Cup|Seminar|Parade|Contest|Summit)$/;

/** Events: summits and talks with a country, city or body before them, and proper names with a capitalised head. */
export function findEvents(reading: Reading): void {
  const { tokens } = reading;
  for (const t of tokens.salient) {
    const kind = tokens.kind[t]!;
    if (kind === Kind.lower) {
      if ((tokens.classes[t]! & W.eventHead) !== 0) findSummit(reading, t);
      if (tokens.kind[t - 1] === Kind.number && wordOf(tokens, t) === 'session') findSession(reading, t);
    } else if (
      kind === Kind.capital &&
      tokens.kind[t + 1] === Kind.lower &&
      battles.test(wordOf(tokens, t))
    ) {
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

const battles = /^(?:Siege|Battle)$/;

/** `Siege of Onhava` */
function findBattle(reading: Reading, t: number): void {
  if (!isLowerWord(reading.tokens, t + 1, 'of') || findingOver(reading, t) !== undefined) return;
  const place = findingFrom(reading, t + 2);
  if (place?.type === 'place' && place.form === undefined) add(reading, t, place.to, 31);
}

/** `Second Zembla–Terra Summit` where a list knows the summit: the ordinal before a name belongs to it. */
function addEdition(reading: Reading, event: Finding): void {
  const { tokens } = reading;
  const before = event.from - 1;
  const isOrdinal =
    (tokens.kind[before] === Kind.capital && (tokens.classes[before]! & W.ordinal) !== 0) ||
    (tokens.kind[before] === Kind.number && /^\d+(?:st|nd|rd|th)$/.test(wordOf(tokens, before)));
  const first = tokens.kind[event.from];
  if (isOrdinal && first !== Kind.lower && findingOver(reading, before) === undefined)
    addFinding(reading, { ...event, from: before, strength: 51 });
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
      name.form === 'demonym'
    )
      break;
    from = name.from;
    if (isHyphen(tokens, from - 1)) from--;
  }
  if (from === kindAt || isHyphen(tokens, from)) return;
  if (word === 'talks' && findingFrom(reading, from)?.type === 'organization') return;
  const end =
    /^(?:meeting|talks)$/.test(wordOf(tokens, t + 1)) && tokens.kind[t + 1] === Kind.lower ? t + 2 : t + 1;
  add(reading, from, end, 45);
}

function isSummitKind(tokens: Tokens, t: number): boolean {
  return (
    tokens.kind[t] === Kind.lower &&
    /^(?:bilateral|trilateral|quadrilateral|virtual|leaders|annual|inaugural)$/.test(wordOf(tokens, t))
  );
}

/** `79th session of the UN General Assembly` */
function findSession(reading: Reading, t: number): void {
  const { tokens } = reading;
  if (tokens.kind[t - 1] !== Kind.number || !/^\d+(?:st|nd|rd|th)$/.test(wordOf(tokens, t - 1))) return;
  const end = complementEnd(reading, t + 1, { prepositions: new Set(['of']) });
  if (end > t + 1) add(reading, t - 1, end, 31);
}

function findProper(reading: Reading, t: number): void {
  const { tokens } = reading;
  const over = findingOver(reading, t);
  if (over !== undefined && over.type !== 'place' && over.to !== t + 1) return;
  const isGames = over?.type === 'event' && over.to - over.from === 1 && tokens.kind[t - 1] === Kind.capital;
  if (over !== undefined && over.reason === 'name' && over.type !== 'place' && !isGames) return;
  const next = isHyphen(tokens, t + 1) ? t + 2 : t + 1;
  const word = wordOf(tokens, t);
  if (isCapital(tokens, next) && properHeads.test(wordOf(tokens, next))) return;
  if (word === 'Assembly' && /^(?:National|Federal|Legislative|Constituent)$/.test(wordOf(tokens, t - 1))) {
    if (over === undefined) add(reading, leftEdge(reading, t), t + 1, 31, 'organization');
    return;
  }
  if (word === 'Day' && addDayOf(reading, t)) return;
  if (/^(?:Exercise|Operation)$/.test(word) && isCapital(tokens, t + 1) && reading.titleCase[t] === 0) {
    const end = nominalEnd(reading, t + 1, false);
    add(reading, t, /^20\d\d$/.test(wordOf(tokens, end)) ? end + 1 : end, 31);
    return;
  }
  const edge = withOrdinal(reading, leftEdge(reading, t));
  const person = findingTo(reading, edge);
  const from =
    (person?.type === 'person' && tokens.spaced[edge] === 1 && !weak.test(word)) ||
    person?.type === 'facility'
      ? person.from
      : edge;
  if (from === t && !/^(?:Congress)$/.test(word)) return;
  const end = complementEnd(reading, t + 1, { prepositions: new Set(['of', 'on', 'for']) });
  if (from === t && end === t + 1) return;
  if (weak.test(word) && !isNamed(reading, from, t, end)) return;
  if (reading.titleCase[t] === 1 && !hasKnownName(reading, from, t) && tokens.kind[from] !== Kind.number)
    return;
  const to = wordOf(tokens, t + 1) === 'Meeting' && word === 'Summit' ? t + 2 : end;
  if (isSociety(reading, from, word)) add(reading, from, to, 31, 'organization');
  else add(reading, from, named.test(word) ? editionEnd(reading, to) : to, 31);
}

const named =
  /^(?:Exhibition|Expo|Championships?|Cup|Games|Festival|Fair|Marathon|Tournament|Biennale|Olympics|Forum|Summit)$/;

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
  if (isHyphen(tokens, end) && /^(?:19|20)\d\d$/.test(wordOf(tokens, end + 1))) return end + 2;
  return /^(?:19|20)\d\d$/.test(wordOf(tokens, end)) ? end + 1 : end;
}

/** Whether a year follows the word at a token, which may be of several parts (`HeliRussia`). */
function isYearBehind(tokens: Tokens, t: number): boolean {
  let behind = t + 1;
  while (behind < t + 4 && tokens.spaced[behind] === 0 && isCapital(tokens, behind)) behind++;
  return /^(?:19|20)\d\d$/.test(wordOf(tokens, behind));
}

/** `chairman of the Literary Forum …`: what has a chairman of its own name is a body. */
function isSociety(reading: Reading, from: number, head: string): boolean {
  if (!/^(?:Forum|Movement|Congress|Conference)$/.test(head)) return false;
  const { tokens } = reading;
  if (head === 'Movement' && hasWord(reading, from, liberation)) return true;
  const of = isLowerWord(tokens, from - 1, 'the') ? from - 2 : from - 1;
  return (
    isLowerWord(tokens, of, 'of') &&
    /^(?:chairman|chairwoman|chairperson|president|secretary|general|director|leader|coordinator|secretary-general)$/i.test(
      wordOf(tokens, of - 1),
    )
  );
}

const liberation =
  /^(?:Islanders|Peoples?|Workers|Citizens|Socialist|Youth|Students|Peasants|Islamic|Liberation|Resistance|Freedom|Popular|Patriotic|Democratic|National|Republican|Political|Civic)$/;

/** Whether one of the six words from `from` on, before the head, is of a kind. */
function hasWord(reading: Reading, from: number, kind: RegExp): boolean {
  for (let t = from; t < from + 6 && isCapital(reading.tokens, t); t++)
    if (kind.test(wordOf(reading.tokens, t))) return true;
  return false;
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
  return from;
}

function isNamed(reading: Reading, from: number, head: number, end: number): boolean {
  const { tokens } = reading;
  const word = wordOf(tokens, head);
  if (hasKnownName(reading, from, head))
    return (
      !onlyDemonym(reading, from, head) || /^(?:War|Revolution|Crisis|Cup|Championships?|Games)$/.test(word)
    );
  if (tokens.kind[from] === Kind.number || (tokens.classes[from]! & W.ordinal) !== 0) return true;
  // `GZORN Summit`
  if (/^(?:Summit|Conference|Congress)$/.test(word) && isAcronym(tokens, head - 1)) return true;
  if (/^(?:Plenary|Enlarged|Extended)$/.test(wordOf(tokens, head - 1)) && end > head + 1) return true;
  // `Commemorative Summit for the 50th Year of GZORN-Zembla Friendship`
  if (/^(?:Summit|Conference|Meeting)$/.test(word) && hasKnownName(reading, head + 1, end)) return true;
  if (/^(?:Meeting|Conversation|Talks|Exercise|Exercises|Ceremony|Session|Congress|Year|Summit)$/.test(word))
    return false;
  if (isGenitiveMark(tokens, head - 1)) return true;
  return head - from >= 2 || end > head + 1 || /^(?:Day|Cup|War|Format)$/.test(word);
}

function isAcronym(tokens: Tokens, t: number): boolean {
  return tokens.kind[t] === Kind.upper && tokens.end[t]! - tokens.start[t]! >= 4;
}

function onlyDemonym(reading: Reading, from: number, head: number): boolean {
  const finding = findingFrom(reading, from);
  return finding?.form === 'demonym' && finding.to === head;
}

function hasKnownName(reading: Reading, from: number, head: number): boolean {
  for (let t = from; t < head; t++) {
    const finding = findingFrom(reading, t);
    if (finding !== undefined && finding.type !== 'date' && finding.type !== 'role') return true;
  }
  return false;
}

function add(reading: Reading, from: number, to: number, strength: number, type = 'event'): void {
  addFinding(reading, {
    from,
    to,
    type,
    reason: 'rule',
    rule: 'event',
    candidates: [],
    certain: false,
    strength,
  });
}
