import type { Finding } from '../finding';
import { W } from '../lexicon';
import { findingFrom, findingOver, isCapital, isHyphen, isLowerWord } from '../reading';
import type { Reading } from '../reading';
import { Kind, isMark, opensSentence, wordOf } from '../tokens';
import { isApposed, isBehindHonorific, isEnclosed, isIntroduced, isSignature, speaks } from './personContext';
import { addPerson, addSuffix, findListedPersons, isPlainName, strengths } from './personLists';
import {
  countArticles,
  countWords,
  hasAcronym,
  isAllAcronyms,
  isKnownShape,
  isKoreanFamily,
  isKoreanSyllable,
  isPatronymic,
} from './nameShapes';

/**
 * Persons no list holds: runs of capitalised words of the shape of a name, beside an office or an honorific, before an apposed
 * office or a verb of speech, or beginning with a known given name. Covers Western, Russian, Korean, Chinese, Japanese
 * (`KAMIKAWA Yoko`) and Arabic forms.
 */
export function findPersons(reading: Reading, pendingRoles: readonly Finding[]): void {
  const { tokens } = reading;
  const roleEnds = new Set(pendingRoles.map((role) => role.to));
  const roleStarts = new Set(pendingRoles.map((role) => role.from));
  let next = 0;
  for (const t of tokens.salient) {
    if (t < next || !isCapital(tokens, t) || !mayBegin(reading, t)) continue;
    const to = nameEnd(reading, t);
    if (to === t) continue;
    const from = trimmedStart(reading, t, to);
    if (isPerson(reading, from, to, roleEnds, roleStarts)) addPerson(reading, from, to, strengths.shown);
    else {
      const shorter = withinHeadline(reading, from, to, roleEnds);
      if (shorter > from) addPerson(reading, from, shorter, strengths.shown);
    }
    next = to;
  }
  findListedPersons(reading, (from) => {
    const to = isNameWord(reading, from) ? nameEnd(reading, from) : from;
    return isPlainName(reading, from, to) ? to : from;
  });
  for (const finding of [...reading.findings]) addSuffix(reading, finding);
}

const nonNames =
  W.function |
  W.month |
  W.weekday |
  W.honorific |
  W.speech |
  W.roleHead |
  W.roleModifier |
  W.organizationHead |
  W.eventHead |
  W.documentHead |
  W.facilityHead |
  W.placeHead |
  W.common |
  W.portfolio |
  W.rolePlural |
  W.ordinal;

function mayBegin(reading: Reading, t: number): boolean {
  const over = findingOver(reading, t);
  if (
    over !== undefined &&
    !(over.type === 'person' && over.from === t) &&
    !isSurnameOfTown(reading, t, over)
  )
    return false;
  return isNameWord(reading, t);
}

/** `Minister Miyazaki`, `Jack London`: a town's name behind an office or a given name is a person's. */
function isSurnameOfTown(reading: Reading, t: number, over: Finding): boolean {
  if (over.type !== 'place' || over.to !== t + 1 || over.from !== t || reading.isPolity(over)) return false;
  const { tokens } = reading;
  const before = t - 1;
  return isCapital(tokens, before) && (tokens.classes[before]! & W.honorific) !== 0;
}

/** Whether a capitalised word may be part of a person's name. */
function isNameWord(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  if (!isCapital(tokens, t)) return false;
  // `Foreign Minister II Gzorn`: a number that belongs to the office.
  if (
    tokens.kind[t] === Kind.upper &&
    wordOf(tokens, t) === 'II' &&
    (tokens.classes[t - 1]! & W.roleHead) !== 0
  )
    return false;
  if ((tokens.classes[t]! & nonNames) === 0) return true;
  if (tokens.kind[t] === Kind.initial) return true;
  if ((tokens.classes[t]! & W.month) !== 0 && isHyphen(tokens, t + 1) && tokens.kind[t + 2] === Kind.lower)
    return true;
  if (isKoreanFamily(reading, t) || isSignature(reading, t, t + 3)) return true;
  if (isBehindHonorific(reading, t)) return true;
  if ((tokens.classes[t]! & (W.function | W.honorific | W.month)) !== 0) return false;
  if ((tokens.classes[t]! & W.particle) !== 0) return true;
  return reading.titleCase[t] === 0 && (reading.isGivenName(t) || (tokens.classes[t]! & W.familyName) !== 0);
}

