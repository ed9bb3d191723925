import type { Entity } from '../recognition/entity';
import { glueRuleFor } from '../recognition/matcher/nameForm';
import { contentHash } from '../text/contentKey';
import { longestIncreasing } from '../text/increasing';
import type { CorpusView, IndexedRelease } from './corpusView';
import { wordHashes } from './wordSignature';

/** What the index remembers of a name that an entity may be recognised by. */
export interface NameKeys {
  /** Of the name as it is written. */
  readonly hash: number;
  /** Hashes of words that every text must hold that spells the name. */
  readonly words: readonly number[];
}

/** What the index remembers of an entity, to tell later what a change of the gazetteer can affect. */
export interface EntityKeys {
  /** Of everything that recognition looks at but the aliases and demonyms. */
  readonly core: number;
  readonly names: readonly NameKeys[];
}

/** A gazetteer as the index remembers it, by id. */
export type GazetteerKeys = ReadonlyMap<string, EntityKeys>;

/** What to remember of a gazetteer, in steps an entity long; one it has seen before costs nothing. */
export function* gazetteerKeys(entities: Iterable<Entity>): Generator<void, GazetteerKeys> {
  const keys = new Map<string, EntityKeys>();
  for (const entity of entities) {
    let known = remembered.get(entity);
    if (known === undefined) remembered.set(entity, (known = keysOf(entity)));
    keys.set(entity.id, known);
    yield;
  }
  return keys;
}

const remembered = new WeakMap<Entity, EntityKeys>();

function keysOf(entity: Entity): EntityKeys {
  const { type, name, family, aliases, demonyms = [], offices, date } = entity;
  const terms = offices.map((office) => [office.title, office.of, office.from, office.until]);
  const spelled = [
    ...[name, ...aliases].map((text) => ({ kind: 'name', text })),
    ...demonyms.map((text) => ({ kind: 'demonym', text })),
    ...partsOfNames(entity).map((text) => ({ kind: 'part', text })),
  ];
  return {
    core: contentHash(JSON.stringify([type, name, family, terms, date, demonyms.length > 0])),
    names: spelled.map(({ kind, text }) => ({
      hash: contentHash(`${kind} ${text}`),
      words: wordsOfName(text),
    })),
  };
}

/** Words that rules take up by themselves: given and family names of persons, words of titles. */
function partsOfNames({ type, name, family, offices }: Entity): readonly string[] {
  const names = type === 'person' ? name.split(/[\s-]+/) : [];
  const titles = offices.flatMap(({ title }) => title.split(/[\s-]+/)).filter((word) => word.length > 3);
  return [...new Set([...names, ...(family === undefined ? [] : [family]), ...titles])];
}

/** Hashes of words that a text must hold to spell a name: not the last one, where markup may have glued another word to it. */
export function wordsOfName(name: string): readonly number[] {
  const hashes = wordHashes([name]);
  return hashes.length > 1 && glueRuleFor(name) === 'word' ? hashes.slice(0, -1) : hashes;
}

/** What differs between two gazetteers. */
export interface GazetteerChange {
  /** Entities that are new or gone, moved, or changed otherwise than by an alias more or less. */
  readonly ids: readonly string[];
  /** For each name that may be recognised otherwise than before, words that a text must hold for it. */
  readonly names: readonly (readonly number[])[];
}

/** What differs, in steps an entity long; `undefined` where nothing does that recognition looks at. */
export function* gazetteerChange(
  before: GazetteerKeys,
  after: GazetteerKeys,
): Generator<void, GazetteerChange | undefined> {
  const ids: string[] = [];
  const names: (readonly number[])[] = [];
  const moved = movedIds(before, after);
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    yield;
    const old = before.get(id);
    const now = after.get(id);
    if (old === now && !moved.has(id)) continue;
    const sameCore = old !== undefined && old.core === now?.core && !moved.has(id);
    if (!sameCore) ids.push(id);
    const both = sameCore ? common(old.names, now.names) : noNames;
    for (const { hash, words } of [...(old?.names ?? []), ...(now?.names ?? [])])
      if (!both.has(hash)) names.push(words);
  }
  return ids.length === 0 && names.length === 0 ? undefined : { ids, names };
}

/** Entities that stand elsewhere among the others: of several with one name, the first is the likeliest. */
function movedIds(before: GazetteerKeys, after: GazetteerKeys): ReadonlySet<string> {
  const places = new Map([...before.keys()].map((id, place) => [id, place]));
  const ids = [...after.keys()].filter((id) => places.has(id));
  const moved = new Set(ids);
  for (const i of longestIncreasing(Int32Array.from(ids, (id) => places.get(id)!))) moved.delete(ids[i]!);
  return moved;
}

const noNames: ReadonlySet<number> = new Set();

function common(a: readonly NameKeys[], b: readonly NameKeys[]): ReadonlySet<number> {
  const inB = new Set(b.map(({ hash }) => hash));
  return new Set(a.map(({ hash }) => hash).filter((hash) => inB.has(hash)));
}

/** From so many names on every release is taken for affected: looking would cost more than it saves. */
const manyNames = 2000;

/**
 * The releases whose mentions a change may alter: those that speak of a changed entity today, and those whose words may spell
 * one of its names. Yields `undefined` in between, where a host can breathe.
 */
export function* affectedReleases(
  view: CorpusView,
  change: GazetteerChange,
): Generator<IndexedRelease | undefined, void> {
  if (change.names.length > manyNames) {
    yield* view.releases();
    return;
  }
  const touched = new Set<number>();
  for (const id of change.ids) for (const release of view.releasesNaming(id)) touched.add(release.ordinal);
  for (const { release, mayHold } of view.releasesWithSignatures())
    yield touched.has(release.ordinal) || change.names.some(mayHold) ? release : undefined;
}
