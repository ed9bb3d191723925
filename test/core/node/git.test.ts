import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprint } from '../../../src/core/annotation/fingerprint';
import { committedText, gitUserName } from '../../../src/node/git';

describe('git', () => {
  let folder: string;
  const run = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.email=ana@example.org', ...args], { cwd: folder, stdio: 'ignore' });
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'pressmark-git-'));
    run('init');
    run('config', 'user.name', 'Ana');
    mkdirSync(join(folder, 'releases'));
    writeFileSync(join(folder, 'releases', 'a.txt'), 'First version.\n');
    run('add', '.');
    run('commit', '-m', 'one');
    writeFileSync(join(folder, 'releases', 'a.txt'), '\ufeffSecond version.\r\n');
    run('commit', '-am', 'two');
    renameSync(join(folder, 'releases', 'a.txt'), join(folder, 'releases', 'b.txt'));
    run('add', '-A');
    run('commit', '-m', 'three');
    writeFileSync(join(folder, 'releases', 'b.txt'), 'Third version.\n');
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('says who the author is', async () => {
    assert.equal(await gitUserName(folder), 'Ana');
  });

  it('finds the committed text with a fingerprint, through renames, whatever its line ends', async () => {
    const file = join(folder, 'releases', 'b.txt');
    assert.equal(await committedText(file, fingerprint('First version.\n')), 'First version.\n');
    assert.equal(await committedText(file, fingerprint('Second version.\n')), 'Second version.\r\n');
  });

  it('finds nothing for a text that was never committed, nor outside a repository', async () => {
    assert.equal(
      await committedText(join(folder, 'releases', 'b.txt'), fingerprint('Third version.\n')),
      undefined,
    );
    const outside = mkdtempSync(join(tmpdir(), 'pressmark-nogit-'));
    try {
      assert.equal(await committedText(join(outside, 'a.txt'), fingerprint('x')), undefined);
    } finally {
      rmSync(outside, { recursive: true });
    }
  });
});
