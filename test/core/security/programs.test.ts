import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printable } from '../../../src/cli/printable';
import { fingerprint } from '../../../src/core/annotation/fingerprint';
import { committedText } from '../../../src/node/git';

describe('Programs', () => {
  it('that a repository’s settings name for signatures and changes are not run', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = mkdtempSync(join(tmpdir(), 'pressmark-git-'));
    try {
      const git = (args: readonly string[], input?: string): string =>
        execFileSync('git', args, {
          cwd: folder,
          encoding: 'utf8',
          ...(input !== undefined && { input }),
        }).trim();
      const program = join(folder, 'program.sh');
      writeFileSync(program, `#!/bin/sh\necho "$@" >> ${join(folder, 'was-run')}\nexit 1\n`);
      chmodSync(program, 0o755);
      git(['init', '-q']);
      writeFileSync(join(folder, 'a.txt'), 'First.\n');
      git(['add', 'a.txt']);
      const tree = git(['write-tree']);
      const person = 'Ana <ana@example.org> 1700000000 +0000';
      const signature = ['-----BEGIN PGP SIGNATURE-----', '', 'aGk=', '-----END PGP SIGNATURE-----'].join(
        '\n ',
      );
      const commit = git(
        ['hash-object', '-t', 'commit', '-w', '--stdin'],
        `tree ${tree}\nauthor ${person}\ncommitter ${person}\ngpgsig ${signature}\n\none\n`,
      );
      git(['reset', '-q', commit]);
      for (const [key, value] of [
        ['log.showSignature', 'true'],
        ['gpg.program', program],
        ['core.fsmonitor', program],
      ] as const) {
        git(['config', key, value]);
      }
      assert.equal(await committedText(join(folder, 'a.txt'), fingerprint('First.\n')), 'First.\n');
      assert(!existsSync(join(folder, 'was-run')), 'a program of the repository was run');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('(a terminal) get no control sequences from texts', () => {
    assert.equal(
      printable('a\u001b]0;title\u0007b\r\u009b2Jc\n\td'),
      'a\u{fffd}]0;title\u{fffd}b\u{fffd}\u{fffd}2Jc\n\td',
    );
  });

  it('of packages are not run on installing what Pressmark is made of', () => {
    const lock = JSON.parse(readFileSync(join(__dirname, '../../../package-lock.json'), 'utf8')) as {
      packages: Record<
        string,
        { dev?: true; devOptional?: true; hasInstallScript?: true; integrity?: string }
      >;
    };
    const shipped = Object.entries(lock.packages).filter(
      ([path, { dev, devOptional }]) => path !== '' && dev !== true && devOptional !== true,
    );
    assert(shipped.length > 10);
    for (const [path, { hasInstallScript, integrity }] of shipped) {
      assert.equal(hasInstallScript, undefined, `${path} has an install script`);
      assert.match(integrity ?? '', /^sha512-/, `${path} has no checksum`);
    }
  });
});
