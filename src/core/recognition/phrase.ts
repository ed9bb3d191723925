import type { Finding } from './finding';
import { W } from './lexicon';
import { isBodyBefore, isInnerNoun, isNameWord, isOpenAdjective, opensPerson, sideOf } from './nameWords';
import {
  findingFrom,
  findingTo,
  isCapital,
  isHyphen,
  isLowerWord,
  isPluralGenitive,
  leftEdge,
} from './reading';
import type { Reading } from './reading';
import { andEnd, listEnd } from './phraseLists';
import { Kind, isGenitiveMark, isMark, wordOf } from './tokens';

export interface ComplementOptions {
  /** Prepositions that may open a complement. */
  readonly prepositions: ReadonlySet<string>;
  /** Whether lower-case portfolio nouns count (`minister of foreign affairs`). */
  readonly lowerPortfolio?: boolean;
  /** Whether `of X and the Y` names the two parties of one document. */
  readonly parties?: boolean;
}

/** `of the People's Republic of China` — `and the Russian Federation` */
function secondParty(reading: Reading, from: number): number {
  if (findingTo(reading, from)?.type !== 'place' || !isLowerWord(reading.tokens, from, 'and')) return from;
  const at = isLowerWord(reading.tokens, from + 1, 'the') ? from + 2 : from + 1;
  const second = findingFrom(reading, at);
  return second?.type === 'place' ? second.to : from;
}

/**
 * The end of the complements of a head noun that ends before `from`: `of the X`, `for Y and Z`, `to W`, as long as names or
 * capitalised words follow. Returns `from` where there are none.
 */
export function complementEnd(reading: Reading, from: number, options: ComplementOptions): number {
  const { tokens } = reading;
  let end = options.parties ? betweenEnd(reading, from) : from;
  for (let rounds = 0; rounds < 6; rounds++) {
    if (tokens.kind[end] !== Kind.lower) return end;
    const preposition = wordOf(tokens, end);
    if (
      !options.prepositions.has(preposition) &&
      !(
        preposition === 'with' &&
        /^(?:Solidarity|Friendship|Cooperation|Relations)$/.test(wordOf(tokens, end - 1)) &&
        // `Committee for Whale Cooperation | with Deputy Prime Minister …`
        !opensOffice(reading, end + 1)
      ) &&
      !(preposition === 'in' && isSocietyAbroad(reading, from, end)) &&
      // `Conference of the Parties | to the Gzorn Convention`
      !(preposition === 'to' && wordOf(tokens, end - 1) === 'Parties')
    )
      return end;
    let at = end + 1;
    if (
      isLowerWord(tokens, at, 'the') ||
      (isLowerWord(tokens, at, 'our') && wordOf(tokens, at + 1) === 'Party')
    )
      at++;
    // `for the former Yugoslavia`
    if (isLowerWord(tokens, at, 'former') && findingFrom(reading, at + 1)?.type === 'place') at++;
    // `of the great Workers' Party`: an adjective before the name of a body.
    if (
      tokens.kind[at] === Kind.lower &&
      findingFrom(reading, at + 1)?.type === 'organization' &&
      (tokens.classes[at]! & (W.function | W.portfolio)) === 0
    )
      at++;
    const next = nominalEnd(reading, at, options.lowerPortfolio ?? false);
    if (next === at || isOpenAdjective(reading, next)) return end;
    // `Center for Disarmament` — `on Russia's invasion`: a place is the subject of a body's head only.
    // `Coordinator for Northern Terra | at the Gzorn Council`
    if (preposition === 'at' && rounds > 0) return end;
    if (
      preposition === 'on' &&
      rounds > 0 &&
      isPlaceOnly(reading, at, next) &&
      wordOf(tokens, end - 1) !== 'Inquiry'
    )
      return end;
    end = bracketEnd(reading, betweenEnd(reading, options.parties ? secondParty(reading, next) : next));
  }
  return end;
}

/** `Deputy Prime Minister`: an office in the run of capitals at a token. */
function opensOffice({ tokens }: Reading, from: number): boolean {
  for (let t = from; t < from + 4 && isCapital(tokens, t); t++)
    if ((tokens.classes[t]! & W.roleHead) !== 0) return true;
  return false;
}

const societies =
  /^(?:Association|Union|League|Federation|Confederation|Society|Chamber|Embassy|Consulate|Community|School|University)$/;

/** `Zemblan Youth League | in Terra`: a society of one country's people in another, whose name tells both. */
function isSocietyAbroad(reading: Reading, from: number, at: number): boolean {
  const { tokens } = reading;
  // `Federation of Workers | in Commerce`
  if (isCapital(tokens, at + 1) && (tokens.classes[at + 1]! & W.portfolio) !== 0)
    return /^[A-Z][a-z]+(?:ers|ors|ists|ees)$/.test(wordOf(tokens, at - 1));
  const place = findingFrom(reading, at + 1);
  if (place?.type !== 'place' || place.form === 'demonym' || !reading.isPolity(place)) return false;
  for (let t = at - 1; t >= from - 1 && at - t < 16; t--) {
    if (!societies.test(wordOf(tokens, t)) || !isCapital(tokens, t)) continue;
    return hasPeople(reading, Math.max(leftEdge(reading, t), 1), at, place);
  }
  return false;
}

