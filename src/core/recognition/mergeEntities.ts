import type { Entity, Office } from './entity';

/**
 * Lays lists of the built-in gazetteer over one another: entities of one id become one, with the names, demonyms and offices of
 * all, and of each further fact what the latest list says. (A person's own gazetteer does not merge: it overrides by id.)
 */
export function mergeEntities(lists: readonly (readonly Entity[])[]): Entity[] {
  const byId = new Map<string, Entity>();
  for (const list of lists)
    for (const entity of list) {
      const before = byId.get(entity.id);
      byId.set(entity.id, before === undefined ? entity : mergeTwo(before, entity));
    }
  return [...byId.values()];
}

function mergeTwo(before: Entity, after: Entity): Entity {
  const aliases = new Set([...before.aliases, ...after.aliases, before.name]);
  aliases.delete(after.name);
  const demonyms = [...new Set([...(before.demonyms ?? []), ...(after.demonyms ?? [])])];
  return {
    ...before,
    ...after,
    aliases: [...aliases],
    ...(demonyms.length > 0 ? { demonyms } : {}),
    offices: mergeOffices(before.offices, after.offices),
  };
}

/** Terms by title and beginning; the later list knows better when one ended. */
function mergeOffices(before: readonly Office[], after: readonly Office[]): Office[] {
  const byTerm = new Map<string, Office>();
  for (const office of [...before, ...after])
    byTerm.set(`${office.title}|${office.of ?? ''}|${office.from?.slice(0, 4) ?? ''}`, office);
  return [...byTerm.values()].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
}
