import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { editSidecar, newSidecar, readSidecar } from '../../../src/core/annotation/sidecar';
import { nodeSidecarStore } from '../../../src/node/sidecarStore';

const asRoot = process.getuid?.() === 0;
const passage = (id: string, start = 5) => ({
  id,
  codes: ['stance'],
  target: [{ start, end: start + 3, quote: `q ${id}` }],
});

describe('Sidecars on a real disk', () => {
  let folder: string;
  let path: string;
  let recovery: string;
  let tagger: string;

  before(() => {
    const bundles = mkdtempSync(join(tmpdir(), 'pressmark-test-'));
    chmodSync(bundles, 0o755);
    tagger = join(bundles, 'tagger.cjs');
    buildSync({
      entryPoints: [join(__dirname, 'tagger.ts')],
      outfile: tagger,
      bundle: true,
      platform: 'node',
      logLevel: 'error',
    });
  });

  after(() => rmSync(join(tagger, '..'), { recursive: true, maxRetries: 10 }));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pressmark-test-'));
    path = join(folder, 'a.txt.annotations.yaml');
    recovery = join(folder, 'recovery');
  });

  afterEach(() => {
    chmodSync(folder, 0o755);
    rmSync(folder, { recursive: true, maxRetries: 10 });
  });

  const start = (
    name: string,
    count: number,
    as: { uid?: number; gid?: number } = {},
  ): { child: ChildProcess; made: string[]; ready: Promise<void>; ended: Promise<unknown> } => {
    const child = spawn(process.execPath, [tagger, path, recovery, name, String(count)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      ...as,
    });
    const made: string[] = [];
    let rest = '';
    const ready = new Promise<void>((resolve) => {
      child.stdout.on('data', (data: Buffer) => {
        const lines = (rest + data.toString()).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          if (line === 'ready') resolve();
          else made.push(line);
        }
      });
    });
    return { child, made, ready, ended: once(child, 'close') };
  };

  const recoverAll = async (): Promise<number> => {
    const store = nodeSidecarStore(recovery);
    const records = await store.recoveries();
    for (const { name } of records) await store.recover(name);
    assert.deepEqual(await store.recoveries(), []);
    return records.length;
  };

  const idsOnDisk = (): string[] => {
    const file = readSidecar(existsSync(path) ? readFileSync(path, 'utf8') : newSidecar('a.txt'));
    assert.deepEqual(file.problems, []);
    return file.items.map((item) => item.id ?? '');
  };

  it('survive kill -9 at any moment of any write', async () => {
    const count = { kills: 0, made: 0, found: 0, lost: 0, doubled: 0, recovered: 0 };
    const all = new Set<string>();
    for (let i = 0; i < 24; i++) {
      const name = 'abcdefghijklmnopqrstuvwxyz'[i] ?? 'z';
      const { child, made, ready, ended } = start(name, 10_000);
      await ready;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
      child.kill('SIGKILL');
      await ended;
      count.kills++;
      count.recovered += await recoverAll();
      for (const id of made) all.add(id);
    }
    const found = idsOnDisk();
    count.made = all.size;
    for (const id of all) {
      if (found.includes(id)) count.found++;
      else count.lost++;
    }
    count.doubled = found.length - new Set(found).size;
    console.log(
      `      ${count.kills} kills: ${count.made} made, ${count.found} found again, ${count.lost} lost, ${count.doubled} doubled (${count.recovered} brought back from recovery files)`,
    );
    assert.ok(count.made > 10, `${count.made} made`);
    assert.deepEqual([count.lost, count.doubled], [0, 0]);
    assert.deepEqual(readdirSync(recovery), []);
  });

  it('of two processes tagging at once have everything of both', async () => {
    writeFileSync(path, newSidecar('a.txt'));
    const both = [start('x', 60), start('y', 60), start('z', 60)];
    await Promise.all(both.map(({ ended }) => ended));
    const made = both.flatMap((one) => one.made);
    const found = idsOnDisk();
    console.log(
      `      3 processes: ${made.length} made, ${found.length} found, ${new Set(found).size} different`,
    );
    assert.equal(made.length, 180);
    assert.deepEqual([...found].sort(), made.sort());
    assert.deepEqual(readdirSync(folder).sort(), ['a.txt.annotations.yaml', 'recovery']);
  });

  it('keep their permissions, and links stay links', async () => {
    const real = join(folder, 'real');
    mkdirSync(real);
    writeFileSync(join(real, 'a.yaml'), newSidecar('a.txt'));
    chmodSync(join(real, 'a.yaml'), 0o640);
    symlinkSync(join(real, 'a.yaml'), path);
    const store = nodeSidecarStore(recovery);
    await store.open(path, 'a.txt');
    const { state } = await store.edit(path, [{ kind: 'put', annotation: passage('aaaaaaa1') }]);
    assert.equal(state.saved, true);
    assert.equal(statSync(join(real, 'a.yaml')).mode & 0o777, 0o640);
    assert.deepEqual(readSidecar(readFileSync(join(real, 'a.yaml'), 'utf8')).items.length, 1);
    assert.deepEqual(readdirSync(real), ['a.yaml']);
  });

  it('keep a byte-order mark and CRLF', async () => {
    const windows =
      '\ufeff' +
      editSidecar(newSidecar('a.txt'), [{ kind: 'put', annotation: passage('aaaaaaa1') }]).replaceAll(
        '\n',
        '\r\n',
      );
    writeFileSync(path, windows);
    const store = nodeSidecarStore(recovery);
    await store.open(path, 'a.txt');
    await store.edit(path, [{ kind: 'put', annotation: passage('bbbbbbb2', 9) }]);
    const after = readFileSync(path, 'utf8');
    assert.ok(after.startsWith(windows));
    assert.equal(after.replaceAll('\r\n', '').includes('\n'), false);
  });

  it('that can’t be written to are told of, and what was tagged is brought back later', async () => {
    writeFileSync(path, newSidecar('a.txt'));
    mkdirSync(recovery);
    chmodSync(recovery, 0o777);
    chmodSync(path, 0o444);
    chmodSync(folder, 0o555);
    // Root may write everywhere: as nobody, then.
    const { made, ended } = start('x', 3, asRoot ? { uid: 65534, gid: 65534 } : {});
    await ended;
    assert.deepEqual(made, Array(3).fill('not saved: no-permission'));
    assert.deepEqual(idsOnDisk(), []);
    chmodSync(folder, 0o755);
    chmodSync(path, 0o644);
    assert.equal(await recoverAll(), 1);
    assert.deepEqual(idsOnDisk().sort(), ['x0000000', 'x0000001', 'x0000002']);
  });

  it('that can be written in a folder that takes no new files are written in place', async () => {
    writeFileSync(path, newSidecar('a.txt'));
    mkdirSync(recovery);
    chmodSync(recovery, 0o777);
    chmodSync(path, 0o666);
    chmodSync(folder, 0o555);
    const { made, ended } = start('x', 3, asRoot ? { uid: 65534, gid: 65534 } : {});
    await ended;
    assert.deepEqual(made, ['x0000000', 'x0000001', 'x0000002']);
    assert.deepEqual(idsOnDisk().sort(), made);
    assert.deepEqual(readdirSync(recovery), []);
  });

  it('whose folder is taken away are written when it is back', async () => {
    const inner = join(folder, 'inner');
    mkdirSync(inner);
    path = join(inner, 'a.yaml');
    const store = nodeSidecarStore(recovery);
    await store.open(path, 'a.txt');
    rmSync(inner, { recursive: true });
    const { state } = await store.edit(path, [{ kind: 'put', annotation: passage('aaaaaaa1') }]);
    assert.equal(state.problem?.kind, 'not-found');
    mkdirSync(inner);
    await store.retry();
    assert.deepEqual(idsOnDisk(), ['aaaaaaa1']);
    assert.deepEqual(readdirSync(recovery), []);
  });

  it('on a full disk stay as they were', async function () {
    if (!existsSync('/dev/full')) return this.skip();
    // Its temporary file leads to a device that is always full.
    writeFileSync(path, newSidecar('a.txt'));
    symlinkSync('/dev/full', `${path}.tmp`);
    const store = nodeSidecarStore(recovery);
    await store.open(path, 'a.txt');
    const { state } = await store.edit(path, [{ kind: 'put', annotation: passage('aaaaaaa1') }]);
    assert.equal(state.problem?.kind, 'no-space');
    assert.equal(readFileSync(path, 'utf8'), newSidecar('a.txt'));
    await store.retry();
    assert.deepEqual(idsOnDisk(), ['aaaaaaa1'], 'the temporary file was cleared away');
  });
});
