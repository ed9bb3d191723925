import assert from 'node:assert/strict';
import { version } from '../../../package.json';
import { commands } from '../../../src/cli/commands';
import { CommandError } from '../../../src/cli/io';
import { action, run, type Register } from '../../../src/cli/program';
import { testIo } from './testIo';

const registerCount: Register = (program, io) => {
  program
    .command('count')
    .argument('<file...>')
    .option('--loud')
    .action(
      action(program, async (files: string[], options: { loud?: boolean }) => {
        if (files.includes('missing')) throw new CommandError('missing: no such file');
        await io.out(JSON.stringify({ files, loud: options.loud === true }) + '\n');
        return files.length > 2 ? 1 : 0;
      }),
    );
};

describe('pressmark', () => {
  it('gives data on standard output and exits 0', async () => {
    const io = testIo();
    assert.equal(await run(['count', 'a', '--loud'], io, [registerCount]), 0);
    assert.equal(io.stdout, '{"files":["a"],"loud":true}\n');
    assert.equal(io.stderr, '');
  });

  it('exits 1 on findings, 2 on usage and I/O errors, with messages on standard error', async () => {
    assert.equal(await run(['count', 'a', 'b', 'c'], testIo(), [registerCount]), 1);
    for (const args of [[], ['count'], ['nothing'], ['count', 'a', '--odd'], ['count', 'missing']]) {
      const io = testIo();
      assert.equal(await run(args, io, [registerCount]), 2, args.join(' '));
      assert.notEqual(io.stderr, '');
      assert.equal(io.stdout, '');
    }
  });

  it('tells its version and how everything is used', async () => {
    const told = testIo();
    assert.equal(await run(['--version'], told, commands), 0);
    assert.equal(told.stdout, version + '\n');
    const help = testIo();
    assert.equal(await run(['--help'], help, [registerCount]), 0);
    assert.match(help.stdout, /Usage: pressmark[^]*count/);
    const one = testIo();
    assert.equal(await run(['count', '--help'], one, [registerCount]), 0);
    assert.match(one.stdout, /--loud/);
  });
});
