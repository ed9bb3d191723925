import { familyForms } from './compileGazetteer';
import type { CompiledGazetteer } from './compileGazetteer';
import type { Entity } from './entity';
import type { Finding } from './finding';
import { foldWord } from './fold';
import { W } from './lexicon';
import { officesAt } from './office';
import { addFinding, findingFrom, findingOver, findingTo, isCapital, isHyphen } from './reading';
import type { Reading } from './reading';
import { isSyllable } from './rules/nameShapes';
import { surnameLists } from './surnameLists';
import { Kind, foldedOf, isMark, wordOf } from './tokens';

/**
 * Later mentions by less than the full name: `Putin` once `Vladimir Putin` stands anywhere in the release. Korean family names that
 * many share are no short forms by themselves (`Kim`); beside an office (`Minister Cho`) the person rule has found them.
 * Also finds again, everywhere, the full names that rules found somewhere.
 */
export function findShortForms(
  reading: Reading,
  gazetteer: CompiledGazetteer,
  date: string | undefined,
): void {
  const { tokens } = reading;
  const persons = reading.findings.filter(
    (finding) => finding.type === 'person' && isCurrent(reading, finding),
  );
  const full = new Map<string, Finding>();
  const families = new Map<string, Finding[]>();
  for (const person of persons) {
    if (
      person.reason === 'rule' &&
      (person.to - person.from > 1 ||
        (tokens.classes[person.from]! === 0 && tokens.end[person.from]! - tokens.start[person.from]! > 3))
    ) {
      const first = foldedOf(tokens, person.from);
      if (!full.has(first)) full.set(first, person);
    }
    for (const family of familiesOf(reading, person, gazetteer)) {
      const list = families.get(family) ?? [];
      if (!list.some((other) => sameIdentity(reading, other, person)))
        families.set(family, [...list, person]);
    }
  }
  const listed = surnameLists(reading, persons);
  for (const t of tokens.salient) {
    if (!isCapital(tokens, t) || findingOver(reading, t) !== undefined) continue;
    const inList = listed.get(t);
    if (inList !== undefined) {
      add(reading, t, t + 1, 'family-name', inList);
      continue;
    }
    const word = foldedOf(tokens, t);
    const whole = full.get(word);
    if (whole !== undefined && repeats(reading, whole, t)) {
      add(reading, t, t + whole.to - whole.from, 'repetition', whole.candidates);
      continue;
    }
    const bearers = families.get(word);
    if (bearers === undefined) {
      const leader =
        reading.isFamilyName(t) && standsAlone(reading, t)
          ? leaderCalled(gazetteer, word, date, leadsGroup(reading, t + 1) ? 3 : 5)
          : undefined;
      if (leader !== undefined) add(reading, t, t + 1, 'leader', [leader.id]);
      continue;
    }
    if (!standsAlone(reading, t)) continue;
    const ids = [...new Set(bearers.flatMap((bearer) => bearer.candidates.slice(0, 1)))];
    add(reading, t, t + 1, 'family-name', ids);
  }
}

function isCurrent(reading: Reading, finding: Finding): boolean {
  return findingOver(reading, finding.from) === finding || findingFrom(reading, finding.from) === finding;
}

function sameIdentity(reading: Reading, a: Finding, b: Finding): boolean {
  if (a.candidates.length > 0 || b.candidates.length > 0) return a.candidates[0] === b.candidates[0];
  return a.to - a.from === b.to - b.from && wordOf(reading.tokens, a.from) === wordOf(reading.tokens, b.from);
}

