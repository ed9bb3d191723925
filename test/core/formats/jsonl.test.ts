import assert from 'node:assert/strict';
import { doccano } from '../../../src/core/formats/jsonl/doccano';
import { labelStudio } from '../../../src/core/formats/jsonl/labelStudio';
import { spacy } from '../../../src/core/formats/jsonl/spacy';
import { surveyCorpus } from '../../../src/core/formats/survey';
import { inVariant } from '../../../src/core/formats/format';
import { assertRoundTrip } from './support/roundTrip';
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
      problems.map(({ message }) => message),
      ['In task 1, 1 relation “met” left out: there are none here yet.'],
    );
  });
});

describe('Label Studio tasks', () => {
  it('come back as they were exported', () => assertRoundTrip(labelStudio, options));
});
