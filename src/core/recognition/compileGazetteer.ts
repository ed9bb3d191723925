import type { Entity, Gazetteer } from './entity';
import { foldWord } from './fold';
import { W, wordClasses } from './lexicon';
import { compileNames } from './matcher/compileNames';
import type { NameIndex } from './matcher/compileNames';
import type { NameEntry } from './matcher/names';
import { officesOf } from './office';
import { similarSpelling } from './spelling';

/** A gazetteer made ready for `recognize`. Made once, used for every release; treat what is beyond `entities` as opaque. */
export interface CompiledGazetteer extends Gazetteer {
  readonly names: NameIndex;
  /** For each name of the index: its entity, and whether the name is a demonym. */
  readonly meanings: readonly NameMeaning[];
  /** Given names of the persons listed, folded: what an unknown person's name may begin with. */
  readonly givenNames: ReadonlySet<string>;
  /** Persons by folded family name. */
  readonly byFamily: ReadonlyMap<string, readonly Entity[]>;
  /** Ids of the offices by what `officeId` makes of title and polity. */
  readonly offices: ReadonlyMap<string, string>;
  /** Ids of the places that are states or the like: they have adjectives. */
  readonly polities: ReadonlySet<string>;
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
  const givenNames = new Set<string>();
  const byFamily = new Map<string, Entity[]>();
  const polities = new Set<string>();
  const add = (entity: Entity, text: string, demonym: boolean): void => {
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    entries.push({ text });
    meanings.push({ entity, demonym });
  };
  for (const entity of byId.values()) {
    // An office's name is for people to read; offices are found by rules.
    if (entity.type !== 'role' || entity.aliases.length > 0)
      for (const text of new Set([entity.name, ...entity.aliases])) add(entity, text, false);
    for (const text of entity.demonyms ?? []) add(entity, text, true);
    if (entity.type === 'person') learnPerson(entity, givenNames, byFamily);
    if (entity.type === 'place' && (entity.demonyms?.length ?? 0) > 0) polities.add(entity.id);
  }
  const offices = officesOf(byId);
  for (const office of offices.made) byId.set(office.id, office);
  return {
    offices: offices.ids,
    entities: byId,
    names: compileNames(entries),
    meanings,
    givenNames,
    byFamily,
    polities,
  };
}

/** The family name in all spellings of an entity (`Zelenskyy`, `Zelensky`), folded. */
export function familyForms(entity: Entity, family: string): readonly string[] {
  const own = foldWord(family);
  const forms = new Set([own]);
  const last = own.split(/[\s-]+/).pop() ?? own;
  for (const alias of entity.aliases) {
    const words = alias.split(/\s+/);
    const form = foldWord(words[words.length - 1]!);
    if (words.length > 1 && form !== last && similarSpelling(form, last)) forms.add(form);
  }
  return [...forms];
}

/** A short form and a part of a name are known by the name's words: the family name apart, the first of the others. */
function learnPerson(entity: Entity, givenNames: Set<string>, byFamily: Map<string, Entity[]>): void {
  const words = entity.name.split(/[\s-]+/);
  const isAsian = words.length === 3 && (wordClasses(words[0]!) & W.familyName) !== 0;
  const family = entity.family ?? (words.length > 1 ? words[isAsian ? 0 : words.length - 1] : undefined);
  if (family === undefined) return;
  for (const key of familyForms(entity, family)) byFamily.set(key, [...(byFamily.get(key) ?? []), entity]);
  const isFamilyFirst = words[0] === family;
  const given = isFamilyFirst ? undefined : words[0];
  const common = W.function | W.common | W.roleHead | W.organizationHead | W.month;
  if (given !== undefined && given.length > 2 && (wordClasses(given) & common) === 0)
    givenNames.add(foldWord(given));
}
