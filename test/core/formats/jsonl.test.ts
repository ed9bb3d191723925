import assert from 'node:assert/strict';
import { inWords } from '../../../src/core/text/message';
import { doccano } from '../../../src/core/formats/jsonl/doccano';
import { labelStudio } from '../../../src/core/formats/jsonl/labelStudio';
import { spacy } from '../../../src/core/formats/jsonl/spacy';
import { surveyCorpus } from '../../../src/core/formats/survey';
import { inVariant } from '../../../src/core/formats/format';
import { assertRoundTrip, exportFiles, textOf } from './support/roundTrip';
import { sample } from './support/sample';

const options = { codebook: 'no' } as const;

describe('spaCy and Prodigy JSON Lines', () => {
  it('come back as they were exported', () => assertRoundTrip(spacy, options));
});

describe('doccano JSON Lines', () => {
  it('come back as they were exported', () => assertRoundTrip(doccano, options));
  it('come back with relations', () =>
    assertRoundTrip(doccano, { ...options, variant: 'relations', runs: 100 }));

  it('lose passages of several pieces only without relations', async () => {
    const lines = async (variant?: string): Promise<string[]> => {
      const { report } = await surveyCorpus(inVariant(doccano, variant), sample);
      return report.losses
        .filter(({ feature }) => feature === 'discontinuous')
        .map(({ handling }) => handling);
    };
    assert.deepEqual(await lines(), ['carried']);
    assert.deepEqual(await lines('relations'), []);
  });

  it('have the same keys in every task: where one lacked what another has, doccano would import none', async () => {
    const [first] = sample.documents;
    const bare = { ...first!, path: 'bare.txt', metadata: {} };
    for (const variant of ['plain', 'relations']) {
      const { files } = await exportFiles(
        doccano,
        { ...sample, documents: [first!, bare] },
        'codepoints',
        variant,
      );
      const lines = textOf(files, 'sample.jsonl').trimEnd().split('\n');
      const [whole, empty] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      assert.deepEqual(Object.keys(empty!), Object.keys(whole!));
      assert.deepEqual([whole!['date'], empty!['date']], ['2024-01-21', null]);
    }
  });

  it('drawn in doccano itself tie pieces together; relations of other types are told', () => {
    const task = {
      text: 'Ana met Ben and Cy.',
      entities: [
        { id: 71, label: 'praise', start_offset: 0, end_offset: 3 },
        { id: 72, label: 'praise', start_offset: 8, end_offset: 11 },
        { id: 73, label: 'praise', start_offset: 16, end_offset: 18 },
      ],
      relations: [
        { id: 1, from_id: 72, to_id: 71, type: 'same annotation' },
        { id: 2, from_id: 71, to_id: 73, type: 'met' },
      ],
    };
    const content = new TextEncoder().encode(JSON.stringify(task));
    const { documents, problems } = doccano.read!([{ path: 'a.jsonl', content }]);
    assert.deepEqual(
      documents[0]!.annotations.map(({ spans }) => spans.map(({ start }) => start)),
      [[0, 8], [16]],
    );
    assert.deepEqual(
      problems.map(({ message }) => inWords(message)),
      ['In task 1, relations “met” are left out, because there are none here: 1'],
    );
  });
});

describe('Label Studio tasks', () => {
  it('come back as they were exported', () => assertRoundTrip(labelStudio, options));

  it('name nobody as who completed them: one unknown there would have the whole import refused', async () => {
    const { files } = await exportFiles(labelStudio, sample);
    const tasks = JSON.parse(textOf(files, 'sample.json')) as { annotations: object[] }[];
    const annotations = tasks.flatMap((task) => task.annotations);
    assert.equal(annotations.length, 3);
    for (const annotation of annotations) assert.ok(!('completed_by' in annotation));
  });

  it('come with all codes to tag with, and with a label where there is none at all', async () => {
    const full = textOf((await exportFiles(labelStudio, sample)).files, 'label-config.xml');
    assert.match(full, /<Label value="stance" /);
    const none = { ...sample, codebook: { codes: [] }, documents: [] };
    const empty = textOf((await exportFiles(labelStudio, none)).files, 'label-config.xml');
    assert.match(empty, /<Labels [^>]*>\n<Label value="NOTE" /);
  });

  it('are read from JSON-MIN, whatever the control is named', () => {
    const ner = [{ start: 0, end: 3, text: 'Ana', labels: ['PERSON'] }];
    const content = new TextEncoder().encode(
      JSON.stringify([{ id: 1, text: 'Ana met Ben.', ner, sentiment: 'good' }]),
    );
    const { documents, problems } = labelStudio.read!([{ path: 'min.json', content }]);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      documents[0]!.annotations.map(({ labels, spans }) => [labels, spans]),
      [[['PERSON'], [{ start: 0, end: 3 }]]],
    );
  });
});
