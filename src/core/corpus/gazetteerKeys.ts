import type { Entity } from '../recognition/entity';
import { contentHash } from '../text/contentKey';
import type { CorpusView, IndexedRelease } from './corpusView';
import { wordHashes } from './wordSignature';

/** What the index remembers of an entity, to tell later what a change of the gazetteer can affect. */
export interface EntityKeys {
  /** Of everything the gazetteer says of it. */
  readonly hash: number;
  /** For each way to speak of it, hashes of the words that a text must hold then. */
  readonly names: readonly (readonly number[])[];
}

/** A gazetteer as the index remembers it, by id. */
export type GazetteerKeys = ReadonlyMap<string, EntityKeys>;

/** What to remember of a gazetteer; an entity it has seen before costs nothing. */
export function gazetteerKeys(entities: Iterable<Entity>): GazetteerKeys {
  const keys = new Map<string, EntityKeys>();
  for (const entity of entities) {
    let known = remembered.get(entity);
    if (known === undefined) remembered.set(entity, (known = keysOf(entity)));
    keys.set(entity.id, known);
  }
  return keys;
}

const remembered = new WeakMap<Entity, EntityKeys>();

function keysOf(entity: Entity): EntityKeys {
  const { name, family, aliases, demonyms, offices } = entity;
  const names = new Set([name, ...aliases, ...(demonyms ?? []), ...offices.map(({ title }) => title)]);
  if (family !== undefined) names.add(family);
  return { hash: contentHash(JSON.stringify(sortedKeys(entity))), names: [...names].map(wordsOfName) };
}

/** The last word of a longer name is left out: stripped markup may have glued the following word to it (`Kim Jong Unwho`). */
function wordsOfName(name: string): readonly number[] {
  const hashes = wordHashes([name]);
  return hashes.length > 1 ? hashes.slice(0, -1) : hashes;
}

function sortedKeys(entity: Entity): unknown {
  return Object.entries(entity).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What differs between two gazetteers: ids, and all names that the entities had or have. */
export interface GazetteerChange {
  readonly ids: readonly string[];
  readonly names: readonly (readonly number[])[];
}

/** `undefined` where nothing differs. */
export function gazetteerChange(before: GazetteerKeys, after: GazetteerKeys): GazetteerChange | undefined {
  const ids: string[] = [];
  const names: (readonly number[])[] = [];
  for (const [id, keys] of after) {
    const old = before.get(id);
    if (old?.hash === keys.hash) continue;
    ids.push(id);
    names.push(...keys.names, ...(old?.names ?? []));
  }
  for (const [id, keys] of before) {
    if (after.has(id)) continue;
    ids.push(id);
    names.push(...keys.names);
  }
  return ids.length === 0 ? undefined : { ids, names };
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