/** The folded family name of a person found, in all its spellings, where it may stand for the person. */
function familiesOf(reading: Reading, person: Finding, gazetteer: CompiledGazetteer): readonly string[] {
  const { tokens } = reading;
  const entity =
    person.candidates[0] === undefined ? undefined : gazetteer.entities.get(person.candidates[0]);
  if (entity?.family !== undefined)
    return isShared(foldWord(entity.family)) || entity.family.length < 2
      ? []
      : [lastWord(entity.family), ...familyForms(entity, entity.family)];
  if (entity !== undefined) return [];
  const words: number[] = [];
  for (let t = person.from; t < person.to; t++) if (isCapital(tokens, t)) words.push(t);
  const first = words[0]!;
  const last = words[words.length - 1]!;
  if (words.length < 2) return [];
  if (tokens.kind[first] === Kind.upper && tokens.end[first]! - tokens.start[first]! > 2)
    return [foldedOf(tokens, first)];
  const isAsian =
    (tokens.classes[first]! & W.familyName) !== 0 &&
    (!reading.isGivenName(first) ||
      (words.length === 3 && isSyllable(tokens, words[1]!) && isSyllable(tokens, words[2]!)));
  const family = isAsian ? first : last;
  const folded = foldedOf(tokens, family);
  if (
    isShared(folded) ||
    folded.length < 3 ||
    (tokens.classes[family]! & (W.common | W.function | W.roleHead)) !== 0
  )
    return [];
  return [folded];
}

function lastWord(family: string): string {
  const words = family.split(/[\s-]+/);
  return foldWord(words[words.length - 1]!);
}

const leading =
  /^(?:President|Prime Minister|Chancellor|Secretary of State|Minister (?:of|for) Foreign Affairs|General Secretary|Secretary-General)$/;

/** `Abe` before `group`, `Biden` before `administration`. */
function leadsGroup(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  return (
    tokens.kind[t] === Kind.lower &&
    /^(?:group|clique|regime|government|administration|cabinet|doctrine|team)$/.test(wordOf(tokens, t))
  );
}

/** Whom a family name alone means without any full name: the only one listed, who leads a state or its diplomacy at that date. */
function leaderCalled(
  gazetteer: CompiledGazetteer,
  word: string,
  date: string | undefined,
  shortest: number,
): Entity | undefined {
  const bearers = gazetteer.byFamily.get(word);
  if (bearers === undefined || date === undefined || word.length < shortest || isShared(word))
    return undefined;
  const leaders = bearers.filter((entity) =>
    officesAt(entity, date).some((office) => leading.test(office.title)),
  );
  return leaders.length === 1 ? leaders[0] : undefined;
}

/** Family names so common in Korea that alone they name nobody. */
const shared = new Set(
  'kim ri lee yi pak park choe choi jong jung chung kang jo cho yun im lim han o oh so seo kwon hwang an ahn song hong jon ko mun son yang pae paek baek ho nam sim no ha sin shin ro rim ju pang cha jang jin'.split(
    ' ',
  ),
);
function isShared(family: string): boolean {
  return shared.has(family);
}

function repeats(reading: Reading, whole: Finding, t: number): boolean {
  const { tokens } = reading;
  const length = whole.to - whole.from;
  for (let k = 0; k < length; k++)
    if (
      t + k >= tokens.count ||
      wordOf(tokens, whole.from + k) !== wordOf(tokens, t + k) ||
      findingOver(reading, t + k) !== undefined
    )
      return false;
  return true;
}

/** Not part of another person's name, of a hyphenated word or of a longer capitalised name. */
function standsAlone(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  if (isHyphen(tokens, t + 1) || isHyphen(tokens, t - 1)) return false;
  if (reading.titleCase[t] === 1) return true;
  if (
    tokens.kind[t - 1] === Kind.capital &&
    findingTo(reading, t) === undefined &&
    reading.isGivenName(t - 1)
  )
    return false;
  if (tokens.kind[t - 1] === Kind.initial) return false;
  if (isMark(tokens, t - 1, '.') && tokens.kind[t - 2] === Kind.initial) return false;
  const heads = W.organizationHead | W.eventHead | W.documentHead | W.facilityHead | W.placeHead;
  return !(isCapital(tokens, t + 1) && (tokens.classes[t + 1]! & heads) !== 0);
}

function add(reading: Reading, from: number, to: number, rule: string, candidates: readonly string[]): void {
  addFinding(reading, {
    from,
    to,
    type: 'person',
    reason: 'short-form',
    rule,
    candidates,
    certain: candidates.length === 1,
    strength: 41,
  });
}
