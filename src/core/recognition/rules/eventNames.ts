import { W } from '../lexicon';
import {
  addRuleFinding,
  findingFrom,
  findingOver,
  findingTo,
  isCapital,
  isHyphen,
  isLowerWord,
} from '../reading';
import type { Reading } from '../reading';
import { Kind, isGenitiveMark, isMark, wordOf } from '../tokens';
import { partiesBefore } from './partiesBefore';

/** Events whose words are no event's by themselves: what stands around them tells. */
export function findEventNames(reading: Reading): void {
  const { tokens } = reading;
  for (const t of tokens.salient) {
    const kind = tokens.kind[t]!;
    if (kind === Kind.capital) {
      const word = wordOf(tokens, t);
      if (word === 'Ministerial') findMinisterial(reading, t);
      else if (word === 'Assembly') findAssembly(reading, t);
    } else if (kind === Kind.upper) {
      // `80th UNGA`: the session by the letters of the body
      const isSession = wordOf(tokens, t) === 'UNGA' && /^\d+(?:st|nd|rd|th)$/.test(wordOf(tokens, t - 1));
      if (isSession && findingTo(reading, t + 1)?.type === 'organization') add(reading, t - 1, t + 1);
    } else if (kind === Kind.lower && (tokens.classes[t]! & W.eventHead) !== 0) {
      const word = wordOf(tokens, t);
      if (word === 'meeting') findMinistersMeeting(reading, t);
      else if (/^(?:exercises?|drills?)$/.test(word)) findExplainedExercise(reading, t);
    }
  }
}

/** `Polar Council Ministerial`: short for its meeting. */
function findMinisterial(reading: Reading, t: number): void {
  const { tokens } = reading;
  if (isCapital(tokens, t + 1) || tokens.spaced[t] === 0 || isLowerWord(tokens, t + 1, 'meetings')) return;
  const to = isLowerWord(tokens, t + 1, 'meeting') ? t + 2 : t + 1;
  // `2+2 Ministerial`
  const isTwoPlusTwo =
    tokens.kind[t - 1] === Kind.number && isMark(tokens, t - 2, '+') && tokens.kind[t - 3] === Kind.number;
  const from = partiesBefore(reading, isTwoPlusTwo ? t - 3 : t);
  // `GZORN Ministerial`: of a forum that only letters name
  const isForum = tokens.kind[t - 1] === Kind.upper && tokens.end[t - 1]! - tokens.start[t - 1]! >= 3;
  if (from < t || isForum) add(reading, Math.min(from, isForum ? t - 1 : t), to);
}

/** `78th United Nations General Assembly`: the session of a body that has its number. */
function findAssembly(reading: Reading, t: number): void {
  const { tokens } = reading;
  if (!/^(?:General|Health)$/.test(wordOf(tokens, t - 1))) return;
  const body = findingTo(reading, t + 1);
  if (body?.type !== 'organization') return;
  const ordinal = body.from - 1;
  if (tokens.kind[ordinal] === Kind.number && /^\d+(?:st|nd|rd|th)$/.test(wordOf(tokens, ordinal)))
    add(reading, ordinal, t + 1);
}

/** `G7 Foreign Ministers meeting`: the meeting in small letters behind who meets in capitals. */
function findMinistersMeeting(reading: Reading, t: number): void {
  const { tokens } = reading;
  let at = isGenitiveMark(tokens, t - 1) ? t - 1 : t;
  if (!/^(?:Ministers|Leaders)$/.test(wordOf(tokens, at - 1)) || tokens.spaced[t] === 0) return;
  at--;
  while (t - at < 8 && isPortfolio(reading, at - 1)) at--;
  const from = partiesBefore(reading, at);
  if (from < at) add(reading, from, t + 1);
}

function isPortfolio({ tokens }: Reading, t: number): boolean {
  if (isLowerWord(tokens, t, 'and')) return isCapital(tokens, t - 1);
  return tokens.kind[t] === Kind.capital && (tokens.classes[t]! & (W.portfolio | W.roleModifier)) !== 0;
}

/** `Gzorn Mace, a naval drill`: an exercise by what is said behind its name. */
function findExplainedExercise(reading: Reading, head: number): void {
  const { tokens } = reading;
  let article = head - 1;
  while (head - article < 7 && !/^(?:an?|the|another)$/.test(wordOf(tokens, article))) {
    const isAdjective = tokens.kind[article] === Kind.lower && (tokens.classes[article]! & W.function) === 0;
    if (!isAdjective && !isHyphen(tokens, article)) return;
    article--;
  }
  if (!/^(?:an?|the|another)$/.test(wordOf(tokens, article)) || !isMark(tokens, article - 1, ',')) return;
  const to = article - 1;
  let from = to;
  while (to - from < 4 && isNameOfExercise(reading, from - 1)) from--;
  if (to - from > 1 && findingFrom(reading, from) === undefined) add(reading, from, to);
}

function isNameOfExercise(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  if (tokens.kind[t] !== Kind.capital || findingOver(reading, t) !== undefined) return false;
  const others = W.function | W.organizationHead | W.roleHead | W.honorific | W.familyName;
  return (tokens.classes[t]! & others) === 0;
}

function add(reading: Reading, from: number, to: number): void {
  addRuleFinding(reading, { from, to, type: 'event', rule: 'event', strength: 45 });
}
