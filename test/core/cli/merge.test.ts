import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { editSidecar, newSidecar, readSidecar } from '../../../src/core/annotation/sidecar';
import { resolveMergeMarkers } from '../../../src/core/annotation/mergeMarkers';
import { registerMerge } from '../../../src/cli/commands/merge';
import { run } from '../../../src/cli/program';
import { testIo } from './testIo';

const passage = (id: string, start: number, more: Partial<Annotation> = {}): Annotation => ({
  id,
  codes: ['stance'],
  target: [{ start, end: start + 9, quote: `passage ${id}`, prefix: 'before ', suffix: ' after' }],
  author: 'ana',
  ...more,
});
const put = (source: string, ...list: Annotation[]): string =>
  editSidecar(
    source,
    list.map((annotation) => ({ kind: 'put', annotation })),
  );
const base = put(
  newSidecar('visit.txt', { length: 900, sha256: 'ab'.repeat(32) }),
  passage('aaaaaaa1', 10),
  passage('bbbbbbb2', 200, { note: 'old' }),
  passage('ccccccc3', 400),
);

describe('pressmark merge', () => {
  let folder: string;
  const file = (name: string, text?: string): string => {
    const path = join(folder, name);
    if (text !== undefined) writeFileSync(path, text);
    return path;
  };
  const ids = (path: string): string[] =>
    readSidecar(readFileSync(path, 'utf8')).items.map((item) => item.id ?? '');

  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'pressmark-merge-'))));
  afterEach(() => rmSync(folder, { recursive: true, maxRetries: 10 }));

  it('writes the merge to OURS and exits 0', async () => {
    file('base', base);
    const ours = file('ours', put(base, passage('ddddddd4', 201)));
    file('theirs', put(base, passage('eeeeeee5', 201)));
    const io = testIo(folder);
    assert.equal(await run(['merge', 'base', 'ours', 'theirs'], io, [registerMerge]), 0);
    assert.deepEqual(JSON.parse(io.stdout), { file: 'ours', annotations: 5, conflicts: [] });
    assert.deepEqual(ids(ours), ['aaaaaaa1', 'bbbbbbb2', 'ddddddd4', 'eeeeeee5', 'ccccccc3']);
  });

  it('exits 1 on conflicts, both versions kept and told of', async () => {
    file('base', base);
    const ours = file('ours', put(base, passage('bbbbbbb2', 200, { note: 'one' })));
    file('theirs', put(base, passage('bbbbbbb2', 200, { note: 'two' })));
    const io = testIo(folder);
    assert.equal(
      await run(['merge', '--path', 'visit.txt.annotations.yaml', 'base', 'ours', 'theirs'], io, [
        registerMerge,
      ]),
      1,
    );
    assert.match(
      io.stderr,
      /^visit\.txt\.annotations\.yaml: both sides changed `note` of annotation bbbbbbb2/,
    );
    assert.equal(ids(ours).length, 4);
  });

  it('exits 2 and leaves OURS alone when a side can’t be read', async () => {
    file('base', base);
    const ours = file('ours', base + '\t:');
    file('theirs', put(base, passage('eeeeeee5', 201)));
    const io = testIo(folder);
    assert.equal(await run(['merge', 'base', 'ours', 'theirs'], io, [registerMerge]), 2);
    assert.match(io.stderr, /\(ours\) \d+:\d+: /);
    assert.equal(readFileSync(ours, 'utf8'), base + '\t:');
    assert.equal(await run(['merge', 'base', 'ours', 'nowhere'], testIo(folder), [registerMerge]), 2);
  });

  describe('as merge driver of a git repository', () => {
    const sidecar = 'visit.txt.annotations.yaml';
    const git = (...args: string[]): string =>
      execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const commit = (message: string, text: string): void => {
      file(sidecar, text);
      git('add', '-A');
      git('commit', '-qm', message);
    };
    const branches = (ours: string, theirs: string): void => {
      git('checkout', '-q', '-b', 'ben');
      commit('Ben', theirs);
      git('checkout', '-q', 'main');
      commit('Ana', ours);
    };

    beforeEach(() => {
      git('init', '-q', '-b', 'main');
      git('config', 'user.name', 'Ana');
      git('config', 'user.email', 'ana@example.org');
      const bundle = file('../pressmark-merge-driver.cjs');
      buildSync({
        entryPoints: [join(__dirname, '../../../src/cli/pressmark.ts')],
        outfile: bundle,
        bundle: true,
        platform: 'node',
        logLevel: 'error',
        loader: { '.yaml': 'text' },
      });
      chmodSync(bundle, 0o755);
      git('config', 'merge.pressmark.driver', `${process.execPath} ${bundle} merge --path %P %O %A %B`);
      file('.gitattributes', '*.annotations.yaml merge=pressmark\n');
      commit('Begin', base);
    });

    it('merges two annotators’ branches with overlapping work', () => {
      // Ana and Ben tag at the same places, code one passage differently, and each delete something.
      const ana = editSidecar(
        put(
          base,
          passage('ddddddd4', 201),
          passage('fffffff6', 205),
          passage('aaaaaaa1', 10, { codes: ['stance', 'praise'] }),
        ),
        [{ kind: 'remove', id: 'ccccccc3' }],
      );
      const ben = put(
        base,
        passage('eeeeeee5', 201, { author: 'ben' }),
        passage('aaaaaaa1', 10, { codes: ['stance', 'threat'], note: 'see June' }),
      );
      branches(ana, ben);
      git('merge', '-q', '--no-edit', 'ben');
      const { sidecar: merged, problems } = readSidecar(readFileSync(join(folder, sidecar), 'utf8'));
      assert.deepEqual(problems, []);
      assert.deepEqual(
        merged?.annotations.map((one) => one.id),
        ['aaaaaaa1', 'bbbbbbb2', 'ddddddd4', 'eeeeeee5', 'fffffff6'],
      );
      assert.deepEqual(merged.annotations[0]?.codes, ['stance', 'praise', 'threat']);
      assert.equal(merged.annotations[0]?.note, 'see June');
      assert.equal(git('status', '--porcelain'), '');
      const [ours, theirs] = [git('show', `main^1:${sidecar}`), git('show', `ben:${sidecar}`)];
      const known = new Set((ours + theirs).split('\n'));
      const lines = readFileSync(join(folder, sidecar), 'utf8').split('\n');
      assert.deepEqual(
        lines.filter((line) => !known.has(line)),
        ['    codes: [stance, praise, threat]'],
        'every other line is one side’s own',
      );
    });

    it('stops at a conflict, with both versions in the file', () => {
      branches(
        put(base, passage('bbbbbbb2', 200, { note: 'ana’s' })),
        put(base, passage('bbbbbbb2', 200, { note: 'ben’s' })),
      );
      assert.throws(() => git('merge', '-q', '--no-edit', 'ben'));
      const notes = readSidecar(readFileSync(join(folder, sidecar), 'utf8')).sidecar?.annotations.map(
        (one) => one.note,
      );
      assert.ok(notes?.includes('ana’s') && notes.includes('ben’s'));
      assert.match(git('status', '--porcelain'), /^UU /);
    });

    it('is not needed where lines don’t touch; and the markers git leaves elsewhere are resolved', () => {
      file('.gitattributes', '');
      git('commit', '-aqm', 'No driver');
      branches(put(base, passage('ddddddd4', 100)), put(base, passage('eeeeeee5', 300)));
      git('merge', '-q', '--no-edit', 'ben');
      assert.deepEqual(ids(join(folder, sidecar)), [
        'aaaaaaa1',
        'ddddddd4',
        'bbbbbbb2',
        'eeeeeee5',
        'ccccccc3',
      ]);

      const now = readFileSync(join(folder, sidecar), 'utf8');
      git('checkout', '-q', '-b', 'cleo');
      commit('Cleo', put(now, passage('fffffff6', 450)));
      git('checkout', '-q', 'main');
      commit('Ana', put(now, passage('ggggggg7', 451)));
      assert.throws(() => git('merge', '-q', '--no-edit', 'cleo'));
      const marked = readFileSync(join(folder, sidecar), 'utf8');
      assert.match(marked, /^<<<<<<< /m);
      const { source, conflicts } = resolveMergeMarkers(marked, git('show', `:1:${sidecar}`));
      assert.deepEqual(conflicts, []);
      assert.equal(readSidecar(source!).items.length, 7);
    });
  });
});
