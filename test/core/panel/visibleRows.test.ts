import assert from 'node:assert/strict';
import fc from 'fast-check';
import { missingChunks, rowAfterKey, rowHeight, visibleRows } from '../../../src/panel/page/visibleRows';

describe('the rows of a long list that exist', () => {
  it('are those on the screen and some around it, wherever it is scrolled to', () => {
    const numbers = fc.record({
      top: fc.integer({ min: -10_000_000, max: 5000 }),
      height: fc.integer({ min: 1, max: 3000 }),
      total: fc.integer({ min: 0, max: 500_000 }),
    });
    fc.assert(
      fc.property(numbers, ({ top, height, total }) => {
        const { from, to } = visibleRows(top, height, total);
        assert.ok(0 <= from && from <= to && to <= total);
        assert.ok(to - from <= height / rowHeight + 30);
        for (const y of [0, height / 2, height - 1]) {
          const row = Math.floor((y - top) / rowHeight);
          if (row >= 0 && row < total) assert.ok(from <= row && row < to);
        }
      }),
    );
  });

  it('are asked for in whole chunks, once', () => {
    assert.deepEqual(
      missingChunks({ from: 90, to: 210 }, (row) => row >= 200),
      [0, 100],
    );
    assert.deepEqual(
      missingChunks({ from: 90, to: 210 }, () => true),
      [],
    );
  });

  it('keys stay within the list', () => {
    assert.equal(rowAfterKey('ArrowUp', 0, 5, 3), 0);
    assert.equal(rowAfterKey('PageDown', 3, 5, 3), 4);
    assert.equal(rowAfterKey('End', 0, 5, 3), 4);
    assert.equal(rowAfterKey('x', 0, 5, 3), undefined);
  });
});
