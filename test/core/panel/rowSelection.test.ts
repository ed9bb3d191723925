import assert from 'node:assert/strict';
import type { Row } from '../../../src/panel/annotationRows';
import type { RowSelection } from '../../../src/panel/rowSelection';
import { lineFrom, nothingSelected, select, selectAll, stillThere } from '../../../src/panel/rowSelection';

const line = (id: string): Row => ({
  kind: 'annotation',
  key: id,
  annotation: { id, codes: [], quote: id, state: 'exact', overlaps: [] },
});
const heading: Row = { kind: 'group', key: '# x', code: 'x', count: 2, isOpen: true };
const rows = [line('a'), line('b'), heading, line('c'), line('d')];

const plain = { toggle: false, extend: false };
const ctrl = { toggle: true, extend: false };
const shift = { toggle: false, extend: true };
const ids = (selection: RowSelection): string => [...selection.ids].join('');

describe('selecting in the panel’s list', () => {
  const clicked = (...keys: readonly (readonly [string, typeof plain])[]): RowSelection =>
    keys.reduce((selection, [key, modifiers]) => select(selection, rows, key, modifiers), nothingSelected);

  it('a click selects one, Ctrl one more or one less', () => {
    assert.equal(ids(clicked(['a', plain], ['c', plain])), 'c');
    assert.equal(ids(clicked(['a', plain], ['c', ctrl])), 'ac');
    assert.equal(ids(clicked(['a', plain], ['c', ctrl], ['a', ctrl])), 'c');
  });

  it('Shift selects all between, forwards and back, and headings not', () => {
    assert.equal(ids(clicked(['b', plain], ['d', shift])), 'bcd');
    assert.equal(ids(clicked(['d', plain], ['b', shift])), 'bcd');
    assert.equal(ids(clicked(['c', plain], ['d', shift], ['a', shift])), 'abc');
    assert.equal(ids(clicked(['a', plain], ['c', ctrl], ['d', { toggle: true, extend: true }])), 'acd');
  });

  it('arrow keys go from line to line and stop at the ends', () => {
    const at = clicked(['b', plain]);
    assert.equal(lineFrom(at, rows, 'down'), '# x');
    assert.equal(lineFrom(at, rows, 'up'), 'a');
    assert.equal(lineFrom(clicked(['d', plain]), rows, 'down'), 'd');
    assert.equal(lineFrom(nothingSelected, rows, 'down'), 'a');
    assert.equal(lineFrom(nothingSelected, rows, 'last'), 'd');
    assert.equal(lineFrom(at, rows, 'pageDown'), 'd');
    assert.equal(lineFrom(nothingSelected, [], 'down'), undefined);
  });

  it('Ctrl+A selects every annotation', () => {
    assert.equal(ids(selectAll(nothingSelected, rows)), 'abcd');
  });

  it('what is not listed any more is not selected', () => {
    const all = selectAll(clicked(['d', plain]), rows);
    const now = stillThere(all, rows.slice(0, 2));
    assert.equal(ids(now), 'ab');
    assert.equal(now.focus, undefined);
    assert.equal(stillThere(all, rows), all);
  });

  it('the keyboard goes from a line that is gone to the one in its place, from the last to the one before', () => {
    const without = (...keys: readonly string[]): typeof rows =>
      rows.filter(({ key }) => !keys.includes(key));
    assert.equal(stillThere(clicked(['a', plain]), without('a'), rows).focus, 'b');
    assert.equal(stillThere(clicked(['a', plain], ['b', shift]), without('a', 'b'), rows).focus, '# x');
    assert.equal(stillThere(clicked(['d', plain]), without('d'), rows).focus, 'c');
    assert.equal(stillThere(clicked(['d', plain]), [], rows).focus, undefined);
  });
});
