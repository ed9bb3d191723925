import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alignTexts } from '../../../../src/core/formats/align';
import type { OffsetUnit } from '../../../../src/core/text/offsets';
import { offsetsIn } from '../../../../src/core/text/offsets';
import type {
  ExportAnnotation,
  ExportCorpus,
  ExportDocument,
} from '../../../../src/core/formats/exportModel';
import type { Code } from '../../../../src/core/annotation/codebook';
import { walkCodes } from '../../../../src/core/formats/fitCodebook';
import { exportCorpus } from '../../../../src/core/formats/exportCorpus';
import { inVariant } from '../../../../src/core/formats/format';
import { fitDocument } from '../../../../src/core/formats/fitDocument';
import type {
  Format,
  ReadAnnotation,
  ReadDocument,
  ReadEntity,
  SourceFile,
} from '../../../../src/core/formats/format';
import { entityLabel, labelsOf, typeLabel, typeOfLabel } from '../../../../src/core/formats/labels';
import { matchRelease } from '../../../../src/core/formats/paths';
import { tokenize } from '../../../../src/core/formats/tokens';
import type { Survey } from '../../../../src/core/formats/survey';
import { surveyCorpus } from '../../../../src/core/formats/survey';
import { corpus as corpora, entities } from './arbitraries';

/** The files of an export, whole. */
export async function exportFiles(
  plain: Format,
  corpus: ExportCorpus,
  unit: OffsetUnit = plain.units[0] ?? 'codepoints',
  variant?: string,
): Promise<{ readonly files: SourceFile[]; readonly survey: Survey }> {
  const format = inVariant(plain, variant);
  const survey = await surveyCorpus(format, corpus);
  const parts = new Map<string, Buffer[]>();
  const options = { unit, ...(variant !== undefined && { variant }) };
  for await (const { path, content } of exportCorpus(format, corpus, survey, options)) {
    const list = parts.get(path) ?? [];
    list.push(typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content));
    parts.set(path, list);
  }
  const files = [...parts].map(([path, list]) => ({ path, content: new Uint8Array(Buffer.concat(list)) }));
  return { files, survey };
}

export function textOf(files: readonly SourceFile[], path: string): string {
  const file = files.find((candidate) => candidate.path === path);
  assert(file, `${path} is among ${files.map((f) => f.path).join(', ')}`);
  return Buffer.from(file.content).toString('utf8');
}

/** What must come back, in a form that says nothing of how a format puts it. */
interface Canonical {
  readonly spans: readonly (readonly [number, number])[];
  readonly labels: readonly string[];
  readonly [field: string]: unknown;
}

function canonical(fields: Canonical): Canonical {
  const labels = [...new Set(fields.labels)].sort();
  return JSON.parse(JSON.stringify({ ...fields, labels })) as Canonical;
}

function canonicalOfExport(annotation: ExportAnnotation): Canonical {
  const { id, entity, note, author, created, modified, spans, recognised } = annotation;
  return canonical({
    spans: spans.map(({ start, end }) => [start, end] as const),
    labels: labelsOf(annotation),
    ...{ id, entity: entity?.id, note, author, created, modified, recognised: recognised !== undefined },
  });
}

/** The id of an entity, which some formats give by its Wikidata item only. */
function idOfEntity(entity: ReadEntity | undefined): string | undefined {
  if (entity?.id !== undefined || entity?.wikidata === undefined) return entity?.id;
  return entities.find(({ wikidata }) => wikidata === entity.wikidata)?.id;
}

/** `PER` is `PERSON`; ids of codes stay. */
function inFull(label: string): string {
  const type = label === label.toUpperCase() ? typeOfLabel(label) : undefined;
  return type === undefined ? label : typeLabel(type);
}

function canonicalOfRead(
  annotation: ReadAnnotation,
  placed: Canonical['spans'],
  holdsMentions: boolean,
): Canonical {
  const { id, entity, note, author, created, modified, labels, recognised } = annotation;
  const spoken = labels.map(inFull);
  // An entity that came with a label of its type is spoken of already.
  const own = spoken.some((label) => label === label.toUpperCase())
    ? undefined
    : entityLabel({ codes: labels, spans: [], ...(entity && { entity }) });
  return canonical({
    spans: placed,
    labels: own === undefined ? spoken : [...spoken, own],
    ...{ id, entity: idOfEntity(entity), note, author, created, modified },
    recognised: holdsMentions && recognised === true,
  });
}

