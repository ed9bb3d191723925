import type { OffsetConverter } from '../../text/offsets';
import { offsetsIn } from '../../text/offsets';
import { capabilities } from '../capabilities';
import type { LabelRecord } from '../details';
import { labelRecords } from '../details';
import type { ExportCorpus, ExportDocument } from '../exportModel';
import { walkCodes } from '../fitCodebook';
import type { ExportChunk, Format, WriteOptions } from '../format';
import { asciiJson } from '../json';
import type { Survey } from '../survey';
import { labelLimits } from './limits';
import { readDoccano } from './readJsonl';
import { sameAnnotation } from './relations';

/**
 * doccano's JSON Lines: `label` triples, or (variant `relations`) `entities` and `relations`, where a relation ties the
 * spans of one annotation together. The labels with their colours go into `label_config.json`.
 */
export const doccano: Format = {
  id: 'doccano',
  label: 'doccano JSONL',
  description:
    'one JSON line a release for sequence labelling (the project must allow overlapping spans); variant “relations” ties pieces of one annotation together',
  units: ['codepoints'],
  variants: ['plain', 'relations'],
  extensions: ['.jsonl', '.json'],
  capabilities: capabilities({ ...labelLimits, 'code-color': 'kept', 'unused-code': 'kept' }),
  // Relations are drawn between the pieces.
  variantCapabilities: { relations: { discontinuous: 'kept' } },
  write,
  read: readDoccano,
};

async function* write(
  corpus: ExportCorpus,
  survey: Survey,
  { variant }: WriteOptions,
): AsyncGenerator<ExportChunk> {
  yield { path: 'label_config.json', content: `${JSON.stringify(labelConfig(survey), undefined, 2)}\n` };
  for await (const document of corpus.documents) {
    const task = variant === 'relations' ? withRelations(document) : withLabels(document);
    yield { path: `${corpus.name}.jsonl`, content: `${asciiJson(task)}\n` };
  }
}

function withLabels(document: ExportDocument): object {
  const { path, text } = document;
  const offsets = offsetsIn('codepoints', text);
  const records = labelRecords(document.annotations, true);
  return {
    text,
    label: records.map((record) => [...place(record, offsets), record.label]),
    file: path,
    ...metadataOf(document),
    // In the order of the labels: doccano keeps what it does not know as metadata.
    pressmark: records.map((record) => ({
      at: [...place(record, offsets), record.label],
      ...record.details,
    })),
  };
}

function withRelations(document: ExportDocument): object {
  const { path, text } = document;
  const offsets = offsetsIn('codepoints', text);
  const records = labelRecords(document.annotations, true);
  const entities = records.map((record, i) => {
    const [start_offset, end_offset] = place(record, offsets);
    return { id: i + 1, label: record.label, start_offset, end_offset };
  });
  const relations: object[] = [];
  records.forEach(({ isFirst, details: { group } }, i) => {
    const previous = records[i - 1];
    if (isFirst || previous?.details.group !== group) return;
    relations.push({ id: relations.length + 1, from_id: i, to_id: i + 1, type: sameAnnotation });
  });
  const pressmark = records.map((record) => ({
    at: [...place(record, offsets), record.label],
    ...record.details,
  }));
  return { text, entities, relations, Comments: [], file: path, ...metadataOf(document), pressmark };
}

/**
 * The same keys in every task: doccano makes a table of the tasks, and its database refuses the “not a number” that
 * stands in that table where one task lacks what another has.
 */
function metadataOf({ metadata }: ExportDocument): Readonly<Record<string, string | null>> {
  const { title, issuer, agency, place, date, dateSource } = metadata;
  const all = { title, issuer, agency, place, date, dateSource };
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, value ?? null]));
}

function place({ spans: [span] }: LabelRecord, offsets: OffsetConverter): [start: number, end: number] {
  return [offsets.toStored(span!.start), offsets.toStored(span!.end)];
}

/** doccano's label types: what its “import labels” reads. All codes, so that they can be tagged with there. */
function labelConfig({ codebook, labels }: Survey): object[] {
  const ofCodes = [...walkCodes(codebook)].map(({ code }) => ({ text: code.id, color: code.color }));
  return [...ofCodes, ...labels.map((text) => ({ text, color: undefined }))].map(({ text, color }) => ({
    text,
    suffix_key: null,
    background_color: color ?? '#dbe4f0',
    text_color: '#000000',
  }));
}
