import { casJson, xmi } from '../../../src/core/formats/uima/cas';
import { webannoTsv } from '../../../src/core/formats/webanno/webannoTsv';
import { assertRoundTrip } from './support/roundTrip';

const options = { codebook: 'no', tellsMentions: false } as const;

describe('UIMA CAS JSON', () => {
  it('comes back as it was exported', () => assertRoundTrip(casJson, options));
});

describe('UIMA CAS XMI', () => {
  it('comes back as it was exported', () => assertRoundTrip(xmi, options));
});

describe('WebAnno TSV 3.3', () => {
  it('comes back as it was exported', () => assertRoundTrip(webannoTsv, options));
});
