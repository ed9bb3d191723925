import type { Code } from '../../annotation/codebook';
import type { ReadAnnotation, ReadEntity, ReadProblem, ReadResult, ReadSpan, SourceFile } from '../format';
import { DocumentGatherer, defined } from '../gather';
import { decoded, idOf, wikidataOf } from '../iri';
import type { JsonObject } from '../json';
import { asList, asObject, asOffset, asString, objectsIn, parseJsonFile } from '../json';
import { recogniser } from './annotationToJson';
import { codesOfSkos } from './codebook';
import type { Message } from '../../text/message';
import { isMessage, sentence } from '../../text/message';

/**
 * Reads annotations, pages, collections with embedded pages, and arrays of annotations. Positions are taken for code
 * points; the import plan tries UTF-16 where quotes say otherwise.
 */
export function readW3c(files: readonly SourceFile[]): ReadResult {
  const gatherer = new DocumentGatherer();
  const problems: ReadProblem[] = [];
  const codes: Code[] = [];
  for (const file of files) {
    const root = parseJsonFile(file, problems);
    const scheme = asObject(root);
    const found = scheme === undefined ? undefined : codesOfSkos(scheme);
    if (found !== undefined) {
      codes.push(...found);
      continue;
    }
    const page = idOf('page', asString(scheme?.['id']) ?? '');
    if (page !== undefined) gatherer.addDocument(page, 'codepoints');
    annotationsIn(root).forEach((annotation, i) => {
      const read = readAnnotation(annotation);
      if (isMessage(read))
        problems.push({ file: file.path, message: sentence('Annotation {0}: {1}', i + 1, read) });
      else gatherer.add(read.path, 'codepoints', read.annotation);
    });
  }
  return { documents: gatherer.documents(), codes, entities: [], problems };
}

function annotationsIn(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(annotationsIn);
  const object = asObject(value);
  if (object === undefined) return [];
  if (asList(object['type']).includes('Annotation') || 'target' in object) return [object];
  return [object['items'], object['first'], object['@graph']].flatMap(annotationsIn);
}

function readAnnotation(json: JsonObject): { path: string; annotation: ReadAnnotation } | Message {
  const targets = asList(json['target']).map(readTarget);
  const problem = targets.find(isMessage);
  if (problem !== undefined || targets.length === 0) return problem ?? sentence('it has no target.');
  const [first] = targets as Target[];
  const spans = (targets as Target[]).filter(({ path }) => path === first!.path).map(({ span }) => span);
  if (spans.length < targets.length)
    return sentence('its targets are in several releases, and only one can be.');
  const creator = asObject(asList(json['creator'])[0]);
  const author = asString(creator?.['nickname']) ?? asString(creator?.['name']);
  const isRecognised = creator?.['id'] === recogniser.id;
  const annotation = {
    ...defined({
      id: idOf('annotation', asString(json['id']) ?? ''),
      author: isRecognised ? undefined : author,
      created: asString(json['created']),
      modified: asString(json['modified']),
    }),
    ...readBodies(json),
    spans,
    ...(isRecognised && { recognised: true }),
  };
  return { path: first!.path, annotation };
}

interface Target {
  readonly path: string;
  readonly span: ReadSpan;
}

function readTarget(value: unknown): Target | Message {
  const target = asObject(value);
  const source = asString(target?.['source']) ?? asString(asObject(target?.['source'])?.['id']);
  if (target === undefined || source === undefined) return sentence('its target is no part of a text.');
  const selectors = objectsIn(target['selector']);
  const position = selectors.find((selector) => selector['type'] === 'TextPositionSelector');
  const quote = selectors.find((selector) => selector['type'] === 'TextQuoteSelector');
  const start = asOffset(position?.['start']);
  const end = asOffset(position?.['end']);
  const exact = asString(quote?.['exact']);
  const hasPosition = start !== undefined && end !== undefined && start < end;
  if (!hasPosition && exact === undefined) return sentence('its target has neither a position nor a quote.');
  const span = defined({
    ...(hasPosition && { start, end }),
    quote: exact,
    prefix: asString(quote?.['prefix']),
    suffix: asString(quote?.['suffix']),
  });
  return { path: idOf('release', source) ?? decoded(source), span };
}

function readBodies(json: JsonObject): Pick<ReadAnnotation, 'labels' | 'entity' | 'note'> {
  const labels: string[] = [];
  const notes: string[] = [];
  let entity: ReadEntity | undefined;
  /** A semantic tag right after a tag in words is the same code. */
  let isAfterTag = false;
  for (const value of [...asList(json['body']), ...asList(json['bodyValue'])]) {
    const { iri, text, purpose } = readBody(value, json['motivation']);
    const code = iri === undefined ? undefined : idOf('code', iri);
    if (code !== undefined) labels.splice(isAfterTag ? -1 : labels.length, isAfterTag ? 1 : 0, code);
    else if (iri !== undefined) entity = { ...entity, ...entityOfIri(iri) };
    else if (text !== undefined && purpose === 'tagging') labels.push(text);
    else if (text !== undefined && purpose === 'classifying') entity = { ...entity, type: text };
    else if (text !== undefined && purpose !== 'describing') notes.push(text);
    isAfterTag = iri === undefined && purpose === 'tagging';
  }
  return { labels, ...(entity && { entity }), ...(notes.length > 0 && { note: notes.join('\n\n') }) };
}

/** A body as an IRI or as text; one that is only a string is text, as `bodyValue` is, unless it is an IRI. */
function readBody(value: unknown, motivation: unknown): { iri?: string; text?: string; purpose: unknown } {
  const body = asObject(value);
  const source = body?.['source'];
  const bare = asString(value);
  const isIri = bare !== undefined && /^[a-z][a-z0-9+.-]*:\S+$/i.test(bare);
  return defined({
    iri: asString(source) ?? asString(asObject(source)?.['id']) ?? (isIri ? bare : undefined),
    text: asString(body?.['value']) ?? (isIri ? undefined : bare),
    purpose: body?.['purpose'] ?? motivation,
  });
}

function entityOfIri(iri: string): ReadEntity {
  const id = idOf('entity', iri);
  if (id !== undefined) return id === 'none' ? { none: true } : { id };
  const wikidata = wikidataOf(iri);
  return wikidata === undefined ? { name: iri } : { wikidata };
}
