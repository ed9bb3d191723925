import assert from 'node:assert/strict';
import { AheadValue } from '../../src/vscode/support/aheadValue';

/** Writes keys typed ahead, then is told what the editor says; what stands in the box in the end. */
function after(keys: string, ...said: readonly string[]): string {
  const value = new AheadValue();
  let stands = '';
  for (const key of keys) stands = value.write(value.ahead + key);
  for (const text of said) stands = value.shown(text);
  return stands;
}

describe('a box that keys were pressed for before it was there', () => {
  it('holds what they typed, and what is typed in it then', () => {
    assert.equal(after('comm', 'comm'), 'comm');
    assert.equal(after('comm', 'comm', 'commi', 'comm', 'co'), 'co');
  });

  it('is not taken in by echoes of what was written before', () => {
    assert.equal(after('comm', 'c'), 'comm');
    assert.equal(after('comm', 'c', 'co', 'comm'), 'comm');
  });

  it('keeps what the person typed in it before that came there, behind it', () => {
    assert.equal(after('wo', 'r'), 'wor');
    assert.equal(after('wo', 'r', 'rl'), 'worl');
    assert.equal(after('wo', 'r', 'rl', 'wor', 'worl'), 'worl');
    assert.equal(after('wo', 'r', 'rl', 'wor', 'worl', 'world'), 'world');
    // One more letter in the box while it still showed the value before the last.
    assert.equal(after('wo', 'r', 'rl', 'word'), 'world');
  });

  it('is the person’s alone where nothing was typed ahead', () => {
    assert.equal(after('', 'a', 'ab', 'a', ''), '');
  });
});
