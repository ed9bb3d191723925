import { readFileSync } from 'node:fs';
import type { Entity } from '../../src/core/recognition/entity';

/** Entities of the built-in gazetteer (JSON), or of a generated one (YAML with one entity a line in braces). */
export function readEntities(file: string): readonly Entity[] {
  const source = readFileSync(file, 'utf8');
  if (file.endsWith('.json')) return (JSON.parse(source) as { entities: readonly Entity[] }).entities;
  return source
    .split('\n')
    .map((line) => /^ {2}- \{id: (\S+), type: (\S+), name: (".*"), aliases: (\[.*\])\}$/.exec(line))
    .filter((match) => match !== null)
    .map(([, id, type, name, aliases]) => ({
      id: id!,
      type: type!,
      name: JSON.parse(name!) as string,
      aliases: JSON.parse(aliases!) as string[],
      offices: [],
    }));
}

export function namesOf(entities: readonly Entity[]): readonly string[] {
  return [
    ...new Set(entities.flatMap(({ name, aliases, demonyms = [] }) => [name, ...aliases, ...demonyms])),
  ];
}
