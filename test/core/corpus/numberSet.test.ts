import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NumberSet } from '../../../src/core/corpus/numberSet';

describe('number set', () => {
  it('holds what a Set holds, in its order, from one use to the next', () => {
    const set = new NumberSet();
    const number = fc.oneof(fc.integer(), fc.integer({ min: -3, max: 3 }));
    fc.assert(
      fc.property(fc.array(number, { maxLength: 200 }), fc.array(number), (added, asked) => {
        set.clear();
        const model = new Set(added);
        for (const one of added) set.add(one);
        assert.deepEqual(set.toArray(), [...model]);
        assert.equal(set.size, model.size);
        for (const one of asked) assert.equal(set.has(one), model.has(one));
      }),
    );
  });

  it('grows', () => {
    const set = new NumberSet();
    for (let i = 0; i < 100_000; i++) set.add(Math.imul(i, 0x10001));
    assert.equal(set.size, 100_000);
    for (let i = 0; i < 100_000; i += 97) assert.equal(set.at(i), Math.imul(i, 0x10001));
    assert.ok(!set.has(3));
  });
});
