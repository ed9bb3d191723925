import type { Entity } from './entity';

/** What is used of a record of the `world-countries` package. */
export interface CountryRecord {
  readonly name: { readonly common: string; readonly official: string };
  readonly cca3: string;
  readonly capital?: readonly string[];
  readonly independent?: boolean;
  readonly demonyms?: { readonly eng?: { readonly f: string; readonly m: string } };
}

/** Capitals whose names are commoner as something else: left to the curated lists. */
const doubtfulCapitals = new Set([
  'Male',
  'Malé',
  'Victoria',
  'Kingston',
  'Georgetown',
  "Saint John's",
  'City of Victoria',
  'Stanley',
  'Hamilton',
  'Nassau',
  'Valletta',
  'Basseterre',
  'Alofi',
  'Douglas',
  'Saipan',
  'Kingstown',
  'Plymouth',
  'Road Town',
  'The Valley',
  'Philipsburg',
  'Marigot',
  'Gustavia',
  'Adamstown',
  'Roseau',
  'Praia',
  'Sucre',
  'Mary',
  'Bern',
]);

/** The id of a place by its English name: `south-korea`. */
export function placeId(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’.]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Entities for all countries with their official names and demonyms, and for their capitals. `wikidata` is keyed by ISO 3166 alpha-3. */
export function countryEntities(
  records: readonly CountryRecord[],
  wikidata: Readonly<Record<string, string>>,
): Entity[] {
  const entities: Entity[] = [];
  const seen = new Set<string>();
  for (const record of records) {
    const { common, official } = record.name;
    const id = placeId(common);
    seen.add(id);
    const demonyms = [record.demonyms?.eng?.m, record.demonyms?.eng?.f].flatMap(
      (word) => word?.split(/[/,]\s*/) ?? [],
    );
    entities.push({
      id,
      type: 'place',
      name: common,
      aliases: official === common ? [] : [official],
      demonyms: [...new Set(demonyms)].filter((word) => word.length > 3),
      offices: [],
      ...(wikidata[record.cca3] === undefined ? {} : { wikidata: wikidata[record.cca3]! }),
      description: `Country; capital ${record.capital?.[0] ?? 'none'}`,
    });
  }
  for (const record of records) {
    if (record.independent === false) continue;
    for (const capital of record.capital ?? []) {
      const id = placeId(capital);
      if (seen.has(id) || doubtfulCapitals.has(capital)) continue;
      seen.add(id);
      entities.push({
        id,
        type: 'place',
        name: capital,
        aliases: [],
        offices: [],
        description: `Capital of ${record.name.common}`,
      });
    }
  }
  return entities;
}
