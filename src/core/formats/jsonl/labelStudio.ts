import { capabilities } from '../capabilities';
import type { LabelRecord } from '../details';
import { labelRecords } from '../details';
import type { ExportCorpus, ExportDocument } from '../exportModel';
import { walkCodes } from '../fitCodebook';
import type { ExportChunk, Format } from '../format';
import { asciiJson } from '../json';
import { noteLabel } from '../labels';
import { readLabelStudio } from './readLabelStudio';
import { labelLimits } from './limits';
import type { Survey } from '../survey';
import { element, textElement } from '../xml';

/**
 * Label Studio: tasks with annotations, one an author, and recognised mentions as predictions; the labelling
 * configuration with all labels and their colours. Offsets are UTF-16, as its editor counts.
 */
export const labelStudio: Format = {
  id: 'label-studio',
  label: 'Label Studio tasks',
  description: 'a JSON list of tasks with annotations and predictions, and the labelling configuration',
  units: ['utf16'],
  extensions: ['.json'],
  capabilities: capabilities({ ...labelLimits, note: 'kept', 'code-color': 'kept', 'unused-code': 'kept' }),
  write,
  read: readLabelStudio,
};

/** Names of the control and the object in the configuration. */
export const controlName = 'label';
export const objectName = 'text';

async function* write(corpus: ExportCorpus, survey: Survey): AsyncGenerator<ExportChunk> {
  yield { path: 'label-config.xml', content: configOf(survey) };
  const path = `${corpus.name}.json`;
  let id = 0;
  for await (const document of corpus.documents) {
    id++;
    yield { path, content: `${id === 1 ? '[' : ','}\n${asciiJson(taskOf(document, id))}` };
  }
  yield { path, content: id === 0 ? '[]\n' : '\n]\n' };
}

function taskOf({ path, text, metadata, annotations }: ExportDocument, id: number): object {
  const records = labelRecords(annotations, true).map((record, i) => ({ record, id: `r${i + 1}` }));
  const human = records.filter(({ record }) => record.annotation.recognised === undefined);
  const recognised = records.filter(({ record }) => record.annotation.recognised !== undefined);
  const authors = [...new Set(human.map(({ record }) => record.annotation.author))];
  return {
    id,
    data: { text, file: path, ...metadata },
    annotations: authors.map((author, i) => ({
      id: id * 1000 + i,
      // No `completed_by`: one who is no member there would have the whole import refused. Details carry authors.
      ground_truth: false,
      result: human.filter(({ record }) => record.annotation.author === author).flatMap(resultOf),
    })),
    predictions:
      recognised.length === 0 ? [] : [{ model_version: 'pressmark', result: recognised.flatMap(resultOf) }],
  };
}

function resultOf({ record, id }: { record: LabelRecord; id: string }): object[] {
  const { label, spans, details } = record;
  const { start, end } = spans[0]!;
  const { note, ...carried } = details;
  return [
    {
      id,
      from_name: controlName,
      to_name: objectName,
      type: 'labels',
      value: { start, end, labels: [label] },
      meta: { ...(note !== undefined && { text: [note] }), pressmark: carried },
    },
  ];
}

function configOf({ codebook, labels }: Survey): string {
  const ofCodes = [...walkCodes(codebook)].map(({ code }) =>
    element('Label', {
      value: code.id,
      alias: code.id,
      hint: code.name,
      background: code.color ?? '#7f8fa6',
    }),
  );
  // Without any label it would be no valid configuration.
  const others = ofCodes.length + labels.length === 0 ? [noteLabel] : labels;
  const ofEntities = others.map((label) => element('Label', { value: label, background: '#dbe4f0' }));
  return element('View', {}, [
    textElement('Style', {}, '.htx-text { white-space: pre-wrap; }'),
    element('Labels', { name: controlName, toName: objectName, choice: 'multiple' }, [
      ...ofCodes,
      ...ofEntities,
    ]),
    element('Text', { name: objectName, value: '$text', granularity: 'symbol' }),
  ]);
}
