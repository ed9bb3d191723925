import assert from 'node:assert/strict';
import { nestByKey } from '../../../src/panel/nestByKey';
import type { PanelCode } from '../../../src/shared/protocol';

const code = (id: string, depth: number): PanelCode => ({
  id,
  name: id,
  depth,
  hasChildren: false,
  color: '#000000',
  examples: [],
  retired: false,
});

describe('nesting codes by key', () => {
  const codes = [code('ties', 0), code('thanks', 1), code('warm', 2), code('praise', 1), code('promise', 0)];

  it('to the right, a code comes below the one above it on its level', () => {
    assert.deepEqual(nestByKey(codes, 'praise', 'Alt+ArrowRight'), { onto: 'thanks', where: 'inside' });
    assert.deepEqual(nestByKey(codes, 'promise', 'Alt+ArrowRight'), { onto: 'ties', where: 'inside' });
  });

  it('to the left, it stands behind the one it was below', () => {
    assert.deepEqual(nestByKey(codes, 'warm', 'Alt+ArrowLeft'), { onto: 'thanks', where: 'after' });
    assert.deepEqual(nestByKey(codes, 'praise', 'Alt+ArrowLeft'), { onto: 'ties', where: 'after' });
  });

  it('the first of its level has nothing to go below, and one of the highest level nothing to leave', () => {
    for (const id of ['ties', 'thanks', 'warm'])
      assert.equal(nestByKey(codes, id, 'Alt+ArrowRight'), undefined);
    for (const id of ['ties', 'promise']) assert.equal(nestByKey(codes, id, 'Alt+ArrowLeft'), undefined);
    assert.equal(nestByKey(codes, 'praise', 'ArrowRight'), undefined);
    assert.equal(nestByKey(codes, 'gone', 'Alt+ArrowLeft'), undefined);
  });
});
