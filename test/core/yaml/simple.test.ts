import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renderValue } from '../../../src/core/yaml/render';
import { readSimple } from '../../../src/core/yaml/simple';
import { damaged, plainYaml, yamlValue } from './yamlTexts';

const item = `  - id: k7m2qp4d
    codes: [gratitude, "solidarity"]   # both
  # in between
    target:
      - start: 3412
        end: 3611
        quote: The Russian side (as “agreed”) thanks
        prefix: "fair order.\\n\\n"
      - {start: 1, end: 2, quote: Alexandr Nobak, office: [{of: 'x'}]}

    note: it's # so
    created: 2026-11-21T17:00:00Z
`;

const agrees = (text: string): boolean => {
  const simple = readSimple(text);
  if (simple === undefined) return false;
  const plain = plainYaml(text);
  assert.ok(plain, `yaml can’t read ${JSON.stringify(text)}`);
  assert.equal(plain.faults, 0);
  assert.deepEqual(simple, plain.value, JSON.stringify(text));
  return true;
};

describe('The fast reader', () => {
  it('reads what Pressmark writes', () => {
    assert.ok(agrees(item));
    assert.ok(agrees(item.replaceAll('\n', '\r\n')));
    assert.ok(agrees('- {id: a, type: person, name: José,\n   aliases: [A, B]}\n'));
  });

  it('reads brackets as programs write them, without a space behind a comma', () => {
    assert.ok(agrees('- {id: a,type: person,aliases: ["A","B",C,1]}\n'));
  });

  it('agrees with `yaml` on everything it reads, and leaves the rest to it', () => {
    let read = 0;
    let all = 0;
    const rendered = yamlValue.map(
      (value) => renderValue([value], { indent: 2, eol: '\n' }).replace(/^\n/, '') + '\n',
    );
    const texts = fc.oneof(
      damaged(fc.constant(item)),
      damaged(rendered),
      damaged(fc.oneof(fc.constant(item), rendered).map((text) => text.replaceAll(', ', ','))),
      damaged(fc.constant(item.replaceAll('\n', '\r\n'))),
    );
    fc.assert(
      fc.property(texts, (text) => {
        all++;
        if (agrees(text)) read++;
      }),
      { numRuns: 6000 },
    );
    console.log(`      ${read} of ${all} damaged texts read fast, each as \`yaml\` reads it`);
    assert.ok(read > all / 10);
  });
});
