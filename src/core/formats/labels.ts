import type { ExportAnnotation } from './exportModel';

/** Labels for what is no code. In capitals, because ids of codes are in small letters. */
export const noteLabel = 'NOTE';
export const rejectedLabel = 'REJECTED';
export const unknownEntityLabel = 'ENTITY';

/** What label-only targets call the entity (or the bare note) of an annotation; undefined where codes say it all. */
export function entityLabel({ entity, codes }: ExportAnnotation): string | undefined {
  if (entity === undefined) return codes.length === 0 ? noteLabel : undefined;
  if (entity.none === true) return rejectedLabel;
  return entity.type === undefined ? unknownEntityLabel : typeLabel(entity.type);
}

/** `person` → `PERSON`. Letters, digits, `-` and `_` only, so that every target can hold it. */
export function typeLabel(type: string): string {
  const label = type.toUpperCase().replace(/[^A-Z0-9_-]+/g, '-');
  return label === '' ? unknownEntityLabel : label;
}

/** All labels of an annotation: its codes, then what its entity is called. */
export function labelsOf(annotation: ExportAnnotation): readonly string[] {
  const label = entityLabel(annotation);
  return label === undefined ? annotation.codes : [...annotation.codes, label];
}

/** What the field calls the types: CoNLL-2003, OntoNotes and their kin. */
const aliases: Readonly<Record<string, string>> = {
  per: 'person',
  pers: 'person',
  people: 'person',
  org: 'organization',
  organisation: 'organization',
  norp: 'organization',
  loc: 'place',
  location: 'place',
  gpe: 'place',
  country: 'place',
  city: 'place',
  fac: 'facility',
  law: 'document',
  work_of_art: 'document',
  time: 'date',
  title: 'role',
};

const known = new Set(['person', 'organization', 'place', 'role', 'event', 'document', 'facility', 'date']);

/** The entity type a label stands for by custom (`PER`, `B-ORG`'s `ORG`, `PERSON`); undefined if by none. */
export function typeOfLabel(label: string): string | undefined {
  const small = label.toLowerCase();
  return known.has(small) ? small : aliases[small];
}

/** The entity that a label made by {@link entityLabel} stands for; undefined for a bare note. */
export function entityOfLabel(
  label: string,
): { readonly type?: string; readonly none?: boolean } | undefined {
  if (label === noteLabel) return undefined;
  if (label === rejectedLabel) return { none: true };
  return label === unknownEntityLabel ? {} : { type: typeOfLabel(label) ?? label.toLowerCase() };
}
