import assert from 'node:assert/strict';
import { analyseRelease } from '../../../src/core/corpus/analyseRelease';
import { CorpusIndex } from '../../../src/core/corpus/corpusIndex';
import type { AnnotationGrouping } from '../../../src/core/corpus/questions/annotations';
import { annotationsOf, groupAnnotations } from '../../../src/core/corpus/questions/annotations';
import { compileGazetteer } from '../../../src/core/recognition/compileGazetteer';

const text = 'Thanks\n\nMoscow, May 5 (TASS) -- The minister thanked his hosts and left.\n';
const item = (id: string, quote: string, more: string): string =>
  `  - id: ${id}\n${more}    target: [{start: ${text.indexOf(quote)}, end: ${text.indexOf(quote) + quote.length}, quote: ${quote}}]\n`;

function groups(by: AnnotationGrouping): Record<string, readonly string[]> {
  const source =
    'version: 1\nrelease: a.txt\nannotations:\n' +
    item('k7m2qp4d', 'thanked his hosts', '    codes: [gratitude, meeting]\n    author: ana\n') +
    item('w3x9a1bz', 'left', '    entity: none\n') +
    '  - id: abcdefgh\n    codes: [meeting]\n    target: [{start: 3, end: 10, quote: vanished}]\n';
  const index = new CorpusIndex();
  const stamp = { size: 1, mtime: 1 };
  const release = { path: 'a.txt', stamp, text, sidecar: { stamp, source } };
  index.replace(analyseRelease(release, compileGazetteer([]), false));
  index.replace(analyseRelease({ path: 'b.txt', stamp, text }, compileGazetteer([]), false));
  const all = [...annotationsOf(index.view())].filter((annotation) => annotation !== undefined);
  return Object.fromEntries(
    [...groupAnnotations(all, by)].map(([key, some]) => [key, some.map(({ passage }) => passage.id)]),
  );
}

describe('annotations of a corpus', () => {
  it('by code, in the group of each; what has no code is together', () => {
    assert.deepEqual(groups('code'), {
      gratitude: ['k7m2qp4d'],
      meeting: ['k7m2qp4d', 'abcdefgh'],
      '': ['w3x9a1bz'],
    });
  });

  it('by release, author and state', () => {
    assert.deepEqual(groups('release'), { 'a.txt': ['k7m2qp4d', 'w3x9a1bz', 'abcdefgh'] });
    assert.deepEqual(groups('author'), { ana: ['k7m2qp4d'], '': ['w3x9a1bz', 'abcdefgh'] });
    assert.deepEqual(groups('state'), { exact: ['k7m2qp4d', 'w3x9a1bz'], orphan: ['abcdefgh'] });
  });
});
