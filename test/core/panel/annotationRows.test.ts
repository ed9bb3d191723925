import assert from 'node:assert/strict';
import type { AnnotationFilter } from '../../../src/panel/annotationRows';
import { filtered, isDoubtful, noAuthor, noCode, noFilter, rowsOf } from '../../../src/panel/annotationRows';
import type { PanelAnnotation, PanelCode } from '../../../src/shared/protocol';

const code = (id: string, depth: number): PanelCode => ({
  id,
  name: id.toUpperCase(),
  depth,
  hasChildren: false,
  color: '#4b78e2',
  examples: [],
  retired: false,
});
const codes = [code('ties', 0), code('thanks', 1), code('praise', 0)];

const annotation = (id: string, given: Partial<PanelAnnotation> = {}): PanelAnnotation => ({
  id,
  codes: [],
  quote: `quote of ${id}`,
  state: 'exact',
  overlaps: [],
  ...given,
});
const annotations = [
  annotation('a', { codes: ['thanks'], author: 'ana' }),
  annotation('b', { codes: ['praise', 'thanks'], author: 'ben', note: 'Compare with June.' }),
  annotation('c', { state: 'orphan', author: 'ana' }),
  annotation('d', { codes: ['gone'], state: 'fuzzy' }),
];

describe('which annotations the panel lists', () => {
  const ids = (filter: Partial<AnnotationFilter>): string =>
    filtered(annotations, codes, { ...noFilter, ...filter })
      .map(({ id }) => id)
      .join('');

  const cases: readonly (readonly [Partial<AnnotationFilter>, string])[] = [
    [{}, 'abcd'],
    [{ code: 'thanks' }, 'ab'],
    [{ code: 'ties' }, 'ab'],
    [{ code: 'praise' }, 'b'],
    [{ code: 'gone' }, 'd'],
    [{ code: noCode }, 'c'],
    [{ author: 'ana' }, 'ac'],
    [{ author: noAuthor }, 'd'],
    [{ state: 'placed' }, 'ab'],
    [{ state: 'doubtful' }, 'cd'],
    [{ state: 'orphan' }, 'c'],
    [{ state: 'noted' }, 'b'],
    [{ text: 'june COMPARE' }, 'b'],
    [{ text: 'quote praise' }, 'b'],
    [{ text: 'ana', code: 'thanks' }, 'a'],
    [{ text: 'nowhere' }, ''],
  ];
  for (const [filter, expected] of cases)
    it(`${JSON.stringify(filter)} gives ${expected || 'nothing'}`, () => assert.equal(ids(filter), expected));
});

describe('annotations that wait for a person', () => {
  const cases: readonly (readonly [Partial<PanelAnnotation>, boolean])[] = [
    [{ state: 'exact' }, false],
    [{ state: 'moved' }, false],
    [{ state: 'fuzzy' }, true],
    [{ state: 'ambiguous' }, true],
    [{ state: 'orphan' }, true],
    [{ state: 'orphan', kept: true }, false],
    [{ state: 'exact', conflict: 'b' }, true],
    [{ state: 'orphan', kept: true, conflict: 'b' }, true],
  ];
  for (const [given, waits] of cases)
    it(`${JSON.stringify(given)}: ${waits ? 'does' : 'does not'}`, () =>
      assert.equal(isDoubtful(annotation('a', given)), waits));
});

describe('the lines of the panel’s list', () => {
  it('are the annotations in the order of the text', () => {
    const rows = rowsOf(annotations, codes, 'text', new Set());
    assert.deepEqual(
      rows.map(({ key }) => key),
      ['a', 'b', 'c', 'd'],
    );
  });

  it('stand under each of their codes, in the codebook’s order; unknown codes and none come last', () => {
    const rows = rowsOf(annotations, codes, 'code', new Set(['thanks']));
    assert.deepEqual(
      rows.map((row) =>
        row.kind === 'group' ? `${row.code} ${row.count}${row.isOpen ? '' : ' closed'}` : row.key,
      ),
      ['thanks 2 closed', 'praise 1', 'praise b', '- 1', '- c', 'gone 1', 'gone d'],
    );
  });

  it('have keys of their own', () => {
    const keys = rowsOf(annotations, codes, 'code', new Set()).map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
  });
});
