import assert from 'node:assert/strict';
import fc from 'fast-check';
import { overlapsOf } from '../../../src/core/annotation/overlaps';
import { overlaps } from '../../../src/core/text/span';

const span = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 8 }))
  .map(([start, n]) => ({ start, end: start + n }));

describe('overlapping passages', () => {
  it('are those that share text, whichever comes first', () => {
    const list = [
      { id: 'a', spans: [{ start: 0, end: 10 }] },
      {
        id: 'b',
        spans: [
          { start: 5, end: 7 },
          { start: 20, end: 25 },
        ],
      },
      { id: 'c', spans: [{ start: 10, end: 21 }] },
      { id: 'd', spans: [] },
    ];
    const found = overlapsOf(list);
    assert.deepEqual(
      list.map(({ id }) => found.get(id) ?? []),
      [['b'], ['a', 'c'], ['b'], []],
    );
  });

  it('are found as by comparing each with each', () => {
    fc.assert(
      fc.property(fc.array(fc.array(span, { minLength: 1, maxLength: 2 }), { maxLength: 8 }), (all) => {
        const list = all.map((spans, i) => ({ id: `${i}`, spans }));
        const found = overlapsOf(list);
        for (const one of list) {
          const expected = list.filter(
            (other) => other !== one && one.spans.some((a) => other.spans.some((b) => overlaps(a, b))),
          );
          assert.deepEqual([...(found.get(one.id) ?? [])].sort(), expected.map(({ id }) => id).sort());
        }
      }),
    );
  });
});
