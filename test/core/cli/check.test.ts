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
});
