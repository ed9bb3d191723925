import type { Finding } from '../finding';
import { W } from '../lexicon';
import { complementEnd } from '../phrase';
import {
  addFinding,
  addRuleFinding,
  findingFrom,
  findingOver,
  findingTo,
  isCapital,
  isHyphen,
  isLowerWord,
} from '../reading';
import type { Reading } from '../reading';
import { Kind, isMark, wordOf } from '../tokens';
import type { Tokens } from '../tokens';

/** `3rd`, `Third`, `third`: which one of a series. */
export function isOrdinal(tokens: Tokens, t: number): boolean {
  if (tokens.kind[t] === Kind.number) return /^\d+(?:st|nd|rd|th)$/.test(wordOf(tokens, t));
  return (
    (tokens.kind[t] === Kind.capital || tokens.kind[t] === Kind.lower) &&
    (tokens.classes[t]! & W.ordinal) !== 0
  );
}

/**
 * What tells one of a series that a list knows from the others belongs to its name: the ordinal before it (`Second Zembla–Terra
 * Summit`), the number or year behind it (`Gzorn Mace 24`), and the `meeting` or `talks` of a summit.
 */
export function addEdition(reading: Reading, event: Finding): void {
  const { tokens } = reading;
  const before = event.from - 1;
  const town = townBefore(reading, event);
  if (town !== undefined) {
    // `2045 Onhava | Gzorn Games`
    const from = isYearBefore(reading, town) ? town - 1 : town;
    addFinding(reading, { ...event, from, to: editionTo(reading, event), strength: 51 });
    return;
  }
  // `Zembla-Terra | War` where a list knows a `Terra War`
  if (isHyphen(tokens, event.from - 1) && findingTo(reading, event.from - 1)?.type === 'place') {
    const { from } = findingTo(reading, event.from - 1)!;
    addFinding(reading, {
      ...event,
      from,
      candidates: [],
      reason: 'rule',
      rule: 'event',
      certain: false,
      strength: 51,
    });
    return;
  }
  const opens =
    (isOrdinal(tokens, before) || isRoman(tokens, before) || isYearBefore(reading, event.from)) &&
    tokens.kind[before] !== Kind.lower &&
    tokens.kind[event.from] !== Kind.lower &&
    findingOver(reading, before) === undefined;
  const to = editionTo(reading, event);
  // `three Zembla-Terra summit meetings` are none of them alone.
  const ofMany = isLowerWord(tokens, to - 1, 'meetings')
    ? { candidates: [], reason: 'rule' as const, rule: 'event', certain: false }
    : {};
  // `15th GZORN | Foreign Ministers' Meeting`: of the longer name
  if (findingOver(reading, event.from)?.to !== event.to && findingOver(reading, event.from) !== undefined)
    return;
  if (opens || to > event.to)
    addFinding(reading, { ...event, ...ofMany, from: opens ? before : event.from, to, strength: 51 });
}

/** `XXIV`: which one of a series, in the numerals of Rome. */
function isRoman(tokens: Tokens, t: number): boolean {
  return tokens.kind[t] === Kind.upper && /^[IVXL]{2,6}$/.test(wordOf(tokens, t));
}

/** `2045` right in front of a name, where it is no date of its own */
function isYearBefore(reading: Reading, t: number): boolean {
  return /^(?:19|20)\d\d$/.test(wordOf(reading.tokens, t - 1)) && findingOver(reading, t - 1) === undefined;
}

/** `Onhava | Gzorn Games`: where they were held this time. */
function townBefore(reading: Reading, event: Finding): number | undefined {
  const { tokens } = reading;
  if (!/^(?:Games|Olympics|Paralympics|Universiade)$/.test(wordOf(tokens, event.to - 1))) return undefined;
  const town = findingTo(reading, event.from);
  if (town?.type !== 'place' || town.form !== undefined || reading.isPolity(town)) return undefined;
  return tokens.spaced[event.from] === 1 ? town.from : undefined;
}

function editionTo(reading: Reading, event: Finding): number {
  const { tokens } = reading;
  const { to } = event;
  if (isLowerWord(tokens, to - 1, 'summit') && /^(?:meetings?|talks)$/.test(wordOf(tokens, to)))
    return to + 1;
  if (tokens.kind[to] !== Kind.number || tokens.spaced[to] === 0 || !isCapital(tokens, to - 1)) return to;
  if (/^(?:Year|Day|Christmas|War)$/.test(wordOf(tokens, to - 1))) return to;
  const series = tokens.kind[to - 1] === Kind.upper ? /^(?:20\d\d|[1-9]\d?)$/ : /^(?:20\d\d|[1-9]\d)$/;
  if (!series.test(wordOf(tokens, to)) || isHyphen(tokens, to + 1)) return to;
  const next = tokens.kind[to + 1];
  const closed =
    next === Kind.stop ||
    (next === Kind.mark && !isMark(tokens, to + 1, '%')) ||
    (next === Kind.lower && (tokens.classes[to + 1]! & W.function) !== 0);
  const over = findingOver(reading, to);
  return closed && (over === undefined || over.to - over.from === 1) ? to + 1 : to;
}

const sessions = /^(?:session|meeting|congress|plenum|conference|summit)$/;

/** Whether a word in small letters may be what is numbered: `session`, or a `meeting` that is said to be plenary. */
export function isSessionWord(tokens: Tokens, t: number): boolean {
  return sessions.test(wordOf(tokens, t));
}

const kinds =
  /^(?:plenary|regular|special|emergency|enlarged|extended|ordinary|extraordinary|annual|full|substantive|resumed|ministerial|national)$/;

/** `79th session of the UN General Assembly`, `third plenary meeting of the 7th Gzorn Party Central Committee` */
export function findSession(reading: Reading, t: number): void {
  const { tokens } = reading;
  if (findingOver(reading, t) !== undefined || !isLowerWord(tokens, t + 1, 'of')) return;
  let from = t;
  while (t - from < 3 && tokens.kind[from - 1] === Kind.lower && kinds.test(wordOf(tokens, from - 1))) from--;
  const plenary = from < t && /^(?:plenary|ministerial)$/.test(wordOf(tokens, t - 1));
  if (!isOrdinal(tokens, from - 1) || (wordOf(tokens, t) === 'meeting' && !plenary)) return;
  const body = findingFrom(reading, isLowerWord(tokens, t + 2, 'the') ? t + 3 : t + 2);
  // In words, anything may be the first of its kind: only the session of a body is one of a series.
  if (
    tokens.kind[from - 1] !== Kind.number &&
    body?.type !== 'organization' &&
    !isNumberedBody(reading, t + 2)
  )
    return;
  // `first session of the GZORN | Summit`: of an event
  if (body !== undefined && isCapital(tokens, body.to) && (tokens.classes[body.to]! & W.eventHead) !== 0)
    return;
  const end = complementEnd(reading, t + 1, { prepositions: new Set(['of']) });
  if (end === t + 1) return;
  addRuleFinding(reading, { from: from - 1, to: end, type: 'event', rule: 'event', strength: 31 });
}

/** `the 14th National People's Congress`: a body with the number of its term. */
function isNumberedBody(reading: Reading, from: number): boolean {
  const { tokens } = reading;
  const at = isLowerWord(tokens, from, 'the') ? from + 1 : from;
  return isOrdinal(tokens, at) && findingFrom(reading, at + 1)?.type === 'organization';
}
