import assert from 'node:assert/strict';
import { editSidecar, readSidecar } from '../../../src/core/annotation/sidecar';
import { readCodebook } from '../../../src/core/annotation/codebookFile';
import { readProject } from '../../../src/core/corpus/project';
import { readGazetteer } from '../../../src/core/recognition/gazetteerFile';

const head = 'version: 1\nrelease: a.txt\nannotations:\n';
const good = '  - id: aaaaaaaa\n    target: [{start: 1, end: 2, quote: x}]\n';
const repeat = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length));
const megabytes = 10_000_000;

const hostile: Readonly<Record<string, string>> = {
  'an alias bomb': `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
    .split('')
    .map(
      (name, i) =>
        `${name}: &${name} [${Array(9)
          .fill('*' + 'abcdefghi'[i])
          .join(',')}]`,
    )
    .join('\n')}\n${head}${good}`,
  'an alias bomb in an annotation': `${head}${good}  - &a {b: &b [*a, *a, *b]}\n`,
  'a circle': `${head}  - &a\n    id: bbbbbbbb\n    target: *a\n`,
  '`__proto__` keys': `__proto__: {polluted: 1}\n${head}  - __proto__: {polluted: 1}\n    id: aaaaaaaa\n    constructor: {prototype: {polluted: 1}}\n    target: [{start: 1, end: 2, quote: x, __proto__: {polluted: 1}}]\n`,
  'a huge scalar': `${head}${good}  - id: bbbbbbbb\n    note: "${repeat('x', megabytes)}"\n    target: [{start: 1, end: 2, quote: x}]\n`,
  'a huge plain scalar of colons': `${head}  - id: ${repeat('a:', megabytes)}\n`,
  'a huge literal': `${head}${good}  - id: bbbbbbbb\n    note: |\n${repeat('      line\n', megabytes)}    target: []\n`,
  'only tabs': repeat('\t', megabytes),
  'tabs for indent': head + good.replaceAll('    ', '\t'),
  'only brackets': repeat('[', megabytes),
  'brackets in an annotation': `${head}${good}  - ${repeat('[', 2_000_000)}\n`,
  'only dashes': repeat('- ', megabytes),
  'a staircase': Array.from({ length: 4000 }, (_, i) => ' '.repeat(i) + 'a:').join('\n'),
  'only braces': repeat('{', megabytes),
  'only questions': repeat('? ', 200_000),
  'only quotes': repeat('"\n', 1_000_000),
  'only comments': repeat('# no\n', megabytes),
  'only commas': `[${repeat(',', 300_000)}]`,
  'only empty keys': repeat(': \n', 150_000),
  'many documents': repeat('---\n', megabytes),
  binary: Array.from({ length: 500_000 }, (_, i) => String.fromCharCode((i * 7919) % 65536)).join(''),
  'null characters': head + good + '\0'.repeat(100_000),
  'a tag': `${head}  - !!js/function "x"\n  - id: !!binary aaaaaaaa\n    target: []\n${good}`,
  '20,000 wrong annotations': head + '  - nonsense\n'.repeat(20_000),
  '10,000 annotations of one id': head + good.repeat(10_000),
};

describe('A hostile file', () => {
  for (const [name, source] of Object.entries(hostile)) {
    it(`(${name}) neither hangs nor crashes any reader`, () => {
      const before = process.cpuUsage();
      const file = readSidecar(source);
      void file.problems.length;
      for (const item of file.items.slice(0, 5))
        if (item.id !== undefined) file.locate(item.id, ['target', 0, 'quote']);
      readCodebook(source);
      readProject(source);
      readGazetteer(source.replace('annotations:', 'entities:'));
      assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
      if (file.writable) assert.ok(editSidecar(source, [{ kind: 'remove', id: 'zzzzzzzz' }]) === source);
      const took = process.cpuUsage(before).user / 1000;
      if (took > 5000) console.log(`      ${Math.round(took)} ms`);
      assert.ok(took < 40_000, `${took} ms`);
    });
  }

  it('has keys like any other, `__proto__` too', () => {
    const source = hostile['`__proto__` keys']!;
    const { sidecar, problems, writable } = readSidecar(source);
    assert.deepEqual(problems, []);
    assert.equal(sidecar?.annotations.length, 1);
    assert.equal(writable, true);
    const after = editSidecar(source, [
      { kind: 'put', annotation: { ...sidecar.annotations[0]!, note: 'n' } },
    ]);
    assert.equal(after.split('__proto__').length, source.split('__proto__').length);
  });

  it('costs an annotation its alias is in, not the others, and isn’t written to', () => {
    const source = `base: &b hello\n${head}${good}  - id: bbbbbbbb\n    note: *b\n    target: [{start: 1, end: 2, quote: x}]\n  - id: *nowhere\n    target: []\n`;
    const file = readSidecar(source);
    assert.deepEqual(
      file.sidecar?.annotations.map((one) => [one.id, one.note]),
      [
        ['aaaaaaaa', undefined],
        ['bbbbbbbb', 'hello'],
      ],
    );
    assert.equal(file.writable, false);
    assert.throws(() => editSidecar(source, [{ kind: 'remove', id: 'aaaaaaaa' }]));
  });
});
