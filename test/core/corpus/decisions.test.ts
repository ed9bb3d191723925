import assert from 'node:assert/strict';
import { applyDecisions } from '../../../src/core/corpus/decisions';
import type { AnchorState } from '../../../src/core/annotation/annotation';
import type { Mention } from '../../../src/core/recognition/mention';

const gazetteer = {
  entities: new Map([
    [
      'alexander-novak',
      { id: 'alexander-novak', type: 'person', name: 'Alexander Novak', aliases: [], offices: [] },
    ],
  ]),
};
const mention = (start: number, end: number, more: Partial<Mention> = {}): Mention => ({
  start,
  end,
  type: 'person',
  certain: false,
  reason: 'rule',
  ...more,
});

function decide(
  mentions: Mention[],
  entity: string,
  start: number,
  end: number,
  state: AnchorState = 'exact',
): readonly Mention[] {
  const annotation = { id: 'k7m2qp4d', codes: [], entity, target: [] };
  return applyDecisions(
    mentions,
    [annotation],
    [{ id: 'k7m2qp4d', state, spans: [{ start, end }] }],
    gazetteer,
  );
}

describe('decisions of people about mentions', () => {
  it('a link makes a mention certain, or makes one', () => {
    const linked = { ...mention(5, 15), entity: 'alexander-novak', certain: true, reason: 'person' as const };
    assert.deepEqual(decide([mention(5, 15)], 'alexander-novak', 5, 15), [linked]);
    assert.deepEqual(decide([], 'alexander-novak', 5, 15), [linked]);
  });

  it('a link replaces what crosses it, and lies in what is longer', () => {
    const office = mention(0, 15, { type: 'role' });
    assert.deepEqual(decide([mention(0, 8)], 'alexander-novak', 5, 15).length, 1);
    const [outer, inner] = decide([office], 'alexander-novak', 5, 15);
    assert.deepEqual(outer, office);
    assert.deepEqual(inner!.parent, { start: 0, end: 15 });
  });

  it('a rejection takes away the mention of just this span, and frees what lay in it', () => {
    const outer = mention(0, 15);
    const inner = mention(5, 15, { parent: { start: 0, end: 15 } });
    assert.deepEqual(decide([outer, inner], 'none', 0, 15), [mention(5, 15)]);
    assert.deepEqual(decide([outer], 'none', 0, 14), [outer]);
  });

  it('what isn’t surely anchored decides nothing', () => {
    for (const state of ['fuzzy', 'ambiguous', 'orphan'] as const)
      assert.deepEqual(decide([mention(0, 15)], 'none', 0, 15, state), [mention(0, 15)]);
  });
});
