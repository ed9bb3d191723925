import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../../src/cli/commands';
import { linesOf } from '../../../src/cli/lines';
import { run } from '../../../src/cli/program';
import { testIo } from './testIo';

const gazetteer = `version: 1
entities:
  - {id: zembla, type: place, name: Zembla, wikidata: Q1234567, demonyms: [Zemblan]}
  - {id: xavier, type: person, name: Charles Xavier, family: Xavier}
`;

function folder(files: Readonly<Record<string, string>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'pressmark-'));
  for (const [name, content] of Object.entries({ 'entities.yaml': gazetteer, ...files }))
    writeFileSync(join(path, name), content);
  return path;
}

async function output(
  args: readonly string[],
  cwd: string,
  stdin = '',
): Promise<{ code: number; lines: unknown[]; stderr: string }> {
  const io = testIo(cwd, stdin);
  const code = await run([...args, '--no-builtin'], io, commands);
  return {
    code,
    lines: io.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown),
    stderr: io.stderr,
  };
}

describe('pressmark mentions', () => {
  it('writes one JSON line a file, with offsets in code points of the text without BOM, line ends as LF', async () => {
    const cwd = folder({
      'a.txt': '\ufeffIn 😀 it rained\r\nwhen President Xavier of Zembla met Charles Xavier.',
    });
    const { code, lines } = await output(['mentions', 'a.txt'], cwd);
    assert.equal(code, 0);
    const [{ file, mentions }] = lines as [{ file: string; mentions: Record<string, unknown>[] }];
    assert.equal(file, 'a.txt');
    assert.deepEqual(mentions[0], {
      start: 20,
      end: 29,
      text: 'President',
      type: 'role',
      nested: false,
      holder: 'xavier',
      certain: false,
    });
    assert.deepEqual(
      mentions.map(({ text, start }) => [text, start]),
      [
        ['President', 20],
        ['Xavier', 30],
        ['Zembla', 40],
        ['Charles Xavier', 51],
      ],
    );
    assert.equal(mentions[2]!['wikidata'], 'Q1234567');
  });

  it('counts in UTF-16 or bytes when asked', async () => {
    const cwd = folder({ 'a.txt': '😀 é Zembla' });
    const start = async (unit: string): Promise<number | undefined> => {
      const { lines } = await output(['mentions', 'a.txt', '--offsets', unit], cwd);
      return (lines as { mentions: { start: number }[] }[])[0]?.mentions[0]?.start;
    };
    assert.deepEqual([await start('codepoints'), await start('utf16'), await start('bytes')], [4, 5, 8]);
    assert.equal((await output(['mentions', 'a.txt', '--offsets', 'inches'], cwd)).code, 2);
  });

  it('tells what a nested mention stands in', async () => {
    const { lines } = await output(['mentions', '-'], folder(), 'the Zemblan Foreign Minister arrived');
    const [{ mentions }] = lines as [{ mentions: Record<string, unknown>[] }];
    assert.deepEqual(mentions[1], {
      start: 4,
      end: 11,
      text: 'Zemblan',
      type: 'place',
      entity: 'zembla',
      wikidata: 'Q1234567',
      nested: true,
      parent: [4, 28],
      form: 'demonym',
      certain: true,
    });
  });

  it('with --jsonl answers every line with a line, and exits 1 if one could not be read', async () => {
    const stdin = '{"id":1,"text":"In Zembla."}\n\nnonsense\n{"id":"b","text":"Zembla"}';
    const { code, lines } = await output(['mentions', '--jsonl'], folder(), stdin);
    assert.equal(code, 1);
    const answers = lines as { id: unknown; mentions?: { start: number }[]; error?: string }[];
    assert.deepEqual(
      answers.map(({ id, mentions }) => [id, mentions?.[0]?.start]),
      [
        [1, 3],
        [null, undefined],
        ['b', 0],
      ],
    );
    assert.match(answers[1]?.error ?? '', /JSON/);
  });

  it('exits 2 when none is named', async () => {
    assert.equal((await output(['mentions'], folder())).code, 2);
  });

  it('tells of a file that can’t be read, goes on with the others, and exits 2', async () => {
    const cwd = folder({ 'a.txt': 'In Zembla.', 'b.txt': 'a\0b' });
    for (const command of ['mentions', 'outline']) {
      const io = testIo(cwd);
      assert.equal(await run([command, 'missing.txt', '.', 'b.txt', 'a.txt'], io, commands), 2);
      assert.match(io.stdout, /^\{"file":"a.txt",.*\}\n$/);
      assert.deepEqual(io.stderr.trim().split('\n'), [
        'pressmark: missing.txt: no such file or folder',
        'pressmark: .: a folder, not a file',
        'pressmark: b.txt: not a text file',
      ]);
    }
  });

  it('tells where a gazetteer or pressmark.yaml is wrong', async () => {
    const cwd = folder({
      'a.txt': 'In Zembla.',
      'entities.yaml': 'version: 1\nentities:\n  - {id: Bad Id, type: place, name: Nowhere}\n',
      'pressmark.yaml': 'version: 1\nreleases: 7\n',
    });
    const { code, stderr } = await output(['mentions', 'a.txt'], cwd);
    assert.equal(code, 0);
    assert.match(stderr, /pressmark\.yaml:2:11: ./);
    assert.match(stderr, /entities\.yaml:3:\d+: ./);
  });
});

