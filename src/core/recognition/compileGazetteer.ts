import type { Entity, Gazetteer } from './entity';
import { compileNames } from './matcher/compileNames';
import type { NameIndex } from './matcher/compileNames';
import type { NameEntry } from './matcher/names';

/** A gazetteer made ready for `recognize`. Made once, used for every release; treat what is beyond `entities` as opaque. */
export interface CompiledGazetteer extends Gazetteer {
  readonly names: NameIndex;
  /** For each name of the index: its entity, and whether the name is a demonym. */
  readonly meanings: readonly NameMeaning[];
}

export interface NameMeaning {
  readonly entity: Entity;
  readonly demonym: boolean;
}

/** Makes entities recognisable. Where several have one id, the last wins. */
export function compileGazetteer(entities: Iterable<Entity>): CompiledGazetteer {
  const byId = new Map<string, Entity>();
  for (const entity of entities) byId.set(entity.id, entity);
  const entries: NameEntry[] = [];
  const meanings: NameMeaning[] = [];
  const add = (entity: Entity, text: string, demonym: boolean): void => {
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    entries.push({ text });
    meanings.push({ entity, demonym });
  };
  for (const entity of byId.values()) {
    for (const text of new Set([entity.name, ...entity.aliases])) add(entity, text, false);
    for (const text of entity.demonyms ?? []) add(entity, text, true);
  }
  return { entities: byId, names: compileNames(entries), meanings };
}
