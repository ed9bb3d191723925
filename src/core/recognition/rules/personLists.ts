import type { Finding } from '../finding';
import { W } from '../lexicon';
import {
  addFinding,
  addRuleFinding,
  findingFrom,
  findingOver,
  findingTo,
  isCapital,
  isLowerWord,
} from '../reading';
import type { Reading } from '../reading';
import { isMark, wordOf } from '../tokens';
import { countWords, hasAcronym } from './nameShapes';

/**
 * Persons that only the list they stand in shows: a name-shaped run between a person named in full and the end of the list
 * (`Gzorn Qwirkle, Oleg Zvorn and Bodo Krang`). `nameAt` gives the end of such a run, or its start where there is none.
 */
export function findListedPersons(reading: Reading, nameAt: (from: number) => number): void {
  const { tokens } = reading;
  for (let t = 2; t + 1 < tokens.count; t++) {
    const before = findingTo(reading, t);
    if (before?.type !== 'person') continue;
    const from = isLowerWord(tokens, t, 'and') ? t + 1 : isMark(tokens, t, ',') ? afterComma(reading, t) : t;
    if (from === t || !isCapital(tokens, from) || reading.titleCase[from] === 1) continue;
    if (countWords(tokens, before.from, before.to) < 2) continue;
    if (findingOver(reading, from) !== undefined) continue;
    const to = nameAt(from);
    if (to > from && closesItem(reading, to, isLowerWord(tokens, from - 1, 'and')))
      addPerson(reading, from, to, strengths.listed);
  }
}

function afterComma(reading: Reading, comma: number): number {
  return isLowerWord(reading.tokens, comma + 1, 'and') ? comma + 2 : comma + 1;
}

/** Whether the list goes on with a known person behind the item's comma, or ends behind the item that `and` joins. */
function closesItem(reading: Reading, t: number, last: boolean): boolean {
  const { tokens } = reading;
  if (last && !isCapital(tokens, t)) return true;
  const next = isMark(tokens, t, ',') ? afterComma(reading, t) : isLowerWord(tokens, t, 'and') ? t + 1 : t;
  return next > t && findingFrom(reading, next)?.type === 'person';
}

/** Two or three words that are nothing but names, none of them found already. */
export function isPlainName(reading: Reading, from: number, to: number): boolean {
  const { tokens } = reading;
  const words = countWords(tokens, from, to);
  if (words < 2 || words > 3 || hasAcronym(tokens, from, to)) return false;
  for (let t = from; t < to; t++)
    if (
      isCapital(tokens, t) &&
      ((tokens.classes[t]! & ~(W.givenName | W.familyName | W.particle)) !== 0 ||
        findingFrom(reading, t) !== undefined)
    )
      return false;
  return true;
}

/** `Gilberto Qwirkle, Jr.`: what tells a son from his father belongs to the name, with its dot. */
export function addSuffix(reading: Reading, person: Finding): void {
  const { tokens } = reading;
  if (person.type !== 'person' || findingFrom(reading, person.from) !== person) return;
  const at = isMark(tokens, person.to, ',') ? person.to + 1 : person.to;
  if (!/^(?:Jr|Sr)$/.test(wordOf(tokens, at))) return;
  const to = isMark(tokens, at + 1, '.') ? at + 2 : at + 1;
  addFinding(reading, { ...person, to, strength: person.strength + 1 });
}

/** How strongly a name is a person's: shown by what stands beside it, or only by the list it stands in. */
export const strengths = { shown: 42, listed: 41 } as const;

/** Adds a person that no gazetteer holds. */
export function addPerson(reading: Reading, from: number, to: number, strength: number): void {
  addRuleFinding(reading, { from, to, type: 'person', rule: 'person', strength });
}
