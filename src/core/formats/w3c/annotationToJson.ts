import type { Codebook } from '../../annotation/codebook';
import type { Entity } from '../../recognition/entity';
import type { OffsetConverter } from '../../text/offsets';
import type { Span } from '../../text/span';
import type { ExportAnnotation, ExportDocument } from '../exportModel';
import { walkCodes } from '../fitCodebook';
import { iriOf, wikidataIri } from '../iri';

/** Who made a recognised mention. */
export const recogniser = { id: 'urn:pressmark:recogniser', type: 'Software', name: 'Pressmark' };

/** UTF-16 units of context on each side of a quote. */
const contextLength = 32;

interface Known {
  readonly codebook: Codebook;
  readonly entities: ReadonlyMap<string, Entity>;
}

/** Makes the Web Annotation of each annotation of a document. */
export function annotationWriter(
  document: ExportDocument,
  { codebook, entities }: Known,
  offsets: OffsetConverter,
): (annotation: ExportAnnotation) => object {
  const names = new Map([...walkCodes(codebook)].map(({ code }) => [code.id, code.name]));
  const source = iriOf('release', document.path);
  const selectors = (span: Span): object => ({
    source,
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: document.text.slice(span.start, span.end),
        prefix: document.text.slice(before(document.text, span.start), span.start),
        suffix: document.text.slice(span.end, after(document.text, span.end)),
      },
      {
        type: 'TextPositionSelector',
        start: offsets.toStored(span.start),
        end: offsets.toStored(span.end),
      },
    ],
  });
  return (annotation) => {
    const { id, spans, author, created, modified, recognised } = annotation;
    const first = spans[0]!;
    const place = `${document.path}/${offsets.toStored(first.start)}-${offsets.toStored(first.end)}`;
    return {
      id: id === undefined ? iriOf('mention', place) : iriOf('annotation', id),
      type: 'Annotation',
      motivation: one(motivations(annotation)),
      ...(recognised !== undefined && { creator: recogniser }),
      ...(author !== undefined && { creator: { type: 'Person', nickname: author } }),
      ...(created !== undefined && { created }),
      ...(modified !== undefined && { modified }),
      body: [
        ...annotation.codes.flatMap((code) => codeBodies(code, names.get(code) ?? code)),
        ...entityBodies(annotation, entities),
        ...noteBodies(annotation),
      ],
      target: one(spans.map(selectors)),
    };
  };
}

function motivations({ codes, entity, note }: ExportAnnotation): string[] {
  return [
    ...(codes.length > 0 ? ['tagging'] : []),
    ...(entity === undefined ? [] : ['identifying']),
    ...(note === undefined ? [] : ['commenting']),
  ];
}

/** The name as a tag for people, then the code's IRI as a semantic tag for programs. */
function codeBodies(code: string, name: string): object[] {
  return [
    { type: 'TextualBody', purpose: 'tagging', value: name },
    { type: 'SpecificResource', purpose: 'tagging', source: iriOf('code', code) },
  ];
}

function entityBodies({ entity, recognised }: ExportAnnotation, entities: Known['entities']): object[] {
  if (entity === undefined) return [];
  const id = entity.none === true ? 'none' : entity.id;
  const own = id === undefined ? undefined : iriOf('entity', id);
  const wikidata = id === undefined ? undefined : entities.get(id)?.wikidata;
  const resource = (purpose: string, source: string): object => ({
    type: 'SpecificResource',
    purpose,
    source,
  });
  const text = (purpose: string, value: string): object => ({ type: 'TextualBody', purpose, value });
  return [
    ...(wikidata === undefined ? [] : [resource('identifying', wikidataIri(wikidata))]),
    ...(own === undefined ? [] : [resource(wikidata === undefined ? 'identifying' : 'linking', own)]),
    ...(entity.type === undefined ? [] : [text('classifying', entity.type)]),
    ...(recognised?.normalized === undefined ? [] : [text('describing', recognised.normalized)]),
  ];
}

function noteBodies({ note }: ExportAnnotation): object[] {
  return note === undefined
    ? []
    : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: note }];
}

function one<T>(list: readonly T[]): T | readonly T[] {
  return list.length === 1 ? list[0]! : list;
}

function before(text: string, offset: number): number {
  const start = Math.max(0, offset - contextLength);
  return isLow(text, start) ? start - 1 : start;
}

function after(text: string, offset: number): number {
  const end = Math.min(text.length, offset + contextLength);
  return isLow(text, end) ? end + 1 : end;
}

const isLow = (text: string, offset: number): boolean => (text.charCodeAt(offset) & 0xfc00) === 0xdc00;
