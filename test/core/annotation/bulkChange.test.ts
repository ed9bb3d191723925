import assert from 'node:assert/strict';
import type { Annotation } from '../../../src/core/annotation/annotation';
import type { BulkChange } from '../../../src/core/annotation/bulkChange';
import { changeCodes } from '../../../src/core/annotation/bulkChange';

const annotation = (id: string, codes: readonly string[], note?: string): Annotation => ({
  id,
  codes,
  target: [{ start: 0, end: 4, quote: 'text', prefix: '', suffix: '' }],
  ...(note === undefined ? {} : { note }),
});

/** What becomes of each: its codes, `gone`, or `same` where nothing is decided. */
function after(annotations: readonly Annotation[], change: BulkChange): readonly string[] {
  const decisions = changeCodes(annotations, change);
  return annotations.map((one) => {
    const decision = decisions.find((d) => d.kind !== 'create' && d.id === one.id);
    if (!decision) return 'same';
    return decision.kind === 'change' ? decision.decide(one).codes.join('+') : 'gone';
  });
}

describe('changing the codes of several annotations', () => {
  const some = [annotation('a', ['x']), annotation('b', ['y', 'x']), annotation('c', [], 'a note')];

  it('adds codes where they are not', () => {
    assert.deepEqual(after(some, { kind: 'add', codes: ['x'] }), ['same', 'same', 'x']);
    assert.deepEqual(after(some, { kind: 'add', codes: ['x', 'z'] }), ['x+z', 'y+x+z', 'x+z']);
  });

  it('takes codes away; what says nothing else then goes', () => {
    assert.deepEqual(after(some, { kind: 'take', codes: ['x'] }), ['gone', 'y', 'same']);
    assert.deepEqual(after([annotation('a', ['x'], 'kept')], { kind: 'take', codes: ['x'] }), ['']);
  });

  it('puts codes in place of all', () => {
    assert.deepEqual(after(some, { kind: 'retag', codes: ['z', 'z'] }), ['z', 'z', 'z']);
    assert.deepEqual(after(some, { kind: 'retag', codes: ['x'] }), ['same', 'x', 'x']);
  });
});
