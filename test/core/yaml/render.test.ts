import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { renderEntry, renderFlow, renderItem } from '../../../src/core/yaml/render';
import { awkwardText, plainYaml, yamlValue } from './yamlTexts';

describe('Written YAML', () => {
  it('gives any value back', () => {
    fc.assert(
      fc.property(yamlValue, fc.constantFrom<'\n' | '\r\n'>('\n', '\r\n'), (value, eol) => {
        const style = { indent: 4, eol };
        const block = `a:${eol}  - ${renderItem(value, style)}${eol}  - end${eol}`;
        assert.deepEqual(plainYaml(block), { value: { a: [value, 'end'] }, faults: 0 }, block);
        const entry = renderEntry('key', value, { indent: 0, eol }) + eol + 'last: 1';
        assert.deepEqual(plainYaml(entry), { value: { key: value, last: 1 }, faults: 0 }, entry);
        assert.deepEqual(plainYaml(renderFlow(value)), { value, faults: 0 });
      }),
      { numRuns: 3000 },
    );
  });

  it('gives text back to readers of YAML 1.1 too', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const entry = renderEntry('note', text, { indent: 0, eol: '\n' });
        assert.deepEqual(parse(entry, { version: '1.1', logLevel: 'silent' }), { note: text }, entry);
      }),
      { numRuns: 3000 },
    );
  });

  it('shows what can’t be seen', () => {
    assert.equal(renderFlow('a\u00a0b\u200b\u202e'), '"a\\u00a0b\\u200b\\u202e"');
    assert.equal(renderFlow('2024-01-21'), '"2024-01-21"');
    assert.equal(
      renderEntry('release', '2024-01-21-visit.txt', { indent: 0, eol: '\n' }),
      'release: 2024-01-21-visit.txt',
    );
    assert.equal(
      renderEntry('created', '2026-11-21T17:00:00Z', { indent: 0, eol: '\n' }),
      'created: 2026-11-21T17:00:00Z',
    );
  });
});