describe('linesOf', () => {
  it('cuts a stream at line ends, wherever its chunks and characters are cut', async () => {
    const bytes = new TextEncoder().encode('añ\n\nb😀c\nlast');
    for (const size of [1, 2, 3, 5, 100]) {
      const chunks = async function* (): AsyncGenerator<Uint8Array> {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      };
      const lines: string[] = [];
      for await (const line of linesOf(chunks())) lines.push(line);
      assert.deepEqual(lines, ['añ', '', 'b😀c', 'last']);
    }
  });
});

describe('pressmark outline', () => {
  it('writes the layout of each file', async () => {
    const cwd = folder({ 'a.txt': 'Xavier Visits Onhava\n\nOnhava, May 5 (ZNA) -- Charles Xavier came.' });
    const io = testIo(cwd);
    assert.equal(await run(['outline', 'a.txt', '--json'], io, commands), 0);
    const outline = JSON.parse(io.stdout) as {
      file: string;
      headline: string;
      regions: { type: string; start: number; end: number }[];
    };
    assert.equal(outline.headline, 'Xavier Visits Onhava');
    assert.deepEqual(outline.regions[0], { type: 'headline', start: 0, end: 20 });
    assert.ok(outline.regions.some(({ type }) => type === 'dateline'));
  });
});

describe('pressmark evaluate', () => {
  const gold = `version: 1
file: a.txt
set: development
mentions:
  - {start: 0, end: 14, type: person, entity: xavier, level: core}
  - {start: 22, end: 28, type: place, entity: zembla, level: core}
  - {start: 32, end: 36, type: date, level: optional}
  - {start: 40, end: 46, type: event, level: core}
`;

  it('counts strictly, leaves optional mentions out, and compares links', async () => {
    const cwd = folder({
      'a.txt': 'Charles Xavier toured Zembla in 2021 – Gzornic Week, Zembla',
      'a.gold.yaml': gold,
    });
    const { code, lines } = await output(['evaluate', '--gold', '.'], cwd);
    assert.equal(code, 0);
    const [{ files, all, links }] = lines as [
      {
        files: number;
        all: { types: Record<string, { right: number; wrong: number; missed: number }> };
        links: object;
      },
    ];
    const counts = (type: string): number[] => [
      all.types[type]!.right,
      all.types[type]!.wrong,
      all.types[type]!.missed,
    ];
    assert.equal(files, 1);
    assert.deepEqual(counts('person'), [1, 0, 0]);
    assert.deepEqual(counts('place'), [1, 1, 0]);
    assert.deepEqual(counts('event'), [0, 0, 1]);
    assert.equal(all.types['date'], undefined);
    assert.deepEqual(links, { right: 2, wrong: 0 });
  });

  it('takes the links of sidecars as gold, with the types of the gazetteer', async () => {
    const cwd = folder({
      'a.txt': 'Charles Xavier toured Zembla – with Conmal, of Zembla',
      'a.txt.annotations.yaml': `version: 1
release: a.txt
annotations:
  - id: aaaaaaa1
    entity: xavier
    target: [{start: 0, end: 14, quote: Charles Xavier}]
  - id: aaaaaaa2
    entity: zembla
    target: [{start: 22, end: 28, quote: Zembla, prefix: "toured "}]
  - id: aaaaaaa3
    codes: [travel]
    target: [{start: 15, end: 21, quote: toured}]
`,
    });
    const { code, lines } = await output(['evaluate', '--gold', '.'], cwd);
    assert.equal(code, 0);
    const [{ files, all, links }] = lines as [
      { files: number; all: { types: Record<string, { right: number; wrong: number }> }; links: object },
    ];
    assert.equal(files, 1);
    assert.equal(all.types['person']!.right, 1);
    assert.deepEqual([all.types['place']!.right, all.types['place']!.wrong], [1, 1]);
    assert.deepEqual(links, { right: 2, wrong: 0 });
  });

  it('takes one set when asked, and exits 2 where there is nothing to compare', async () => {
    const cwd = folder({ 'a.txt': 'Charles Xavier', 'a.gold.yaml': gold });
    assert.equal((await output(['evaluate', '--gold', '.', '--set', 'development'], cwd)).code, 0);
    assert.equal((await output(['evaluate', '--gold', '.', '--set', 'final'], cwd)).code, 2);
  });
});
