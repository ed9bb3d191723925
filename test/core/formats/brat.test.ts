import { brat } from '../../../src/core/formats/brat/brat';
import { assertRoundTrip } from './support/roundTrip';

describe('brat standoff', () => {
  it('comes back as it was exported', () => assertRoundTrip(brat));
});
