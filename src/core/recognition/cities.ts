import { placeId } from './countries';
import type { Entity } from './entity';
import { foldWord } from './fold';
import { givenNames } from './givenNames';
import { wordClasses } from './lexicon';

/** What is used of a record of the `city-timezones` package. */
export interface CityRecord {
  readonly city: string;
  readonly city_ascii: string;
  readonly pop: number;
  readonly country: string;
}

/** Cities whose names are commoner as words or surnames. */
const doubtful = new Set(
  `mobile orange reading split most bath nice independence corona enterprise paradise hope union same derby sale bury tours lens
  wells rugby warren clinton lincoln jackson nelson hamilton wellington marshall garland arlington columbia aurora riverside hollywood
  lancaster carrollton gilbert newton johnson madison norman carson clayton concord denton downey fremont glendale hayward irving
  lewis mesa murray pearland peoria provo quincy richmond rochester salem springfield sterling stockton temple thornton tyler vernon
  victorville waterloo worth young bush garden surprise progress victoria regina york bern bari como sion gap laval man sur
  imperial bolivar miranda santos cordoba leon salamanca merida cartagena trujillo barcelona medina jordan davao`.split(
    /\s+/,
  ),
);

/** Entities for larger cities not listed already; of several of one name, the largest. */
export function cityEntities(records: readonly CityRecord[], listed: readonly Entity[]): Entity[] {
  const taken = new Set<string>();
  for (const entity of listed) {
    for (const name of [entity.name, ...entity.aliases]) taken.add(foldWord(name));
    if (entity.family !== undefined) taken.add(foldWord(entity.family));
  }
  const ids = new Set(listed.map((entity) => entity.id));
  const cities: Entity[] = [];
  for (const { city, city_ascii, pop, country } of [...records].sort((a, b) => b.pop - a.pop)) {
    if (pop < 200_000 || !/^\p{Lu}[\p{L}’'. -]{4,}$/u.test(city) || !/^[A-Z][A-Za-z'. -]+$/.test(city_ascii))
      continue;
    const folded = foldWord(city_ascii);
    if (
      taken.has(folded) ||
      taken.has(foldWord(city)) ||
      doubtful.has(folded) ||
      givenNames.has(folded) ||
      wordClasses(folded) !== 0
    )
      continue;
    taken.add(folded);
    const id = ids.has(placeId(city_ascii)) ? `${placeId(city_ascii)}-city` : placeId(city_ascii);
    if (ids.has(id)) continue;
    ids.add(id);
    cities.push({
      id,
      type: 'place',
      name: city,
      aliases: city_ascii === city ? [] : [city_ascii],
      offices: [],
      description: `City in ${country}`,
    });
  }
  return cities;
}
