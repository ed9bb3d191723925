import assert from 'node:assert/strict';
import { cost } from '../linear';
import { yamlCursor, type YamlCursor } from '../../../src/core/yaml/cursor';

/** What is being written at the `|` of a source. */
function at(
  marked: string,
  listKey?: string,
): (Omit<YamlCursor, 'word'> & { readonly word: string }) | undefined {
  const offset = marked.indexOf('|');
  const source = marked.slice(0, offset) + marked.slice(offset + 1);
  const cursor = yamlCursor(source, offset, listKey);
  return cursor && { ...cursor, word: source.slice(cursor.word.start, cursor.word.end) };
}

const codebook = `version: 1
codes:
  - id: ties
    name: Ties with the partner
    codes:
      - id: gratitude
        WRITE
  - id: praise
`;
const writing = (text: string): ReturnType<typeof at> => at(codebook.replace('WRITE', text));

describe('what is being written in a YAML file', () => {
  it('a key of a map, half written', () => {
    assert.deepEqual(writing('col|'), {
      path: ['codes', 'codes'],
      role: 'key',
      word: 'col',
      others: ['id'],
    });
    assert.equal(writing('|')?.role, 'key');
    assert.deepEqual(at('version: 1\nco|\n')?.path, []);
  });

  it('a key that is there already', () => {
    assert.equal(writing('co|lor: "#ffffff"')?.role, 'key');
    assert.equal(writing('co|lor: "#ffffff"')?.word, 'color');
  });

  it('the value of a key', () => {
    assert.deepEqual(writing('color: |'), {
      path: ['codes', 'codes', 'color'],
      role: 'value',
      word: '',
      others: [],
    });
    assert.equal(writing('key: "|"')?.path.at(-1), 'key');
  });

  it('an item of a list in brackets, closed or not', () => {
    assert.deepEqual(at('annotations:\n  - id: a\n    codes: [gratitude, pra|]\n'), {
      path: ['annotations', 'codes'],
      role: 'value',
      word: 'pra',
      list: 'flow',
      others: ['gratitude'],
    });
    assert.equal(at('annotations:\n  - id: a\n    codes: [gratitude, |')?.list, 'flow');
    assert.equal(at('annotations:\n  - id: a\n    codes: [|]\n    note: x\n')?.list, 'flow');
  });

  it('an item of a list with dashes', () => {
    assert.deepEqual(at('codes:\n  - i|\n'), {
      path: ['codes'],
      role: 'value',
      word: 'i',
      list: 'block',
      others: [],
    });
    assert.deepEqual(at('entities:\n  - id: a\n    offices:\n      - {title: President, of: rus|}\n')?.path, [
      'entities',
      'offices',
      'of',
    ]);
  });

  it('nothing in comments, texts and prose', () => {
    assert.equal(writing('# a rem|'), undefined);
    assert.equal(writing('definition: Two wo|'), undefined);
    assert.equal(writing('definition: |-\n          some te|xt'.replace('|-', '>-')), undefined);
    assert.equal(at('codes: [a]  # b|'), undefined);
  });

  it('in a file of many items, one item is looked at', () => {
    const item = (i: number): string =>
      `  - id: k${i}\n    codes: [a]\n    target: [{start: 1, end: 2, quote: x}]\n`;
    const items = Array.from({ length: 6000 }, (_, i) => item(i));
    items[3000] = items[3000]!.replace('[a]', '[a, b|]');
    const source = `version: 1\nannotations:\n${items.join('')}`;
    const took = cost(() => assert.deepEqual(at(source, 'annotations')?.others, ['a']));
    assert.ok(took < 1000, `${took} ms`);
  });
});
