import type { Entity, EntityType } from './entity';

/** An entity for a name that a person gave, with an id that none of `taken` has. */
export function newEntity(
  name: string,
  type: EntityType,
  taken: { has(id: string): boolean },
  aliases: readonly string[] = [],
): Entity {
  const clean = oneLine(name);
  const others = [...new Set(aliases.map(oneLine))].filter((alias) => alias !== '' && alias !== clean);
  return { id: freeId(clean, type, taken), type, name: clean, aliases: others, offices: [] };
}

/** A name as it stands over line breaks and between markup, on one line. */
export function oneLine(name: string): string {
  return name.replace(/[\s*]+/g, ' ').trim();
}

/** Of `[a-z0-9-]` where the name has such letters; the type for names in other scripts; numbered where it is taken. */
function freeId(name: string, type: string, taken: { has(id: string): boolean }): string {
  const slug = (text: string): string =>
    text
      .normalize('NFKD')
      .replace(/[\p{M}'’]+/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '');
  const plain = slug(name);
  const kind = slug(type) || 'entity';
  // An id of digits only would be a number to YAML; `none` rejects a mention.
  const base = /[a-z]/.test(plain) && plain !== 'none' ? plain : plain === '' ? kind : `${kind}-${plain}`;
  let id = base;
  for (let i = 2; taken.has(id); i++) id = `${base}-${i}`;
  return id;
}
