import assert from 'node:assert/strict';
import { dropAt } from '../../../src/panel/dropAt';

describe('dropping a code on another', () => {
  it('puts it before, below or after, also where a name takes several lines', () => {
    for (const height of [22, 66]) {
      assert.equal(dropAt(0, height), 'before');
      assert.equal(dropAt(height / 2, height), 'inside');
      assert.equal(dropAt(height - 1, height), 'after');
    }
  });
});
