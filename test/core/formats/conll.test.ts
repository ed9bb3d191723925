import { conll2003, conllu } from '../../../src/core/formats/conll/conll';
import { assertRoundTrip } from './support/roundTrip';

const options = { codebook: 'no', tellsMentions: false } as const;

describe('CoNLL-2003', () => {
  it('comes back as it was exported', () => assertRoundTrip(conll2003, options));
});

describe('CoNLL-U', () => {
  it('comes back as it was exported', () => assertRoundTrip(conllu, options));
});
