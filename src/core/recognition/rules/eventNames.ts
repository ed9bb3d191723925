import type { Finding } from '../finding';
import { W } from '../lexicon';
import {
  addFinding,
  findingFrom,
  findingOver,
  findingTo,
  isCapital,
  isHyphen,
  isLowerWord,
} from '../reading';
import type { Reading } from '../reading';
import { Kind, isGenitiveMark, isMark, wordOf } from '../tokens';

/** Events whose words are no event's by themselves: what stands around them tells. */
export function findEventNames(reading: Reading): void {
  const { tokens } = reading;
  for (let t = 1; t < tokens.count; t++) {
    const kind = tokens.kind[t]!;
    if (kind === Kind.capital) {
      const word = wordOf(tokens, t);
      if (word === 'Ministerial') findMinisterial(reading, t);
      else if (word === 'Assembly') findAssembly(reading, t);
    } else if (kind === Kind.lower && (tokens.classes[t]! & W.eventHead) !== 0) {
      const word = wordOf(tokens, t);
      if (word === 'meeting') findMinistersMeeting(reading, t);
      else if (/^(?:exercises?|drills?)$/.test(word)) findExplainedExercise(reading, t);
    }
  }
}

/** `Polar Council Ministerial`: short for its meeting. */
function findMinisterial(reading: Reading, t: number): void {
  if (isCapital(reading.tokens, t + 1) || reading.tokens.spaced[t] === 0) return;
  const from = withNames(reading, t);
  if (from < t) add(reading, from, t + 1);
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
  const from = withNames(reading, at);
  if (from < at) add(reading, from, t + 1);
}

function isPortfolio({ tokens }: Reading, t: number): boolean {
  if (isLowerWord(tokens, t, 'and')) return isCapital(tokens, t - 1);
  return tokens.kind[t] === Kind.capital && (tokens.classes[t]! & (W.portfolio | W.roleModifier)) !== 0;
}

/** Where the states (`Zembla-Terra`) and bodies that end before a token begin; the token itself where there are none. */
function withNames(reading: Reading, t: number): number {
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
  addFinding(reading, {
    from,
    to,
    type: 'event',
    reason: 'rule',
    rule: 'event',
    candidates: [],
    certain: false,
    strength: 45,
  });
}
