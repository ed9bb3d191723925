import type { OffsetUnit } from '../text/offsets';
import { offsetsIn } from '../text/offsets';
import type { Codebook } from '../annotation/codebook';
import type { Entity } from '../recognition/entity';
import type { ExportAnnotation, ExportDocument } from './exportModel';
import { walkCodes } from './fitCodebook';

export type Cell = string | number | boolean | null;
export type CellType = 'string' | 'integer' | 'boolean';
export type Row = readonly Cell[];

/** Column names with what they hold. A cell that does not apply is null. */
export type Columns = readonly (readonly [name: string, type: CellType])[];

/** UTF-16 units of context on each side of a quote, widened so as not to split a character. */
const contextLength = 60;

/** What rows need besides the document. */
export interface TableContext {
  readonly unit: OffsetUnit;
  readonly codeNames: ReadonlyMap<string, string>;
  readonly entities: ReadonlyMap<string, Entity>;
}

export function tableContext(
  unit: OffsetUnit,
  codebook: Codebook,
  entities: ReadonlyMap<string, Entity>,
): TableContext {
  const codeNames = new Map([...walkCodes(codebook)].map(({ code }) => [code.id, code.name]));
  return { unit, codeNames, entities };
}

/** `start` and `end` in code points; another unit stands in the name, so that a table says what it counts. */
export function offsetColumns(unit: OffsetUnit): readonly [string, string] {
  return unit === 'codepoints' ? ['start', 'end'] : [`start_${unit}`, `end_${unit}`];
}

export const releaseColumns: Columns = [
  ['file', 'string'],
  ['date', 'string'],
  ['title', 'string'],
  ['issuer', 'string'],
  ['agency', 'string'],
  ['place', 'string'],
  ['characters', 'integer'],
];

export function releaseRow({ path, text, metadata }: ExportDocument): Row {
  const { date, title, issuer, agency, place } = metadata;
  const characters = offsetsIn('codepoints', text).length;
  return [path, date ?? null, title ?? null, issuer ?? null, agency ?? null, place ?? null, characters];
}

export function annotationColumns(unit: OffsetUnit): Columns {
  const [start, end] = offsetColumns(unit);
  return [
    ['file', 'string'],
    ['date', 'string'],
    ['id', 'string'],
    ['part', 'integer'],
    ['parts', 'integer'],
    [start, 'integer'],
    [end, 'integer'],
    ['quote', 'string'],
    ['before', 'string'],
    ['after', 'string'],
    ['codes', 'string'],
    ['code_names', 'string'],
    ['entity', 'string'],
    ['entity_type', 'string'],
    ['entity_name', 'string'],
    ['wikidata', 'string'],
    ['rejected', 'boolean'],
    ['note', 'string'],
    ['author', 'string'],
    ['created', 'string'],
    ['modified', 'string'],
    ['state', 'string'],
  ];
}

/** One row for each span of each annotation of a person. */
export function annotationRows(document: ExportDocument, context: TableContext): Row[] {
  const { path, text, metadata } = document;
  const offsets = offsetsIn(context.unit, text);
  const nameOf = (code: string): string => context.codeNames.get(code) ?? code;
  return document.annotations
    .filter((annotation) => annotation.recognised === undefined)
    .flatMap((annotation) =>
      annotation.spans.map((span, i) => [
        path,
        metadata.date ?? null,
        annotation.id ?? null,
        i + 1,
        annotation.spans.length,
        offsets.toStored(span.start),
        offsets.toStored(span.end),
        text.slice(span.start, span.end),
        ...contextOf(text, span.start, span.end),
        joinList(annotation.codes),
        joinList(annotation.codes.map(nameOf)),
        ...entityCells(annotation, context),
        annotation.entity?.none ?? false,
        annotation.note ?? null,
        annotation.author ?? null,
        annotation.created ?? null,
        annotation.modified ?? null,
        annotation.state ?? null,
      ]),
    );
}

export function mentionColumns(unit: OffsetUnit): Columns {
  const [start, end] = offsetColumns(unit);
  return [
    ['file', 'string'],
    ['date', 'string'],
    [start, 'integer'],
    [end, 'integer'],
    ['quote', 'string'],
    ['before', 'string'],
    ['after', 'string'],
    ['entity', 'string'],
    ['entity_type', 'string'],
    ['entity_name', 'string'],
    ['wikidata', 'string'],
    ['normalized', 'string'],
    ['certain', 'boolean'],
    ['reason', 'string'],
    ['nested', 'boolean'],
  ];
}

/** One row for each recognised mention that nobody has confirmed. */
export function mentionRows(document: ExportDocument, context: TableContext): Row[] {
  const { path, text, metadata } = document;
  const offsets = offsetsIn(context.unit, text);
  const rows: Row[] = [];
  for (const annotation of document.annotations) {
    const { recognised, spans } = annotation;
    const span = spans[0]!;
    if (recognised === undefined) continue;
    rows.push([
      path,
      metadata.date ?? null,
      offsets.toStored(span.start),
      offsets.toStored(span.end),
      text.slice(span.start, span.end),
      ...contextOf(text, span.start, span.end),
      ...entityCells(annotation, context),
      recognised.normalized ?? null,
      recognised.certain,
      recognised.reason,
      recognised.nested,
    ]);
  }
  return rows;
}

export const codebookColumns: Columns = [
  ['id', 'string'],
  ['name', 'string'],
  ['parent', 'string'],
  ['definition', 'string'],
  ['examples', 'string'],
  ['color', 'string'],
  ['key', 'string'],
  ['retired', 'boolean'],
];

/** One row for each code, parents before children; examples are joined by line ends. */
export function codebookRows(codebook: Codebook): Row[] {
  return [...walkCodes(codebook)].map(({ code, parent }) => [
    code.id,
    code.name,
    parent?.id ?? null,
    code.definition ?? null,
    code.examples.length === 0 ? null : code.examples.join('\n'),
    code.color ?? null,
    code.key ?? null,
    code.retired ?? false,
  ]);
}

function entityCells({ entity }: ExportAnnotation, { entities }: TableContext): readonly (string | null)[] {
  const known = entity?.id === undefined ? undefined : entities.get(entity.id);
  return [entity?.id ?? null, entity?.type ?? null, known?.name ?? null, known?.wikidata ?? null];
}

export function contextOf(text: string, start: number, end: number): readonly [string, string] {
  let from = Math.max(0, start - contextLength);
  let to = Math.min(text.length, end + contextLength);
  if (isLowSurrogate(text, from)) from--;
  if (isLowSurrogate(text, to)) to++;
  return [text.slice(from, start), text.slice(end, to)];
}

function isLowSurrogate(text: string, offset: number): boolean {
  return (text.charCodeAt(offset) & 0xfc00) === 0xdc00;
}

/** Joins by `;`; a `;` or backslash of an item is preceded by a backslash. */
export function joinList(items: readonly string[]): string | null {
  return items.length === 0 ? null : items.map((item) => item.replace(/[\\;]/g, '\\$&')).join(';');
}

/** What {@link joinList} joined; white space round an item is not part of it. */
export function splitList(joined: string): string[] {
  const items = joined.match(/(?:\\[\s\S]|[^\\;])+/g) ?? [];
  return items.map((item) => item.trim().replace(/\\([\s\S])/g, '$1')).filter((item) => item !== '');
}