/** The end of the name-shaped run at `from`: at most six words, over initials, hyphens and particles. */
function nameEnd(reading: Reading, from: number): number {
  const { tokens } = reading;
  let end = from;
  let words = 0;
  while (end < tokens.count && words < 6) {
    if (words > 0 && reading.parted[end] === 1) break;
    const finding = findingFrom(reading, end);
    if (finding?.type === 'person') {
      end = finding.to;
      words += 2;
      continue;
    }
    const over = findingOver(reading, end);
    if (
      over !== undefined &&
      over.type !== 'person' &&
      !(words > 0 && over.to - over.from === 1 && over.form !== 'demonym' && isLastOfName(reading, end))
    )
      break;
    if (isNameWord(reading, end)) {
      end++;
      words++;
      if (
        tokens.kind[end - 1] === Kind.initial &&
        isMark(tokens, end, '.') &&
        tokens.spaced[end] === 0 &&
        isCapital(tokens, end + 1)
      )
        end++;
      continue;
    }
    if (words === 0) break;
    if (isKoreanSyllable(reading, from, end)) {
      end++;
      words++;
      continue;
    }
    if (isHyphen(tokens, end) && (tokens.kind[end + 1] === Kind.lower || isNameWord(reading, end + 1))) {
      end += 2;
      continue;
    }
    if (tokens.kind[end] === Kind.lower && (tokens.classes[end]! & W.particle) !== 0) {
      let next = end + 1;
      while (tokens.kind[next] === Kind.lower && (tokens.classes[next]! & W.particle) !== 0) next++;
      if (isHyphen(tokens, next)) next++;
      if (isNameWord(reading, next) && wordOf(tokens, end) !== 'e' && wordOf(tokens, end) !== 'y') {
        end = next + 1;
        words++;
        continue;
      }
    }
    break;
  }
  return end;
}

/** A surname that is a place name too (`Jack London,`). */
function isLastOfName(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  // `Arno B. Krang`
  if (isMark(tokens, t - 1, '.') && tokens.kind[t - 2] === Kind.initial && isCapital(tokens, t - 3))
    return true;
  return reading.isGivenName(t - 1) && !isCapital(tokens, t + 1) && t - 1 > 0;
}

/** `Today Wang Yi`: an opening word that is no name, before a name that is complete without it. */
function trimmedStart(reading: Reading, from: number, to: number): number {
  const { tokens } = reading;
  if (
    !opensSentence(tokens, from) ||
    isSignature(reading, from, to) ||
    reading.isGivenName(from) ||
    tokens.kind[from] !== Kind.capital
  )
    return from;
  const second = from + 1;
  if (second >= to) return from;
  if (findingFrom(reading, second)?.type === 'person') return second;
  if (to - second >= 2 && reading.isGivenName(second)) return second;
  return from;
}

function isPerson(
  reading: Reading,
  from: number,
  to: number,
  roleEnds: ReadonlySet<number>,
  roleStarts: ReadonlySet<number>,
): boolean {
  const { tokens } = reading;
  const known = personInside(reading, from, to);
  if (known !== undefined) {
    if (known.from === from && known.to === to) return false;
    return isExtension(reading, from, known.from) && isExtension(reading, known.to, to);
  }
  const words = countWords(tokens, from, to);
  if (/[a-z](?:ship|ment|tion|sion|ness)$/.test(wordOf(tokens, to - 1))) return false;
  if (isLowerWord(tokens, from - 1, 'carrier') || vessels.test(wordOf(tokens, from - 1))) return false;
  if (words - countArticles(tokens, from, to) > 5 || isAllAcronyms(tokens, from, to)) return false;
  const introduced = isIntroduced(reading, from, roleEnds);
  if (introduced) return reading.titleCase[from] === 0 || words <= 3;
  if (words < 2) return false;
  if (reading.titleCase[from] === 1) return isKnownShape(reading, from, to) && !isCapital(tokens, to);
  if (isApposed(reading, to, roleStarts) || isEnclosed(reading, from, to, roleEnds)) return true;
  if (isSignature(reading, from, to)) return true;
  if (isKnownShape(reading, from, to)) return true;
  return speaks(reading, to) && !hasAcronym(tokens, from, to) && !opensSentence(tokens, from);
}

/** A name behind these is a ship's. */
const vessels =
  /^(?:ship|vessel|submarine|destroyer|frigate|corvette|cruiser|tanker|icebreaker|ferry|USS|HMS)$/;

/** In a headline a name behind an office ends where words of the headline begin; two words are taken. */
function withinHeadline(reading: Reading, from: number, to: number, roleEnds: ReadonlySet<number>): number {
  if (
    reading.titleCase[from] === 0 ||
    !isIntroduced(reading, from, roleEnds) ||
    personInside(reading, from, to) !== undefined
  )
    return from;
  const end = Math.min(to, from + 2);
  return isHyphen(reading.tokens, end) ? Math.min(to, end + 2) : end;
}

function personInside(reading: Reading, from: number, to: number): Finding | undefined {
  for (let t = from; t < to; t++) {
    const finding = findingFrom(reading, t);
    if (finding?.type === 'person' && finding.to <= to) return finding;
  }
  return undefined;
}

/** What may lengthen a known name: patronymics, initials, further given names. */
function isExtension(reading: Reading, from: number, to: number): boolean {
  const { tokens } = reading;
  for (let t = from; t < to; t++) {
    if (!isCapital(tokens, t)) continue;
    if (tokens.kind[t] === Kind.initial || isPatronymic(wordOf(tokens, t)) || reading.isGivenName(t))
      continue;
    // `Bin Odon Al-Gzorn`
    if ((tokens.classes[t]! & W.particle) !== 0) continue;
    if (isHyphen(tokens, t - 1) && (tokens.classes[t - 2]! & W.particle) !== 0) continue;
    return false;
  }
  return true;
}
