import assert from 'node:assert/strict';
import type { Code } from '../../../src/core/annotation/codebook';
import { readFilter, showAll, shownCodes } from '../../../src/core/annotation/passageFilter';

const child: Code = { id: 'gratitude', name: 'Gratitude', examples: [], codes: [] };
const codebook = new Map<string, Code>([
  ['ties', { id: 'ties', name: 'Ties', examples: [], codes: [child] }],
  ['gratitude', child],
]);
const annotation = { codes: ['gratitude', 'unheard-of'], author: 'ana' };

describe('which passages are shown', () => {
  it('all, or none', () => {
    assert.deepEqual(shownCodes(showAll, annotation, codebook), annotation.codes);
    assert.deepEqual(shownCodes({ kind: 'none' }, annotation, codebook), []);
  });

  it('those with a code, by that code alone', () => {
    assert.deepEqual(shownCodes({ kind: 'codes', codes: ['gratitude'] }, annotation, codebook), [
      'gratitude',
    ]);
    assert.deepEqual(shownCodes({ kind: 'codes', codes: ['unheard-of'] }, annotation, codebook), [
      'unheard-of',
    ]);
    assert.deepEqual(shownCodes({ kind: 'codes', codes: ['protocol'] }, annotation, codebook), []);
  });

  it('those with a subcode of a code', () => {
    assert.deepEqual(shownCodes({ kind: 'codes', codes: ['ties'] }, annotation, codebook), ['gratitude']);
  });

  it('those by an author, or by nobody', () => {
    assert.deepEqual(
      shownCodes({ kind: 'authors', authors: ['ana'] }, annotation, codebook),
      annotation.codes,
    );
    assert.deepEqual(shownCodes({ kind: 'authors', authors: ['ben'] }, annotation, codebook), []);
    assert.deepEqual(shownCodes({ kind: 'authors', authors: [''] }, { codes: ['a'] }, codebook), ['a']);
  });

  it('what was kept between sessions is checked', () => {
    assert.deepEqual(readFilter({ kind: 'codes', codes: ['a'] }), { kind: 'codes', codes: ['a'] });
    assert.deepEqual(readFilter({ kind: 'authors', authors: [''] }), { kind: 'authors', authors: [''] });
    for (const value of [undefined, 'none', { kind: 'codes', codes: [1] }, { kind: 'codes', codes: [] }, {}])
      assert.deepEqual(readFilter(value), showAll);
  });
});