/** Whether the adjective of another state than `place` stands in `[from, to)`. */
function hasPeople(reading: Reading, from: number, to: number, place: Finding): boolean {
  for (let t = from; t < to; t++) {
    const finding = findingFrom(reading, t);
    if (finding?.form === 'demonym' && finding.candidates[0] !== place.candidates[0]) return true;
  }
  return false;
}

function isPlaceOnly(reading: Reading, from: number, to: number): boolean {
  const place = findingFrom(reading, from);
  return place?.type === 'place' && place.to === to;
}

/** `Communist Party of Canada (Marxist-Leninist)`: a capitalised name in brackets that is no abbreviation. */
export function bracketEnd(reading: Reading, t: number): number {
  const { tokens } = reading;
  const isName = isMark(tokens, t, '(') && tokens.kind[t + 1] === Kind.capital && isHyphen(tokens, t + 2);
  return isName && isMark(tokens, t + 4, ')') ? t + 5 : t;
}

/** `… between the Russian Federation and the Hellenic Republic`: the parties of a treaty or society. */
function betweenEnd(reading: Reading, from: number): number {
  const { tokens } = reading;
  if (!isLowerWord(tokens, from, 'between') && wordOf(tokens, from) !== 'Between') return from;
  const and = partyEnd(reading, from + 1);
  if (and === from + 1 || !isLowerWord(tokens, and, 'and')) return from;
  const end = partyEnd(reading, and + 1);
  return end === and + 1 ? from : end;
}

/** `the Government of the Republic of Korea` */
function partyEnd(reading: Reading, from: number): number {
  const { tokens } = reading;
  const skipArticle = (t: number): number => (isLowerWord(tokens, t, 'the') ? t + 1 : t);
  const first = skipArticle(from);
  const end = nominalEnd(reading, first, false);
  if (end === first) return from;
  if (!isLowerWord(tokens, end, 'of')) return end;
  const owner = skipArticle(end + 1);
  const last = nominalEnd(reading, owner, false);
  return last === owner ? end : last;
}

function isHeldBy({ tokens }: Reading, t: number): boolean {
  return (
    isCapital(tokens, t) && /^(?:Spokes(?:person|man|woman)|Secretary|Director)$/.test(wordOf(tokens, t))
  );
}

/** The end of a noun phrase made of names and capitalised words that begins at `from`; `from` itself where there is none. */
export function nominalEnd(reading: Reading, from: number, lowerPortfolio: boolean): number {
  const { tokens } = reading;
  let end = from;
  let lastWasName = false;
  while (end < tokens.count && end - from < 24) {
    if (end > from && reading.parted[end] === 1) break;
    const finding = findingFrom(reading, end);
    if (finding !== undefined && finding.type !== 'date' && finding.type !== 'person') {
      if (lastWasName && finding.type === 'role') break;
      // `of the Spokesperson | Onhava`: the town of a byline.
      if (end > from && finding.type === 'place' && finding.form === undefined && isHeldBy(reading, end - 1))
        break;
      end = finding.to;
      lastWasName = true;
      const side = sideOf(reading, end);
      if (side > end) end = side;
      continue;
    }
    if (finding?.type === 'person') {
      // `Institute of Kim Il Sung's …`: a person inside a name ends it unless the name goes on with a capital.
      if (end > from || !isCapital(tokens, finding.to)) break;
      end = finding.to;
      continue;
    }
    if (tokens.kind[end] === Kind.initial && isMark(tokens, end + 1, '.') && isCapital(tokens, end + 2)) {
      if (end > from) break;
      end += 2;
      continue;
    }
    if (isNameWord(reading, end, lowerPortfolio)) {
      if (end > from && opensPerson(reading, end, lastWasName)) break;
      // `of Zembla | Admiral Krang`
      if (lastWasName && (tokens.classes[end]! & W.rank) !== 0) break;
      end++;
      lastWasName = false;
      continue;
    }
    // `on Deepening the Comprehensive Strategic Partnership`
    if (
      end > from &&
      isLowerWord(tokens, end, 'the') &&
      isCapital(tokens, end + 1) &&
      /ing$/.test(wordOf(tokens, end - 1))
    ) {
      end++;
      continue;
    }
    if (isInnerNoun(reading, from, end)) {
      end += isGenitiveMark(tokens, end + 1) ? 2 : 1;
      continue;
    }
    if (
      end > from &&
      isHyphen(tokens, end) &&
      (isCapital(tokens, end + 1) || tokens.kind[end + 1] === Kind.lower)
    ) {
      end += 2;
      continue;
    }
    if (
      end > from &&
      isGenitiveMark(tokens, end) &&
      isCapital(tokens, end + 1) &&
      ((tokens.classes[end - 1]! & W.genitive) !== 0 || isPluralGenitive(reading, end))
    ) {
      end++;
      continue;
    }
    if (
      end > from &&
      isGenitiveMark(tokens, end) &&
      isBodyBefore(reading, end) &&
      isCapital(tokens, end + 1)
    ) {
      end++;
      lastWasName = false;
      continue;
    }
    if (end > from && (isLowerWord(tokens, end, 'and') || isMark(tokens, end, '&'))) {
      const next = andEnd(reading, from, end, lowerPortfolio, lastWasName);
      if (next > end) {
        end = next;
        lastWasName = false;
        continue;
      }
      break;
    }
    if (end > from && isMark(tokens, end, ',')) {
      const next = listEnd(reading, end, lowerPortfolio);
      if (next > end) {
        end = next;
        continue;
      }
    }
    break;
  }
  return end;
}
