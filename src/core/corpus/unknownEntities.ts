import type { Entity } from '../recognition/entity';
import { sentence } from '../text/message';
import type { Problem } from '../text/problem';
import { gazetteerIds } from './idPlaces';

/**
 * Offices of a gazetteer that belong to entities which no gazetteer has: a slip of the pen, mostly, that costs mentions by office.
 *
 * @param entities those read from `source`; `isEntity` knows those of all gazetteers of the corpus
 * @returns spans are UTF-16 offsets of `source`
 */
export function unknownEntities(
  source: string,
  entities: readonly Entity[],
  isEntity: (id: string) => boolean,
): readonly Problem[] {
  const named = new Set(entities.flatMap(({ offices }) => offices.flatMap((office) => office.of ?? [])));
  const unknown = [...named].filter((id) => !isEntity(id));
  return unknown.flatMap((id) =>
    gazetteerIds(source, { id })
      .filter((place) => place.id === id && place.role === 'reference')
      .map(({ span }): Problem => ({
        rule: 'gazetteer/unknown-entity',
        severity: 'warning',
        message: sentence(
          'No gazetteer has the entity `{0}`, which this office belongs to. Add it to one, or name another.',
          id,
        ),
        span,
      })),
  );
}
