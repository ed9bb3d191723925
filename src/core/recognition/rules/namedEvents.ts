import { W } from '../lexicon';
import { isAbstract } from '../nameWords';
import { findingFrom, isCapital, isEmptyCapital, isHyphen, isLowerWord } from '../reading';
import type { Reading } from '../reading';
import { Kind, isGenitiveMark, wordOf } from '../tokens';
import type { Tokens } from '../tokens';

/** Whether a head that is an everyday word in capitals too (`Meeting`, `Summit`) is part of a name in `[from, end)`. */
export function isNamed(reading: Reading, from: number, head: number, end: number): boolean {
  const { tokens } = reading;
  const word = wordOf(tokens, head);
  if (hasKnownName(reading, from, head))
    return (
      !onlyDemonym(reading, from, head) || /^(?:War|Revolution|Crisis|Cup|Championships?|Games)$/.test(word)
    );
  if (tokens.kind[from] === Kind.number || (tokens.classes[from]! & W.ordinal) !== 0) return true;
  // `GZORN Summit`
  if (/^(?:Summit|Conference|Congress|Dialogue)$/.test(word) && isAcronym(tokens, head - 1)) return true;
  // `Gzorn Summit`, `Whale Week`
  if (/^(?:Summit|Week)$/.test(word) && head - from === 1 && isCoined(reading, from)) return true;
  if (word === 'Week' && head - from === 1) return false;
  if ((word === 'Summit' || /^(?:Conference|Forum)$/.test(word)) && isOnSubject(reading, head, end))
    return true;
  // `GZORN Leaders Meeting`
  if (
    word === 'Meeting' &&
    isAcronym(tokens, from) &&
    /^(?:Leaders|Ministers|Ministerial)$/.test(wordOf(tokens, head - 1))
  )
    return true;
  if (/^(?:Plenary|Enlarged|Extended)$/.test(wordOf(tokens, head - 1)) && end > head + 1) return true;
  // `Trilateral Leaders' Summit`
  if (
    word === 'Summit' &&
    isGenitiveMark(tokens, head - 1) &&
    head - from >= 3 &&
    reading.titleCase[head] === 0
  )
    return true;
  // `World Harvest Summit`, `Leaders Summit on Harvests`
  if (word === 'Summit' && reading.titleCase[head] === 0 && isSummitName(reading, from, head, end))
    return true;
  // `National Meeting of Whalers`
  if (word === 'Meeting' && wordOf(tokens, head - 1) === 'National' && end > head + 1) return true;
  // `High-Level Meeting on Harvests`, `International Year of Harvests`
  if (
    /^(?:Meeting|Year|Decade|Debate)$/.test(word) &&
    end > head + 1 &&
    (from < head || word === 'Year') &&
    isTitled(reading, head)
  )
    return true;
  // `Commemorative Summit for the 50th Year of GZORN-Zembla Friendship`
  if (/^(?:Summit|Conference|Meeting)$/.test(word) && hasKnownName(reading, head + 1, end)) return true;
  if (/^(?:Meeting|Conversation|Talks|Exercise|Exercises|Ceremony|Session|Congress|Year|Summit)$/.test(word))
    return false;
  if (isGenitiveMark(tokens, head - 1)) return true;
  return head - from >= 2 || end > head + 1 || /^(?:Day|Cup|War|Format)$/.test(word);
}

const plainSummits =
  /^(?:Bilateral|Trilateral|Leaders|Annual|Virtual|Informal|Special|Regular|Joint|Extraordinary|Emergency|Next|Upcoming|Historic|Leader|Online|High|Level)$/;

/** Whether more than the kind of a summit is told: its subject before it in two words, or behind it. */
function isSummitName(reading: Reading, from: number, head: number, end: number): boolean {
  const { tokens } = reading;
  if (end > head + 1 && /^(?:on|for)$/.test(wordOf(tokens, head + 1))) return true;
  let telling = 0;
  for (let t = from; t < head; t++)
    if (isCapital(tokens, t) && !plainSummits.test(wordOf(tokens, t))) telling++;
  return telling >= 2;
}

/** Whether a head that is an everyday word has its subject behind it: `on …`, or the `of` of a year. */
function isTitled(reading: Reading, head: number): boolean {
  const { tokens } = reading;
  if (reading.titleCase[head] === 1) return false;
  if (/^(?:Year|Decade)$/.test(wordOf(tokens, head))) return true;
  return isLowerWord(tokens, head + 1, 'on');
}

/** `Year of Gzorn`, `Day of Harvests`: not of a month or in a headline. */
export function isYearOf(reading: Reading, t: number, end: number): boolean {
  const { tokens } = reading;
  if (end === t + 1 || reading.titleCase[t] === 1 || !isLowerWord(tokens, t + 1, 'of')) return false;
  if (/^(?:Conference|Forum)$/.test(wordOf(tokens, t))) return false;
  const name = findingFrom(reading, isLowerWord(tokens, t + 2, 'the') ? t + 3 : t + 2);
  // `Summit of the Polar Forum`
  if (wordOf(tokens, t) === 'Summit') return name?.type === 'organization';
  return name?.type !== 'date' && name?.type !== 'person' && !isGenitiveMark(tokens, end);
}

/** `Summit on Harvests and Seeds`, `Conference on Reforms`: told by its subject, which is no place or person. */
export function isOnSubject(reading: Reading, head: number, end: number): boolean {
  const { tokens } = reading;
  if (!/^(?:Summit|Conference|Forum)$/.test(wordOf(tokens, head)) || reading.titleCase[head] === 1)
    return false;
  if (!isLowerWord(tokens, head + 1, 'on') || end < head + 3) return false;
  const name = findingFrom(reading, isLowerWord(tokens, head + 2, 'the') ? head + 3 : head + 2);
  return name === undefined || (name.to < end && name.type !== 'date' && name.type !== 'person');
}

/** One word that no list of words has and that is no adjective or abstract noun. */
function isCoined(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  const word = wordOf(tokens, t);
  return (
    tokens.kind[t] === Kind.capital &&
    tokens.classes[t] === 0 &&
    reading.titleCase[t] === 0 &&
    !isEmptyCapital(tokens, t) &&
    !isAbstract(reading, t) &&
    !plainSummits.test(word) &&
    !/(?:al|ive|ing|ed|ary|ic|ous|ble|ers?|ors?)$/.test(word)
  );
}

/** Letters, or letters with a number (`COVID-45`), that name something. */
function isAcronym(tokens: Tokens, t: number): boolean {
  const at = tokens.kind[t] === Kind.number && isHyphen(tokens, t - 1) ? t - 2 : t;
  return tokens.kind[at] === Kind.upper && tokens.end[at]! - tokens.start[at]! >= 3;
}

function onlyDemonym(reading: Reading, from: number, head: number): boolean {
  const finding = findingFrom(reading, from);
  return finding?.form === 'demonym' && finding.to === head;
}

/** Whether a name that is known begins in `[from, head)`. */
export function hasKnownName(reading: Reading, from: number, head: number): boolean {
  for (let t = from; t < head; t++) {
    const finding = findingFrom(reading, t);
    if (finding !== undefined && finding.type !== 'date' && finding.type !== 'role') return true;
  }
  return false;
}
