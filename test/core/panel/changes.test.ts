import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyChanges, changesTo, knowsNothing } from '../../../src/shared/changes';

interface Item {
  readonly id: string;
  readonly says: number;
}

const items = fc.uniqueArray(
  fc.record({ id: fc.constantFrom(...'abcdefgh'), says: fc.nat(3) }, { noNullPrototype: true }),
  {
    selector: ({ id }) => id,
  },
);

describe('what the panel is told of a list', () => {
  it('is enough to have the same list', () => {
    fc.assert(
      fc.property(fc.array(items, { maxLength: 6 }), (lists) => {
        let known = knowsNothing;
        let there: readonly Item[] = [];
        for (const list of lists) {
          const told = changesTo(known, list);
          known = told.known;
          if (told.changes) there = applyChanges(there, told.changes);
          assert.deepEqual(there, list);
        }
      }),
    );
  });

  it('is nothing where nothing changed, and one item where one did', () => {
    const before: readonly Item[] = ['a', 'b', 'c'].map((id) => ({ id, says: 1 }));
    const { known } = changesTo(knowsNothing, before);
    assert.equal(
      changesTo(
        known,
        before.map((item) => ({ ...item })),
      ).changes,
      undefined,
    );
    const after = before.map((item) => (item.id === 'b' ? { id: 'b', says: 2 } : item));
    const { changes } = changesTo(known, after);
    assert.deepEqual(changes, { put: [{ id: 'b', says: 2 }], gone: [] });
    const now = applyChanges(before, changes!);
    assert.equal(now[0], before[0]);
    assert.deepEqual(now, after);
  });
});
