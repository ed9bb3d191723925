import { doccano } from '../../../src/core/formats/jsonl/doccano';
import { labelStudio } from '../../../src/core/formats/jsonl/labelStudio';
import { spacy } from '../../../src/core/formats/jsonl/spacy';
import { assertRoundTrip } from './support/roundTrip';

const options = { codebook: 'no' } as const;

describe('spaCy and Prodigy JSON Lines', () => {
  it('come back as they were exported', () => assertRoundTrip(spacy, options));
});

describe('doccano JSON Lines', () => {
  it('come back as they were exported', () => assertRoundTrip(doccano, options));
  it('come back with relations', () =>
    assertRoundTrip(doccano, { ...options, variant: 'relations', runs: 100 }));
});

describe('Label Studio tasks', () => {
  it('come back as they were exported', () => assertRoundTrip(labelStudio, options));
});
