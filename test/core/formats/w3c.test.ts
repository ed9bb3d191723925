import { w3c } from '../../../src/core/formats/w3c/w3c';
import { assertRoundTrip } from './support/roundTrip';

describe('W3C Web Annotation', () => {
  it('comes back as it was exported', () => assertRoundTrip(w3c));
  it('comes back with UTF-16 offsets, as Recogito counts', () => assertRoundTrip(w3c, { runs: 1 }));
});
