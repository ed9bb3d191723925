import type { Finding } from './finding';
import { W } from './lexicon';
import { findingOver, isCapital, isHyphen } from './reading';
import type { Reading } from './reading';
import { Kind, isMark, wordOf } from './tokens';

const longest = 8;

/**
 * `Ministers Krang, Shin, and Qwirkle`: the family names, one word each, of a list behind several offices, where one of them is
 * known. Gives whom each may mean by its token.
 */
export function surnameLists(
  reading: Reading,
  persons: readonly Finding[],
): ReadonlyMap<number, readonly string[]> {
  const { tokens } = reading;
  const listed = new Map<number, readonly string[]>();
  let bearers: ReadonlyMap<string, readonly string[]> | undefined;
  for (const t of tokens.salient) {
    if (
      (tokens.classes[t]! & W.rolePlural) === 0 ||
      tokens.kind[t] !== Kind.capital ||
      reading.titleCase[t] === 1
    )
      continue;
    const names = namesBehind(reading, t);
    if (names.length < 2) continue;
    const called = (bearers ??= bearersOf(reading, persons));
    const isKnown = names.some(
      (name) =>
        findingOver(reading, name) !== undefined ||
        reading.isFamilyName(name) ||
        called.has(wordOf(tokens, name)),
    );
    if (isKnown) for (const name of names) listed.set(name, called.get(wordOf(tokens, name)) ?? []);
  }
  return listed;
}

function namesBehind(reading: Reading, head: number): readonly number[] {
  const { tokens } = reading;
  const names: number[] = [];
  for (let at = head + 1; names.length < longest && tokens.kind[at] === Kind.capital;) {
    const over = findingOver(reading, at);
    const isOne = over === undefined || (over.type === 'person' && over.from === at && over.to === at + 1);
    if (!isOne || isCapital(tokens, at + 1) || isHyphen(tokens, at + 1)) break;
    names.push(at);
    at++;
    const comma = isMark(tokens, at, ',');
    if (comma) at++;
    if (tokens.kind[at] === Kind.lower && wordOf(tokens, at) === 'and') at++;
    else if (!comma) break;
  }
  return names;
}

/** The identities of the persons named in full, by the first and the last word of their names. */
function bearersOf({ tokens }: Reading, persons: readonly Finding[]): ReadonlyMap<string, readonly string[]> {
  const bearers = new Map<string, readonly string[]>();
  for (const person of persons) {
    if (person.to - person.from < 2) continue;
    for (const t of [person.from, person.to - 1])
      if (!bearers.has(wordOf(tokens, t))) bearers.set(wordOf(tokens, t), person.candidates.slice(0, 1));
  }
  return bearers;
}
