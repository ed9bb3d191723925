import type { Details, ReadRecord } from '../details';
import { asString, objectsIn } from '../json';
import type { Message } from '../../text/message';
import { isMessage, sentence } from '../../text/message';

/** Type of the relations that tie the pieces of one annotation together. */
export const sameAnnotation = 'same annotation';

/**
 * Gives records that doccano's relations tie together one group; `ids` are the tool's, by the same index as `records`.
 * Relations of other types have no counterpart here: each of those types is told with how often it stands.
 */
export function tieRecords(
  records: readonly (ReadRecord | Message)[],
  ids: readonly unknown[],
  relations: unknown,
): (ReadRecord | Message)[] {
  const tied = [...records];
  const byId = new Map(ids.map((id, i) => [id, i]));
  const others = new Map<string, number>();
  for (const { from_id: from, to_id: to, type } of objectsIn(relations) as readonly Record<
    string,
    unknown
  >[]) {
    if (type !== sameAnnotation) {
      const name = asString(type) ?? '';
      others.set(name, (others.get(name) ?? 0) + 1);
      continue;
    }
    const [a, b] = [byId.get(from), byId.get(to)];
    if (a === undefined || b === undefined) continue;
    const [one, other] = [tied[a]!, tied[b]!];
    if (!isRecord(one) || !isRecord(other)) continue;
    // Ours have their groups already; negative numbers are nobody's.
    const group = one.details?.group ?? other.details?.group ?? -1 - a;
    const left = other.details?.group;
    for (const [i, record] of tied.entries()) {
      const isTied = i === a || i === b || (left !== undefined && groupOf(record) === left);
      if (isTied && isRecord(record)) tied[i] = inGroup(record, group);
    }
  }
  return [
    ...tied,
    ...[...others].map(([type, count]) =>
      sentence('relations “{0}” are left out, because there are none here: {1}', type, count),
    ),
  ];
}

/** Not what is wrong in the place of one. */
export function isRecord(read: ReadRecord | Message): read is ReadRecord {
  return !isMessage(read);
}

function groupOf(record: ReadRecord | Message): number | undefined {
  return isRecord(record) ? record.details?.group : undefined;
}

function inGroup(record: ReadRecord, group: number): ReadRecord {
  const details: Details = { ...record.details, group };
  return { ...record, details };
}
