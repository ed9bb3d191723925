import assert from 'node:assert/strict';
import fc from 'fast-check';
import { replacement } from '../../../src/core/text/edit';

describe('the replacement that makes one text to another', () => {
  it('is what lies between their common beginning and end', () => {
    assert.deepEqual(replacement('both sides met', 'both old sides met'), {
      start: 5,
      end: 5,
      insertedLength: 4,
    });
    assert.deepEqual(replacement('same', 'same'), { start: 4, end: 4, insertedLength: 0 });
  });

  it('gives the other text when it is carried out, whatever the texts', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { start, end, insertedLength } = replacement(before, after);
        const inserted = after.slice(start, start + insertedLength);
        assert.equal(before.slice(0, start) + inserted + before.slice(end), after);
      }),
    );
  });
});
