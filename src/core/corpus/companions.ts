import type { Mention } from '../recognition/mention';
import type { Region } from '../release/release';

/**
 * Ids of the entities that share most regions (headline, paragraph …) of one release with an entity, most often first; dates
 * and offices are left out. `isWanted` leaves out more.
 */
export function companionsOf(
  entity: string,
  mentions: readonly Mention[],
  regions: readonly Region[],
  isWanted: (mention: Mention) => boolean = () => true,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const region of regions) {
    const here = mentions.filter(({ start, end }) => region.start <= start && end <= region.end);
    if (!here.some((mention) => mention.entity === entity)) continue;
    const others = here.filter(
      (mention) => mention.type !== 'date' && mention.type !== 'role' && isWanted(mention),
    );
    for (const id of new Set(others.map((mention) => mention.entity))) {
      if (id !== undefined && id !== entity) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}
