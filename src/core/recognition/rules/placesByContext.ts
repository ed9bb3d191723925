import { W } from '../lexicon';
import { isAbstract } from '../nameWords';
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

/** Nouns that texts capitalise and that are no places. */
const common =
  /^(?:Heaven|Sight|Spring|Summer|Autumn|Winter|Volume|Article|Chapter|Section|Paragraph|Annex|Figure|Phase|Part|Table|Appendix|English|Light|View|Case|Front|Order|Honor|Memory|Charge|Favor|Spirit|Word|Practice|Place|Time|Space|Internet|Telegram|Twitter|Facebook|Instagram|YouTube)$/;

/** Words whose `in` introduces no place: `interest in`, `took part in`. */
const notLocative =
  /^(?:part|participat\w+|interest\w*|involv\w+|engag\w+|believ\w+|confidence|trust|invest\w*|success|role|member\w*|expert\w*|share\w*|faith|join\w*|specializ\w+|dressed|written|speak\w*|spoke|said|play\w*|vest\w*)$/;

/**
 * Places that only their surroundings show: an unknown capitalised name behind a locative `in`, or between a preposition and the
 * comma of a known place (`to Charlevoix, Canada`). To be asked after all other rules, about what they left over.
 */
export function findPlacesByContext(reading: Reading): void {
  const { tokens } = reading;
  for (const name of tokens.salient) {
    const t = name - 1;
    if (isMark(tokens, t, ',')) addBetweenTowns(reading, name);
    if (tokens.kind[t] !== Kind.lower || !isUnknown(reading, t + 1) || reading.titleCase[t] === 1) continue;
    const preposition = wordOf(tokens, t);
    // `in the town of Gzor`
    if (preposition === 'of' && settlements.test(wordOf(tokens, t - 1))) {
      const end = unknownNameEnd(reading, t + 1);
      const goesOn =
        tokens.kind[end] === Kind.lower && (tokens.classes[end]! & (W.portfolio | W.common)) !== 0;
      if (end > t + 1 && !isCapital(tokens, end) && !goesOn) add(reading, t + 1, end);
      continue;
    }
    if (preposition === 'and' || preposition === 'or') {
      joinPlace(reading, t);
      continue;
    }
    if (!/^(?:in|to|from|at|near|of|visited)$/.test(preposition)) continue;
    const end = unknownNameEnd(reading, t + 1);
    if (end === t + 1 || isAbstract(reading, end - 1) || common.test(wordOf(tokens, t + 1))) continue;
    const inCountry = isMark(tokens, end, ',') && findingFrom(reading, end + 1)?.type === 'place';
    const isVisited = preposition === 'to' && travels.test(wordOf(tokens, t - 1));
    if (
      inCountry ||
      ((preposition === 'in' || preposition === 'near' || isVisited) && isLocative(reading, t, end))
    )
      add(reading, t + 1, end);
  }
}

const settlements =
  /^(?:town|city|village|port|settlement|suburb|hamlet|island|province|county|district|region|township)$/;

const travels =
  /^(?:travel|travels|traveled|travelled|traveling|travelling|trip|visit|fly|flew|went|go|arrived|return|returned|bound|en-route)$/;

/** `including Irpin and Bucha`: an unknown name joined to a town behind a preposition. */
function joinPlace(reading: Reading, and: number): void {
  const { tokens } = reading;
  const known = findingTo(reading, and);
  if (known?.type !== 'place' || known.form !== undefined || reading.isPolity(known)) return;
  if (findingOver(reading, known.from) !== known) return;
  const before = known.from - 1;
  if (
    tokens.kind[before] !== Kind.lower ||
    !/^(?:in|at|to|from|near|for|of|including|between|visited|shelled|hit)$/.test(wordOf(tokens, before))
  )
    return;
  const end = unknownNameEnd(reading, and + 1);
  if (
    end === and + 1 ||
    isAbstract(reading, end - 1) ||
    isCapital(tokens, end) ||
    isGenitiveMark(tokens, end)
  )
    return;
  if (isHyphen(tokens, end)) return;
  add(reading, and + 1, end);
}

const directions = /^(?:North|South|East|West|Central|Upper|Lower|Inner|Outer)$/;

/** `Onhava, Gzor and Zorn`: an unknown name between two towns of one list. */
function addBetweenTowns(reading: Reading, t: number): void {
  const { tokens } = reading;
  if (tokens.kind[t] !== Kind.capital || tokens.classes[t] !== 0 || findingOver(reading, t) !== undefined)
    return;
  if (reading.titleCase[t] === 1 || directions.test(wordOf(tokens, t))) return;
  const behind = isMark(tokens, t + 1, ',') ? t + 2 : t + 1;
  const next = isLowerWord(tokens, behind, 'and') ? behind + 1 : behind;
  if (next === t + 1) return;
  const towns = [findingTo(reading, t - 1), findingFrom(reading, next)];
  if (towns.every((town) => town?.type === 'place' && town.form === undefined && !reading.isPolity(town)))
    add(reading, t, t + 1);
}

function add(reading: Reading, from: number, to: number): void {
  addRuleFinding(reading, { from, to, type: 'place', rule: 'place-by-context', strength: 20 });
}

/** The end of one or two capitalised words of no class that nothing covers, with hyphenated parts. */
function unknownNameEnd(reading: Reading, from: number): number {
  const { tokens } = reading;
  let end = from;
  while (end - from < 4 && isUnknown(reading, end)) {
    end++;
    if (isHyphen(tokens, end) && (isUnknown(reading, end + 1) || tokens.kind[end + 1] === Kind.lower))
      end += 2;
  }
  return end - from > 3 ? from : end;
}

function isUnknown(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  return (
    tokens.kind[t] === Kind.capital &&
    tokens.classes[t] === 0 &&
    findingOver(reading, t) === undefined &&
    tokens.end[t]! - tokens.start[t]! > 3
  );
}

function isLocative(reading: Reading, preposition: number, end: number): boolean {
  const { tokens } = reading;
  if (notLocative.test(wordOf(tokens, preposition - 1))) return false;
  if (isCapital(tokens, end) || isGenitiveMark(tokens, end) || isHyphen(tokens, end)) return false;
  if (isLowerWord(tokens, end, 'and') && isCapital(tokens, end + 1)) return false;
  // `in Khangai-style …`, `in Gzornic terms`: an adjective before its noun.
  return tokens.kind[end] !== Kind.lower || isPlainFollower(wordOf(tokens, end));
}

function isPlainFollower(word: string): boolean {
  return /^(?:on|in|at|from|to|by|for|with|against|amid|despite|via|and|or|but|where|when|which|that|as|after|before|during|since|until|was|were|is|are|has|have|had|will|he|she|they|this|last|today|yesterday|next|also|between|under|near|while|following|together|again|about|over|through|or)$/.test(
    word,
  );
}
