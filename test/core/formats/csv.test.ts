import { csv } from '../../../src/core/formats/csv/csv';
import { assertRoundTrip } from './support/roundTrip';

describe('CSV tables', () => {
  it('come back as they were exported', () => assertRoundTrip(csv));
  it('come back with UTF-16 offsets', () => assertRoundTrip(csv, { unit: 'utf16', runs: 50 }));
});
