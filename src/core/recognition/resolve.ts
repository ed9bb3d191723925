import type { ReleaseMetadata } from '../release/release';
import type { CompiledGazetteer } from './compileGazetteer';
import type { Entity } from './entity';
import type { Finding } from './finding';
import { foldWord } from './fold';
import { officesAt } from './office';
import { findingTo, isCapital, isHyphen } from './reading';
import type { Reading } from './reading';
import { linkBodies } from './resolveBodies';
import { dateNear, keepEdition, nearestInTime } from './resolveEvents';
import { linkOffices } from './resolveOffices';
import { choosePolity } from './resolvePlaces';
import { similarSpelling } from './spelling';
import { foldedOf, wordOf } from './tokens';

/**
 * Links findings to entities: of several that bear a name, the one that date and context speak for; persons found by rules to
 * listed ones of the same family name; offices by title and polity, and their holders.
 */
export function resolve(reading: Reading, gazetteer: CompiledGazetteer, metadata: ReleaseMetadata): void {
  choosePolity(reading, gazetteer, metadata);
  const inFull = namedInFull(reading);
  for (const finding of reading.findings) {
    if (finding.type === 'event' && finding.candidates.length > 0) keepEdition(reading, gazetteer, finding);
    if (finding.candidates.length > 1) chooseNamesake(reading, gazetteer, finding, metadata);
    else if (finding.type === 'person' && finding.candidates.length === 0)
      linkPerson(reading, gazetteer, finding, metadata.date, inFull);
  }
  linkBodies(reading, gazetteer, metadata);
  linkOffices(reading, gazetteer, metadata.date);
}

function chooseNamesake(
  reading: Reading,
  gazetteer: CompiledGazetteer,
  finding: Finding,
  metadata: ReleaseMetadata,
): void {
  const entities = finding.candidates.flatMap((id) => gazetteer.entities.get(id) ?? []);
  if (entities.length < 2 || finding.type === 'place') return;
  const dated = entities.filter((entity) => entity.date !== undefined);
  const chosen =
    dated.length > 1
      ? nearestInTime(dated, dateNear(reading, finding), metadata.date)
      : finding.type === 'person'
        ? entities.find((entity) => officesAt(entity, metadata.date).length > 0)
        : entities.find((entity) => belongsHere(reading, entity, metadata));
  if (chosen === undefined) return;
  finding.candidates = [chosen.id, ...finding.candidates.filter((id) => id !== chosen.id)];
}

/** `Security Council` in a release of Russia's president, or in one that speaks of Russia and not of the UN, is Russia's. */
function belongsHere(reading: Reading, entity: Entity, metadata: ReleaseMetadata): boolean {
  const country = / of (?:the )?(Russia|China|Japan|Ukraine|Korea)\b/.exec(entity.name)?.[1];
  if (country === undefined) return false;
  if (metadata.issuer?.includes(country)) return true;
  return (
    reading.findings.some(
      ({ type, candidates }) => type === 'place' && candidates[0] === country.toLowerCase(),
    ) &&
    !reading.findings.some(
      ({ candidates }) => candidates.length === 1 && /^(?:united-nations|un-)/.test(candidates[0]!),
    )
  );
}

function linkPerson(
  reading: Reading,
  gazetteer: CompiledGazetteer,
  finding: Finding,
  date: string | undefined,
  inFull: ReadonlySet<string>,
): void {
  const { tokens } = reading;
  const words: string[] = [];
  for (let t = finding.from; t < finding.to; t++) if (isCapital(tokens, t)) words.push(wordOf(tokens, t));
  if (words.length === 0) return;
  const double = doubleFamily(reading, gazetteer, finding, inFull);
  if (double !== undefined) {
    finding.candidates = [double];
    return;
  }
  if (words.length > 1) {
    const fitting = bearersOfAll(gazetteer, words);
    if (fitting.length === 1) finding.candidates = [fitting[0]!.id];
    return;
  }
  const bearers = gazetteer.byFamily.get(foldWord(words[0]!));
  if (bearers === undefined) return;
  const inOffice = (entity: Entity): boolean => officesAt(entity, date).length > 0;
  const named = bearers.filter((entity) => inFull.has(entity.id));
  if (named.length === 1) {
    finding.candidates = [named[0]!.id];
    return;
  }
  // `President Zelenskyy`: whoever of that name was in office then.
  const office = roleBefore(reading, finding);
  const fitting = (named.length > 1 && office !== undefined ? named : bearers).filter(
    (entity) => inOffice(entity) && (office === undefined || holdsSuchOffice(reading, entity, office, date)),
  );
  const ever =
    fitting.length > 0 || office === undefined
      ? fitting
      : bearers.filter((entity) => holdsSuchOffice(reading, entity, office, undefined));
  if (ever.length === 1) finding.candidates = [ever[0]!.id];
}

