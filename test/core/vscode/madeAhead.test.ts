import assert from 'node:assert/strict';
import { madeAhead } from '../../../src/vscode/support/madeAhead';

const items = Array.from({ length: 10 }, (_, i) => i);

describe('Things made ahead', () => {
  it('come in the order of their items, whichever is made first', async () => {
    const slowFirst = async (item: number): Promise<number> => {
      for (let turns = 10 - item; turns > 0; turns--) await Promise.resolve();
      return item * 2;
    };
    const made: number[] = [];
    for await (const one of madeAhead(items, slowFirst, 4)) made.push(one);
    assert.deepEqual(
      made,
      items.map((item) => item * 2),
    );
  });

  it('are a few at a time, and undefined is one of them', async () => {
    let begun = 0;
    let used = 0;
    const make = async (item: number): Promise<number | undefined> => {
      begun++;
      assert.ok(begun - used <= 4, `${begun} begun, ${used} used`);
      return item % 2 === 0 ? undefined : item;
    };
    for await (const one of madeAhead(items, make, 3)) {
      assert.equal(one, used % 2 === 0 ? undefined : used);
      used++;
    }
    assert.equal(used, items.length);
  });

  it('fail where they are used, and not where a walk ended before', async () => {
    const make = async (item: number): Promise<number> => {
      if (item === 3) throw new Error('three');
      return item;
    };
    const walk = async (until: number): Promise<number> => {
      let last = -1;
      for await (const one of madeAhead(items, make, 4)) if ((last = one) === until) break;
      return last;
    };
    assert.equal(await walk(1), 1);
    await assert.rejects(walk(9), /three/);
  });
});
