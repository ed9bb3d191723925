import assert from 'node:assert/strict';
import { companionsOf } from '../../../src/core/corpus/companions';
import type { Mention } from '../../../src/core/recognition/mention';

describe('who an entity appears with in a release', () => {
  const mention = (start: number, entity: string, type = 'person'): Mention => ({
    start,
    end: start + 1,
    type,
    entity,
    certain: true,
    reason: 'name',
  });
  const regions = [0, 10, 20].map((start) => ({ type: 'paragraph' as const, start, end: start + 10 }));

  it('by the regions they share, each counted once; no dates, no offices', () => {
    const mentions = [
      mention(0, 'a'),
      mention(1, 'c'),
      mention(2, 'c'),
      mention(3, 'b'),
      mention(10, 'a'),
      mention(11, 'b'),
      mention(12, 'minister', 'role'),
      mention(20, 'd'),
    ];
    assert.deepEqual(companionsOf('a', mentions, regions), ['b', 'c']);
    assert.deepEqual(companionsOf('d', mentions, regions), []);
  });
});
