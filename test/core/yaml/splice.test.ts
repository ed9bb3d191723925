import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isMap } from 'yaml';
import { parseYaml } from '../../../src/core/yaml/parse';
import { renderEntry } from '../../../src/core/yaml/render';
import { applySplices } from '../../../src/core/yaml/splice';
import { NotInPlace, spliceValue } from '../../../src/core/yaml/spliceValue';
import { withKey, type YamlMap, type YamlValue } from '../../../src/core/yaml/value';
import { plainYaml, yamlValue } from './yamlTexts';

const file = (value: YamlMap, comments: boolean): string =>
  Object.entries(value)
    .map(
      ([key, child], i) =>
        (comments ? `# about ${i}\n` : '') + renderEntry(key, child, { indent: 0, eol: '\n' }),
    )
    .join('\n') + '\n';

function spliced(source: string, after: YamlValue): string {
  const { root } = parseYaml(source, 'test');
  assert.ok(isMap(root));
  return applySplices(source, spliceValue(source, root, after));
}

describe('A value changed in its source', () => {
  const map = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), yamlValue, {
    minKeys: 1,
    noNullPrototype: true,
  });

  it('is what was asked for, wherever it can be done in place', () => {
    let done = 0;
    let refused = 0;
    fc.assert(
      fc.property(map, map, fc.boolean(), (before, after, comments) => {
        const source = file(before, comments);
        let result: string;
        try {
          result = spliced(source, after);
        } catch (error) {
          if (!(error instanceof NotInPlace)) throw error;
          refused++;
          return;
        }
        const read = plainYaml(result);
        assert.deepEqual(read, { value: after, faults: 0 }, `${source}\n→\n${result}`);
        done++;
      }),
      { numRuns: 4000 },
    );
    console.log(`      ${done} in place, ${refused} refused`);
    assert.ok(done > refused * 5);
  });

  it('leaves every line of other keys, comments included', () => {
    fc.assert(
      fc.property(map, yamlValue, (before, value) => {
        const source = file(before, true);
        const [key = 'a'] = Object.keys(before);
        const others = file(withKey(before, key, undefined), false);
        const result = spliced(source, { ...before, [key]: value });
        for (const line of others.split('\n')) assert.ok(result.includes(line), `${source}\n→\n${result}`);
        assert.equal(result.split('# about').length, source.split('# about').length);
      }),
      { numRuns: 1500 },
    );
  });

  it('loses its first keys, however many, where it begins within a line', () => {
    assert.equal(
      spliced('a:\n  - b: 1\n    c: 2\n    d: 3 # kept\n', { a: [{ d: 3 }] }),
      'a:\n  - d: 3 # kept\n',
    );
    assert.equal(spliced('a: {b: 1, c: 2, d: 3} # kept\n', { a: { d: 3 } }), 'a: {d: 3} # kept\n');
  });

  it('keeps the quoting of text that is quoted', () => {
    assert.equal(
      spliced(`a: "x" # c\nb: 'y'\nc: {d: 'it''s'}\n`, { a: 'z', b: "o'k", c: { d: 'no' } }),
      `a: "z" # c\nb: 'o''k'\nc: {d: 'no'}\n`,
    );
  });
});
