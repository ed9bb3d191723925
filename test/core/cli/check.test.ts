import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Log } from 'sarif';
import { editSidecar, newSidecar } from '../../../src/core/annotation/sidecar';
import { rules } from '../../../src/core/annotation/checks/rules';
import { registerCheck } from '../../../src/cli/commands/check';
import { run } from '../../../src/cli/program';
import { testIo, type TestIo } from './testIo';

const passage = (id: string, start: number, quote: string, codes = ['stance']) => ({
  id,
  codes,
  target: [{ start, end: start + quote.length, quote }],
});

describe('pressmark check', () => {
  let folder: string;
  const write = (path: string, text: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const check = async (...args: string[]): Promise<TestIo & { code: number }> => {
    const io = testIo(folder);
    const code = await run(['check', ...args], io, [registerCheck]);
    return Object.assign(io, { code });
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pressmark-check-'));
    write('pressmark.yaml', 'version: 1\nbuiltinGazetteer: false\ncodebook: codebook.yaml\n');
    write('codebook.yaml', 'version: 1\ncodes:\n  - id: stance\n    name: Stance\n');
    write('a b/é.txt', 'The café was full.\n');
    write(
      'a b/é.txt.annotations.yaml',
      editSidecar(newSidecar('é.txt'), [{ kind: 'put', annotation: passage('aaaaaaa1', 4, 'café') }]),
    );
  });
  afterEach(() => rmSync(folder, { recursive: true, maxRetries: 10 }));

  it('finds nothing in a good corpus and exits 0', async () => {
    const { code, stdout, stderr } = await check();
    assert.deepEqual([code, stdout, stderr], [0, '', '0 errors, 0 warnings, 0 remarks\n']);
    assert.deepEqual(JSON.parse((await check('--format', 'json')).stdout), {
      problems: [],
      error: 0,
      warning: 0,
      information: 0,
    });
  });

  const spoil = (): void => {
    write(
      'c.txt.annotations.yaml',
      editSidecar(newSidecar('c.txt'), [{ kind: 'put', annotation: passage('bbbbbbb2', 0, 'x') }]),
    );
    write(
      'a b/é.txt.annotations.yaml',
      editSidecar(newSidecar('é.txt'), [
        { kind: 'put', annotation: passage('aaaaaaa1', 4, 'café', ['stanc']) },
        { kind: 'put', annotation: passage('ddddddd4', 5, 'café') },
      ]),
    );
    write('codebook.yaml', 'version: 1\ncodes:\n  - id: stance\n    name: Stance\n    color: blue\n');
    write(
      'pressmark.yaml',
      'version: 1\nbuiltinGazetteer: false\ngazetteers: [people.yaml]\nrules: {sidecar/overlaps: off}\n',
    );
    write('bin.txt.annotations.yaml', new Uint8Array([0xff, 0xfe, 0x00, 0xd8]));
  };

  it('tells every problem with file, line and rule, and exits 1', async () => {
    spoil();
    const { code, stdout, stderr } = await check();
    assert.equal(code, 1);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => line.replace(/: .*(?= \[)/, ''));
    assert.deepEqual(lines, [
      'pressmark.yaml:3:14 [project/missing-file]',
      'pressmark.yaml:4:9 [project/unknown-rule]',
      'codebook.yaml:5:12 [codebook/format]',
      'a b/é.txt.annotations.yaml:5:13 [sidecar/undefined-code]',
      'a b/é.txt.annotations.yaml:15:16 [sidecar/stale-quote]',
      'bin.txt.annotations.yaml:1:1 [file/unreadable]',
      'c.txt.annotations.yaml:2:10 [sidecar/release-missing]',
    ]);
    assert.match(stderr, /4 errors, 3 warnings, 0 remarks/);
    const json = JSON.parse((await check('--format', 'json')).stdout) as {
      problems: { rule: string; start: number; end: number; fixes: string[] }[];
    };
    assert.equal(json.problems.length, 7);
    assert.deepEqual(json.problems[3]?.fixes, [
      'Use the code `stance`',
      'Add `stanc` to the codebook',
      'Take `stanc` off this annotation',
    ]);
  });

  it('checks a folder, sets levels, and lists its rules', async () => {
    spoil();
    const { stdout } = await check('a b');
    assert.ok(!stdout.includes('c.txt') && stdout.includes('é.txt'));
    write(
      'pressmark.yaml',
      `version: 1\nbuiltinGazetteer: false\nrules:\n${Object.keys(rules)
        .map((rule) => `  ${rule}: off\n`)
        .join('')}`,
    );
    assert.equal((await check()).code, 0);
    write('pressmark.yaml', 'version: 1\nbuiltinGazetteer: false\nsidecars: notes\n');
    write('notes/a b/é.txt.annotations.yaml', 'version: 1\nrelease: é.txt\nannotations: 3\n');
    assert.match((await check('a b')).stdout, /^notes\/a b\/é\.txt\.annotations\.yaml:3:14: error/m);
    assert.equal((await check('--rules')).stdout.trim().split('\n').length, Object.keys(rules).length);
    assert.equal((await check('nowhere')).code, 2);
    assert.equal((await check('--format', 'xml')).code, 2);
  });

  it('ends where links lead in circles', async () => {
    symlinkSync(folder, join(folder, 'a b', 'again'));
    assert.equal((await check()).code, 0);
  });

  it('writes SARIF 2.1.0 with fixes', async () => {
    spoil();
    const log = JSON.parse((await check('--format', 'sarif')).stdout) as Log;
    assert.equal(log.version, '2.1.0');
    const [{ tool, results = [] }] = log.runs as [Log['runs'][0]];
    assert.equal(results.length, 7);
    for (const result of results) {
      assert.equal(tool.driver.rules?.[result.ruleIndex ?? -1]?.id, result.ruleId);
      const { artifactLocation, region } = result.locations?.[0]?.physicalLocation ?? {};
      assert.match(artifactLocation?.uri ?? '', /^[\w%./-]+$/);
      assert.ok((region?.startLine ?? 0) >= 1 && (region?.endColumn ?? 0) >= 1);
    }
    const undefinedCode = results.find((result) => result.ruleId === 'sidecar/undefined-code');
    assert.equal(
      undefinedCode?.locations?.[0]?.physicalLocation?.artifactLocation?.uri,
      'a%20b/%C3%A9.txt.annotations.yaml',
    );
    const [replacement] = undefinedCode?.fixes?.[0]?.artifactChanges[0]?.replacements ?? [];
    assert.deepEqual(replacement, {
      deletedRegion: { startLine: 5, startColumn: 18, endLine: 5, endColumn: 18 },
      insertedContent: { text: 'e' },
    });
  });

  it('tells every rule of sidecars, with its fixes, as text, JSON and SARIF alike', async () => {
    const said = 'Flags \u{1f1f7}\u{1f1fa} flew over the harbour. Both sides agreed to meet again.';
    const release = `Harbour Talks Held\n\nNEWTON, May 4 (ZNA) -- ${said} -0-\n\nRelated news\n\nZNA is the news agency of Zembla.\n`;
    const at = (quote: string, cut = 0): object => {
      const start = [...release.slice(0, release.indexOf(quote))].length;
      return {
        start,
        end: start + [...quote].length - cut,
        quote: [...quote].slice(0, [...quote].length - cut).join(''),
      };
    };
    const files: Record<string, readonly object[] | string> = {
      'sidecar/undefined-code': [{ id: 'aaaaaaa1', codes: ['stanc'], target: [at('harbour')] }],
      'sidecar/unknown-entity': [{ id: 'aaaaaaa1', entity: 'atlantis', target: [at('harbour')] }],
      'sidecar/stale-quote': [
        { id: 'aaaaaaa1', codes: ['stance'], target: [{ start: 3, end: 10, quote: 'harbour' }] },
      ],
      'sidecar/empty-span': [
        { id: 'aaaaaaa1', codes: ['stance'], target: [{ start: 9, end: 9, quote: 'x' }] },
      ],
      'sidecar/split-grapheme': [
        { id: 'aaaaaaa1', codes: ['stance'], target: [at('\u{1f1f7}\u{1f1fa}', 1)] },
      ],
      'sidecar/overlap': [
        { id: 'aaaaaaa1', codes: ['stance'], target: [at('Both sides agreed')] },
        { id: 'bbbbbbb2', codes: ['stance'], target: [at('sides agreed to meet')] },
      ],
      'sidecar/duplicate-id': [
        { id: 'aaaaaaa1', codes: ['stance'], target: [at('harbour')] },
        { id: 'aaaaaaa1', codes: ['stance'], target: [at('meet')] },
      ],
      'sidecar/conflict': [
        { id: 'aaaaaaa1', note: 'a', target: [at('harbour')] },
        { id: 'bbbbbbb2', note: 'b', conflict: 'aaaaaaa1', target: [at('harbour')] },
      ],
      'sidecar/boilerplate': [{ id: 'aaaaaaa1', codes: ['stance'], target: [at('news agency of Zembla')] }],
      'sidecar/release-name': 'version: 1\nrelease: other.txt\nannotations: []\n',
      'sidecar/release-missing': 'version: 1\nrelease: gone.txt\nannotations: []\n',
      'sidecar/newer-version': 'version: 9\nannotations: []\n',
      'sidecar/merge-markers': 'version: 1\n<<<<<<< a\n=======\n>>>>>>> b\nannotations: []\n',
      'sidecar/syntax': 'version: 1\nannotations: [\n',
      'sidecar/format': 'version: 1\nannotations: 3\n',
    };
    rmSync(join(folder, 'a b'), { recursive: true });
    for (const [rule, content] of Object.entries(files)) {
      const name = `${rule.slice(8)}.txt`;
      if (rule !== 'sidecar/release-missing') write(name, release);
      const text =
        typeof content === 'string'
          ? content
          : `version: 1\nrelease: ${name}\nannotations: ${JSON.stringify(content)}\n`;
      write(`${name}.annotations.yaml`, text);
    }
    const rulesOfSidecars = Object.keys(rules).filter((rule) => rule.startsWith('sidecar/'));
    assert.deepEqual(Object.keys(files).sort(), rulesOfSidecars.sort());
    const expected = rulesOfSidecars.map((rule) => `${rule.slice(8)}.txt.annotations.yaml ${rule}`).sort();

    const lines = (await check()).stdout.trim().split('\n');
    assert.deepEqual(lines.map((line) => line.replace(/:\d+:\d+: .*\[(.*)\]$/, ' $1')).sort(), expected);

    const { problems } = JSON.parse((await check('--format', 'json')).stdout) as {
      problems: { file: string; rule: string; fixes: string[] }[];
    };
    assert.deepEqual(problems.map(({ file, rule }) => `${file} ${rule}`).sort(), expected);
    const fixes = Object.fromEntries(problems.map((problem) => [problem.rule.slice(8), problem.fixes]));
    assert.match(fixes['duplicate-id']?.join() ?? '', /^Give it the id [a-z0-9]{8}$/);
    assert.deepEqual(
      { ...fixes, 'duplicate-id': [] },
      {
        'undefined-code': [
          'Use the code `stance`',
          'Add `stanc` to the codebook',
          'Take `stanc` off this annotation',
        ],
        'unknown-entity': ['Take the link away'],
        'stale-quote': [
          'Move it to “harbour” in line 3',
          'Keep it for its quote, without a place',
          'Delete this annotation',
        ],
        'empty-span': ['Delete this annotation'],
        'split-grapheme': ['Widen it to whole characters'],
        overlap: ['Join the two into one annotation', 'Take `stance` off this annotation'],
        'duplicate-id': [],
        conflict: ['Keep this version', 'Keep the other version', 'Keep both'],
        'merge-markers': ['Merge both sides by id'],
        'release-name': ['Write `release: release-name.txt`'],
        // To a person only: whether the words say something, where the release went, what was meant.
        boilerplate: [],
        'release-missing': [],
        'newer-version': [],
        syntax: [],
        format: [],
      },
    );

    const log = JSON.parse((await check('--format', 'sarif')).stdout) as Log;
    const results = log.runs[0]?.results ?? [];
    const uriOf = (result: (typeof results)[0]): string =>
      result.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
    assert.deepEqual(results.map((result) => `${uriOf(result)} ${result.ruleId}`).sort(), expected);
  });
});