const byText = (a: Canonical, b: Canonical): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** Read spans on the text that was exported, white space of the target's text evened out. */
function place(annotation: ReadAnnotation, read: ReadDocument, exported: string): Canonical['spans'] {
  const offsets = offsetsIn(read.unit, read.text ?? exported);
  const map = read.text === undefined ? (offset: number): number => offset : alignTexts(read.text, exported);
  assert(map, 'the text came back but for white space');
  return annotation.spans.map(
    ({ start, end }) => [map(offsets.toHeld(start!), 'start'), map(offsets.toHeld(end!), 'end')] as const,
  );
}

export interface RoundTripOptions {
  readonly runs?: number;
  readonly unit?: OffsetUnit;
  readonly variant?: string;
  /** False where a recognised mention comes back like any other annotation of its type. */
  readonly tellsMentions?: boolean;
  /** `ids`: it comes back as it was; `names`: with ids made of the names; `no`: not at all. */
  readonly codebook?: 'ids' | 'names' | 'no';
}

/** `PRESSMARK_CASES=20` tries twenty times as many, for a long look. */
const manifold = Number(process.env['PRESSMARK_CASES'] ?? 1);

/** Exports random corpora, reads them back, and compares with what the loss report left of them. */
export async function assertRoundTrip(format: Format, options: RoundTripOptions = {}): Promise<void> {
  const { runs = 200, unit, variant, tellsMentions = true, codebook = 'ids' } = options;
  let run = 0;
  const property = fc.asyncProperty(corpora, async (corpus) => {
    const { files, survey } = await exportFiles(format, corpus, unit, variant);
    if (run++ % 5 === 0) {
      const again = await exportFiles(format, corpus, unit, variant);
      assert(isSame(again.files, files), 'same input, same bytes');
    }
    const result = format.read!(files);
    assert.deepEqual(result.problems, []);
    if (codebook === 'ids') assert.deepEqual(result.codes, survey.codebook.codes);
    if (codebook === 'names') assert.deepEqual(withoutIds(result.codes), withoutIds(survey.codebook.codes));
    const ids = new Map(
      codebook === 'names' ? zip(idsOf(result.codes), idsOf(survey.codebook.codes)) : ([] as const),
    );
    const expected = corpus.documents.map((document) => fitDocument(document, format.capabilities));
    for (const document of expected) {
      assertDocument(document, renamed(result.documents, ids), format, tellsMentions);
    }
  });
  await fc.assert(property, { numRuns: runs * manifold });
}

function isSame(a: readonly SourceFile[], b: readonly SourceFile[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ path, content }, i) => path === b[i]!.path && Buffer.compare(content, b[i]!.content) === 0)
  );
}

function idsOf(codes: readonly Code[]): string[] {
  return [...walkCodes({ codes })].map(({ code }) => code.id);
}

function zip(a: readonly string[], b: readonly string[]): [string, string][] {
  return a.map((item, i) => [item, b[i]!]);
}

function withoutIds(codes: readonly Code[]): unknown[] {
  return codes.map((code) => ({ ...code, id: '', codes: withoutIds(code.codes) }));
}

/** Documents with the ids that the codebook's own ids became on the way exchanged for those. */
function renamed(documents: readonly ReadDocument[], ids: ReadonlyMap<string, string>): ReadDocument[] {
  const rename = (a: ReadAnnotation): ReadAnnotation => ({
    ...a,
    labels: a.labels.map((l) => ids.get(l) ?? l),
  });
  return documents.map((document) => ({ ...document, annotations: document.annotations.map(rename) }));
}

function assertDocument(
  expected: ExportDocument,
  found: readonly ReadDocument[],
  { capabilities }: Format,
  tellsMentions: boolean,
): void {
  const read = found.find(({ path }) => matchRelease(path, [expected.path]) === expected.path);
  if (read === undefined) {
    assert.deepEqual(expected.annotations, [], `${expected.path} came back`);
    return;
  }
  const isBlank = tokenize(expected.text).length === 0;
  if (capabilities.text === 'kept' && capabilities.spacing === 'kept' && !isBlank)
    assert.equal(read.text, expected.text);
  const wanted = expected.annotations
    .map((annotation) => ({ ...canonicalOfExport(annotation) }))
    .map((a) => (tellsMentions ? a : { ...a, recognised: false }));
  const got = read.annotations.map((annotation) =>
    canonicalOfRead(annotation, place(annotation, read, expected.text), tellsMentions),
  );
  assert.deepEqual(got.sort(byText), wanted.sort(byText));
}
