/** The known types; the set is open, a gazetteer may bring its own. */
export const entityTypes = [
  'person',
  'organization',
  'place',
  'role',
  'event',
  'document',
  'facility',
  'date',
] as const;

export type EntityType = (typeof entityTypes)[number] | (string & {});

/** An office somebody held; `from` and `until` are ISO dates (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`), `until` exclusive. */
export interface Office {
  readonly title: string;
  /** Id of the entity the office belongs to. */
  readonly of?: string;
  readonly from?: string;
  readonly until?: string;
}

/** Somebody or something with an identity, as a gazetteer lists it. */
export interface Entity {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  /** Family name; licenses the short form once the full name stands in the release. */
  readonly family?: string;
  readonly aliases: readonly string[];
  /** Adjectives and names of inhabitants of a place (`Russian`); a mention of one is marked `form: demonym`. */
  readonly demonyms?: readonly string[];
  readonly offices: readonly Office[];
  /** Wikidata id, `Q…`. */
  readonly wikidata?: string;
  readonly description?: string;
  /** ISO date or `from/until` interval of an event or document. */
  readonly date?: string;
}

/** Entities by id; where several files speak of one id, the later has overridden the earlier. */
export interface Gazetteer {
  readonly entities: ReadonlyMap<string, Entity>;
}
