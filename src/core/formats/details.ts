import type { Span } from '../text/span';
import type { ExportAnnotation } from './exportModel';
import type { ReadAnnotation, ReadEntity, ReadSpan } from './format';
import { defined } from './gather';
import type { JsonObject } from './json';
import { asObject, asString } from './json';
import { entityLabel, entityOfLabel, labelsOf } from './labels';

/**
 * What a label on a span cannot say. Tools whose files have one label on each span get an annotation as several
 * records; the first carries these details, the others only the number of their group.
 */
export interface Details {
  /** Number of the annotation in its document; records of one number are one annotation. */
  readonly group?: number;
  readonly id?: string;
  /** The label that stands for the entity or the bare note, and for no code. */
  readonly as?: string;
  readonly entity?: ReadEntity;
  readonly note?: string;
  readonly author?: string;
  readonly created?: string;
  readonly modified?: string;
  readonly recognised?: boolean;
  readonly normalized?: string;
}

/** One label on all spans of one annotation, with the details that belong to the record. */
export interface LabelRecord {
  readonly label: string;
  readonly spans: readonly Span[];
  readonly annotation: ExportAnnotation;
  readonly isFirst: boolean;
  readonly details: Details;
}

/** The records of a document's annotations, one a label; with `perSpan`, one a label and span. */
export function labelRecords(
  annotations: readonly ExportAnnotation[],
  perSpan: boolean,
): readonly LabelRecord[] {
  return annotations.flatMap((annotation, group) => {
    const pieces = perSpan ? annotation.spans.map((span) => [span]) : [annotation.spans];
    const records = labelsOf(annotation).flatMap((label) => pieces.map((spans) => ({ label, spans })));
    const isMention = annotation.recognised !== undefined;
    return records.map(({ label, spans }, i) => ({
      label,
      spans,
      annotation,
      isFirst: i === 0,
      details: i > 0 ? { group } : { ...(!isMention && { group }), ...detailsOf(annotation) },
    }));
  });
}

function detailsOf(annotation: ExportAnnotation): Details {
  const { id, entity, note, author, created, modified, recognised } = annotation;
  return defined({
    id,
    as: entityLabel(annotation),
    entity: entity === undefined ? undefined : defined(entity),
    note,
    author,
    created,
    modified,
    recognised: recognised === undefined ? undefined : true,
    normalized: recognised?.normalized,
  });
}

/** A record as a tool's file gives it back, changed perhaps. */
export interface ReadRecord {
  readonly labels: readonly string[];
  readonly spans: readonly ReadSpan[];
  readonly details?: Details;
  /** What the tool itself says, which outranks the details. */
  readonly entity?: ReadEntity;
  readonly note?: string;
}

/** Puts records together again to annotations, in the order of their first records. */
export function regroup(records: readonly ReadRecord[]): ReadAnnotation[] {
  const groups = new Map<number | ReadRecord, ReadRecord[]>();
  for (const record of records) {
    const key = record.details?.group ?? record;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return [...groups.values()].map(join);
}

function join(records: readonly ReadRecord[]): ReadAnnotation {
  const details: Details = Object.assign({}, ...records.map((record) => record.details ?? {})) as Details;
  const { id, as, author, created, modified, recognised } = details;
  const found = new Set(records.flatMap((record) => record.labels));
  // Whoever took the entity's label away in the other tool took the entity away.
  const isEntityThere = as === undefined || found.has(as);
  if (as !== undefined) found.delete(as);
  const told = records.find((record) => record.entity !== undefined)?.entity;
  const known = told ?? details.entity;
  const implied = as === undefined ? undefined : entityOfLabel(as);
  const entity = isEntityThere && (known ?? implied) !== undefined ? { ...implied, ...known } : undefined;
  return defined({
    id,
    labels: [...found],
    entity,
    spans: unionOf(records.flatMap((record) => record.spans)),
    note: records.find((record) => record.note !== undefined)?.note ?? details.note,
    author,
    created,
    modified,
    recognised,
  });
}

function unionOf(spans: readonly ReadSpan[]): ReadSpan[] {
  const distinct = new Map(spans.map((span) => [`${span.start} ${span.end}`, span]));
  return [...distinct.values()].sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}

/** Details as they stand in a file, as far as they make sense. */
export function readDetails(value: unknown): Details | undefined {
  const json = asObject(value);
  if (json === undefined) return undefined;
  const group = json['group'];
  const entity = asObject(json['entity']);
  return defined({
    group: typeof group === 'number' ? group : undefined,
    id: asString(json['id']),
    as: asString(json['as']),
    entity: entity === undefined ? undefined : readEntity(entity),
    note: asString(json['note']),
    author: asString(json['author']),
    created: asString(json['created']),
    modified: asString(json['modified']),
    recognised: json['recognised'] === true ? true : undefined,
    normalized: asString(json['normalized']),
  });
}

function readEntity(json: JsonObject): ReadEntity {
  return defined({
    id: asString(json['id']),
    type: asString(json['type']),
    none: json['none'] === true ? true : undefined,
  });
}