const bearersByName = new WeakMap<CompiledGazetteer, Map<string, readonly Entity[]>>();

/** The persons listed, two at most, whose family name is the first or last of some words and whose names hold all of them. */
function bearersOfAll(gazetteer: CompiledGazetteer, words: readonly string[]): readonly Entity[] {
  let known = bearersByName.get(gazetteer);
  // A bound on memory, not on correctness.
  if (known === undefined || known.size > 20_000) bearersByName.set(gazetteer, (known = new Map()));
  const key = words.join(' ');
  let fitting = known.get(key);
  if (fitting === undefined) {
    const families = new Set([foldWord(words[words.length - 1]!), foldWord(words[0]!)]);
    fitting = [...families]
      .flatMap((family) => gazetteer.byFamily.get(family) ?? [])
      .filter((entity) => bearsGivenName(entity, words))
      .slice(0, 2);
    known.set(key, fitting);
  }
  return fitting;
}

/** `Ms Qwirk-Bretwit`: the one person named in full in the release whose double family name this is. */
function doubleFamily(
  reading: Reading,
  gazetteer: CompiledGazetteer,
  { from, to }: Finding,
  inFull: ReadonlySet<string>,
): string | undefined {
  const { tokens } = reading;
  if (to - from !== 3 || !isHyphen(tokens, from + 1)) return undefined;
  const family = ` ${tokens.text.slice(tokens.start[from]!, tokens.end[to - 1]!)}`;
  const named = [...inFull].filter((id) => gazetteer.entities.get(id)?.name.endsWith(family));
  return named.length === 1 ? named[0] : undefined;
}

/** Ids of the persons whom more than one word names somewhere in the release. */
function namedInFull(reading: Reading): Set<string> {
  const ids = new Set<string>();
  for (const { type, from, to, candidates } of reading.findings)
    if (type === 'person' && to - from > 1 && candidates.length > 0) ids.add(candidates[0]!);
  return ids;
}

function roleBefore(reading: Reading, finding: Finding): Finding | undefined {
  const role = findingTo(reading, finding.from);
  return role?.type === 'role' ? role : undefined;
}

function holdsSuchOffice(reading: Reading, entity: Entity, role: Finding, date: string | undefined): boolean {
  const words: string[] = [];
  for (let t = role.from; t < role.to; t++) words.push(foldedOf(reading.tokens, t));
  const head = words.find((word) =>
    /^(?:president|minister|secretary|chancellor|premier|representative|ambassador|chairman|speaker|king|governor|spokesperson|spokeswoman|spokesman)$/.test(
      word,
    ),
  );
  return (
    head === undefined ||
    (date === undefined ? entity.offices : officesAt(entity, date)).some((office) =>
      foldWord(office.title).includes(head.replace(/^spokes\w+$/, 'spokes')),
    )
  );
}

const nameWords = new WeakMap<Entity, readonly string[]>();

/** All words of an entity's names, folded. */
function wordsOf(entity: Entity): readonly string[] {
  let words = nameWords.get(entity);
  if (words === undefined) {
    words = [
      ...new Set([entity.name, ...entity.aliases].flatMap((name) => name.split(/[\s-]+/)).map(foldWord)),
    ];
    nameWords.set(entity, words);
  }
  return words;
}

function bearsGivenName(entity: Entity, words: readonly string[]): boolean {
  const own = wordsOf(entity);
  return words.every((word) => {
    const folded = foldWord(word);
    return (
      /(?:ovich|evich|ovna|evna)$/.test(folded) ||
      own.some((name) => name === folded || (folded.length > 3 && similarSpelling(name, folded)))
    );
  });
}
