import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csv } from '../../../src/core/formats/csv/csv';
import { guarded, isFormula, unguarded } from '../../../src/core/formats/csv/formulas';
import { assertRoundTrip } from './support/roundTrip';

describe('CSV tables', () => {
  it('come back as they were exported', () => assertRoundTrip(csv));
  it('come back raw', () => assertRoundTrip(csv, { variant: 'raw', runs: 100 }));
  it('come back with UTF-16 offsets', () => assertRoundTrip(csv, { unit: 'utf16', runs: 50 }));

  it('have nothing that a spreadsheet would run', () => {
    for (const cell of ['=1+1', '@SUM(A1)', '+cmd|x', '-2+3', "-2+3+cmd|' /C calc'!A0", '\t=1', "'=1"]) {
      assert.match(guarded(cell), /^'/);
    }
    for (const cell of ['talks', '-5', '+12.5', "the '=' sign", '', "'quoted'"])
      assert.equal(guarded(cell), cell);
  });

  it('give every cell back, apostrophes too', () => {
    const cell = fc.string({ unit: fc.constantFrom("'", '=', '-', '+', '@', '1', 'a', '.', '\t', '\n') });
    fc.assert(
      fc.property(cell, (text) => {
        assert.equal(unguarded(guarded(text)), text);
        assert(!isFormula(guarded(text)) || guarded(text).startsWith("'"));
      }),
      { numRuns: 2000 },
    );
  });
});
