import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import type { IndexerProblem } from '../../../src/core/corpus/indexing/indexer';
import { Indexer } from '../../../src/core/corpus/indexing/indexer';
import type { Entity } from '../../../src/core/recognition/entity';
import { releasePathOf } from '../../../src/core/corpus/project';
import { IndexCache } from '../../../src/node/indexing/indexCache';
import { listReleases } from '../../../src/node/indexing/listReleases';
import { NodeIndexerHost } from '../../../src/node/indexing/nodeIndexerHost';
import { readReleases } from '../../../src/node/indexing/readReleases';
import type { WorkerCorpus } from '../../../src/node/indexing/workerMessages';
import { PacketReader } from '../../../src/core/corpus/store/packet';
import { compileGazetteer } from '../../../src/core/recognition/compileGazetteer';
import { everything } from '../corpus/plainIndex';

const options = { engine: 'test', settings: '' };
const entities: readonly Entity[] = [
  { id: 'russia', type: 'place', name: 'Russia', aliases: ['Россия'], offices: [] },
  { id: 'dprk', type: 'place', name: 'DPRK', aliases: [], offices: [] },
];

describe('indexing on a disk', () => {
  let scripts: string;
  let script: string;
  let folder: string;
  let cacheFile: string;
  const hosts: NodeIndexerHost[] = [];

  before(() => {
    scripts = mkdtempSync(join(tmpdir(), 'pressmark-worker-'));
    script = join(scripts, 'indexWorker.js');
    buildSync({
      entryPoints: [join(__dirname, '../../../src/node/indexWorker.ts')],
      bundle: true,
      platform: 'node',
      outfile: script,
    });
  });
  after(() => rmSync(scripts, { recursive: true, force: true, maxRetries: 10 }));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pressmark-index-'));
    cacheFile = join(folder, '.cache/corpus.index');
  });
  afterEach(async () => {
    for (const host of hosts.splice(0)) await host.dispose();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  });

  const put = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const corpus = (more: Partial<WorkerCorpus> = {}): WorkerCorpus => ({
    root: folder,
    releases: ['**/*.txt'],
    exclude: [],
    detect: false,
    encoding: 'utf8',
    background: false,
    ...more,
  });
  const open = (
    more: Partial<WorkerCorpus> = {},
    problems: IndexerProblem[] = [],
    cached = true,
  ): { indexer: Indexer; host: NodeIndexerHost } => {
    const host = new NodeIndexerHost({
      corpus: corpus(more),
      workerScript: script,
      ...(cached ? { cacheFile } : {}),
    });
    hosts.push(host);
    return { host, indexer: new Indexer(host, options, { problem: (problem) => problems.push(problem) }) };
  };
  const session = async (): Promise<void> => {
    const { indexer } = open();
    await indexer.start(entities);
    await indexer.save();
  };
  const some = (count: number): void => {
    for (let i = 0; i < count; i++) put(`d${i % 7}/${i}.txt`, `Talk ${i} in Russia and the DPRK.`);
  };
  const list = (more: Partial<WorkerCorpus> = {}): string[] =>
    [...listReleases(corpus(more))].flat().map(({ path }) => path);

  it('takes no file that a glob with “!” names, nor the copies that an export to brat leaves', () => {
    for (const path of ['a.txt', 'drafts/b.txt', 'exports/brat/a.txt', 'exports/c.txt']) put(path, 'Text.');
    assert.deepEqual(list().sort(), ['a.txt', 'drafts/b.txt', 'exports/c.txt']);
    assert.deepEqual(list({ releases: ['**/*.txt', '!drafts/**'] }).sort(), ['a.txt', 'exports/c.txt']);
  });

  it('reads a folder in threads, with the sidecars beside the releases', async () => {
    some(150);
    put(
      'd0/0.txt.annotations.yaml',
      'version: 1\nrelease: 0.txt\nannotations:\n  - id: k7m2qp4d\n    codes: [talks]\n' +
        '    target:\n      - {start: 0, end: 4, quote: Talk}\n',
    );
    const { indexer } = open();
    await indexer.start(entities);
    const view = indexer.index.view();
    assert.deepEqual(view.frequency('russia'), { count: 150, releases: 150 });
    assert.deepEqual(view.frequency('#talks'), { count: 1, releases: 1 });
    assert.deepEqual(view.passagesIn(view.release('d0/0.txt')!)[0]!.spans, [{ start: 0, end: 4 }]);
  });

  it('gives the same answers without threads', async () => {
    some(100);
    const { indexer } = open();
    await indexer.start(entities);
    const host = new NodeIndexerHost({ corpus: corpus() });
    const alone = new Indexer(host, options);
    await alone.start(entities);
    assert.deepEqual(everything(alone.index.view()), everything(indexer.index.view()));
  });

  it('finds sidecars in a folder of their own', async () => {
    put('a/b.txt', 'Talk.');
    put(
      'notes/a/b.txt.annotations.yaml',
      'version: 1\nrelease: b.txt\nannotations:\n  - id: k7m2qp4d\n    codes: [talks]\n' +
        '    target: [{start: 0, end: 4, quote: Talk}]\n',
    );
    const { indexer } = open({ sidecars: 'notes' });
    await indexer.start(entities);
    assert.equal(indexer.index.view().frequency('#talks').count, 1);
  });

  it('lists every folder once, also where links go in circles', () => {
    put('real/a.txt', 'A');
    put('real/deep/b.txt', 'B');
    put('outside.md', 'no release');
    put('node_modules/x/c.txt', 'C');
    mkdirSync(join(folder, 'also'));
    symlinkSync('..', join(folder, 'real/deep/up'), 'dir');
    symlinkSync('.', join(folder, 'real/self'), 'dir');
    symlinkSync('real', join(folder, 'again'), 'dir');
    symlinkSync('../real/a.txt', join(folder, 'also/linked.txt'));
    symlinkSync('gone.txt', join(folder, 'also/broken.txt'));
    symlinkSync('loop.txt', join(folder, 'also/loop.txt'));
    assert.deepEqual(list().sort(), ['also/linked.txt', 'real/a.txt', 'real/deep/b.txt']);
    assert.deepEqual(list({ exclude: ['**/deep'] }).sort(), ['also/linked.txt', 'real/a.txt']);
  });

  it('follows a link to a folder outside', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'pressmark-linked-'));
    writeFileSync(join(elsewhere, 'x.txt'), 'X');
    symlinkSync(elsewhere, join(folder, 'linked'), 'dir');
    assert.deepEqual(list(), ['linked/x.txt']);
    rmSync(elsewhere, { recursive: true });
  });

  it('keeps binary, too large and unreadable files apart, and reads the others', async () => {
    put('binary.txt', new Uint8Array([0x52, 0, 0x75, 0]));
    put('large.txt', '');
    truncateSync(join(folder, 'large.txt'), 50 * 1024 * 1024 + 1);
    put('good.txt', 'Russia.');
    const { indexer } = open();
    await indexer.start(entities);
    assert.deepEqual(
      [...indexer.index.view().otherFiles()],
      [
        { path: 'binary.txt', state: 'binary' },
        { path: 'large.txt', state: 'too-large' },
      ],
    );
    assert.equal(indexer.index.view().releaseCount, 1);
  });

  it('takes a file that can’t be opened for unreadable, and one that is gone for gone', () => {
    const settings = { gazetteer: compileGazetteer(entities), detect: false, encoding: 'utf8' };
    const stamp = { size: 1, mtime: 1 };
    const unopenable = `${'x'.repeat(300)}.txt`;
    const jobs = [unopenable, 'gone.txt', 'gone/too.txt'].map((path) => ({ path, stamp }));
    mkdirSync(join(folder, 'folder.txt'));
    const packet = new PacketReader(
      readReleases(corpus(), [...jobs, { path: 'folder.txt', stamp }], settings),
    );
    assert.deepEqual(
      [...packet.files()].map(({ path, head }) => [path, head.state]),
      [[unopenable, 'unreadable']],
    );
  });

  it('does not hang on a pipe', function () {
    if (spawnSync('mkfifo', [join(folder, 'pipe.txt')]).status !== 0) this.skip();
    assert.deepEqual(list(), []);
    const settings = { gazetteer: compileGazetteer(entities), detect: false, encoding: 'utf8' };
    const job = { path: 'pipe.txt', stamp: { size: 0, mtime: 0 } };
    assert.equal([...new PacketReader(readReleases(corpus(), [job], settings)).files()].length, 0);
  });

  it('reads invalid UTF-8 and other encodings', async () => {
    put('latin.txt', Buffer.concat([Buffer.from('Russia caf'), Buffer.from([0xe9, 0xff])]));
    put('marked.txt', Buffer.from('\ufeffRussia', 'utf16le'));
    put('cyrillic.txt', Buffer.from([0xd0, 0xee, 0xf1, 0xf1, 0xe8, 0xff]));
    const utf8 = open({}, [], false).indexer;
    await utf8.start(entities);
    assert.deepEqual(
      [...utf8.index.view().releasesWith('russia')].map(({ release }) => release.path),
      ['latin.txt', 'marked.txt'],
    );
    const cyrillic = open({ encoding: 'windows1251' }, [], false).indexer;
    await cyrillic.start(entities);
    assert.ok(
      [...cyrillic.index.view().releasesWith('russia')].some(
        ({ release }) => release.path === 'cyrillic.txt',
      ),
    );
  });

  it('survives files that go, come and change while it reads', async () => {
    some(400);
    const { indexer } = open();
    const started = indexer.start(entities);
    while (indexer.index.view().releaseCount === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    rmSync(join(folder, 'd3'), { recursive: true });
    put('d1/1.txt', 'Nobody here.');
    put('new/one.txt', 'Russia, Russia.');
    indexer.filesChanged([
      'd1/1.txt',
      'new/one.txt',
      ...readdirSync(join(folder, 'd2')).map((name) => `d2/${name}`),
    ]);
    await started;
    await indexer.scan();
    await indexer.idle();
    const fresh = open({}, [], false).indexer;
    await fresh.start(entities);
    assert.deepEqual(everything(indexer.index.view()), everything(fresh.index.view()));
    assert.equal(indexer.index.view().release('d3/3.txt'), undefined);
  });

  it('is right after git has checked out another branch of more than a thousand files, and back', async function () {
    const git = (...args: string[]): number | null =>
      spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: folder })
        .status;
    if (git('init', '-q', '-b', 'main') !== 0) return this.skip();
    const paths = Array.from({ length: 1200 }, (_, i) => `d${i % 7}/${i}.txt`);
    for (const [i, path] of paths.entries()) put(path, `Talk ${i} in Russia.`);
    git('add', '-A');
    git('commit', '-qm', 'one');
    git('checkout', '-qb', 'other');
    for (const [i, path] of paths.entries()) if (i % 3 > 0) put(path, `Talk ${i} in the DPRK, at last.`);
    rmSync(join(folder, 'd3'), { recursive: true });
    put('new/one.txt', 'Russia.');
    git('add', '-A');
    git('commit', '-qm', 'two');
    const { indexer } = open({}, [], false);
    await indexer.start(entities);
    for (const branch of ['main', 'other']) {
      assert.equal(git('checkout', '-q', branch), 0);
      indexer.filesChanged([...paths, 'new/one.txt', 'new', 'd3']);
      await indexer.idle();
      const fresh = open({}, [], false).indexer;
      await fresh.start(entities);
      assert.deepEqual(everything(indexer.index.view()), everything(fresh.index.view()));
    }
  });

  it('reads nothing again in the next session, but what changed', async () => {
    some(120);
    await session();
    put('d0/0.txt', 'The DPRK alone.');
    rmSync(join(folder, 'd1/1.txt'));
    const { indexer, host } = open();
    const read: string[] = [];
    const analyse = host.analyse.bind(host);
    host.analyse = (jobs) => {
      read.push(...jobs.map(({ path }) => path));
      return analyse(jobs);
    };
    await indexer.start(entities);
    assert.deepEqual(read, ['d0/0.txt']);
    assert.deepEqual(indexer.index.view().frequency('dprk'), { count: 119, releases: 119 });
    assert.deepEqual(indexer.index.view().frequency('russia'), { count: 118, releases: 118 });
  });

  it('makes a new index of a damaged one, and says so once', async () => {
    some(80);
    await session();
    const whole = readFileSync(cacheFile);
    whole[whole.length >> 1]! ^= 1;
    for (const damaged of [whole, whole.subarray(0, 100), Buffer.from('{}')]) {
      writeFileSync(cacheFile, damaged);
      const problems: IndexerProblem[] = [];
      const { indexer } = open({}, problems);
      await indexer.start(entities);
      await indexer.save();
      assert.deepEqual(
        problems.map((problem) => problem.kind === 'stored-index' && problem.reason),
        ['damaged'],
      );
      assert.equal(indexer.index.view().releaseCount, 80);
    }
  });

  it('makes a new index of one that an older version or another engine left, and says so once', async () => {
    some(80);
    await session();
    const whole = readFileSync(cacheFile);
    const older = Buffer.from(whole);
    older[4]! -= 1;
    const otherEngine = Buffer.from(whole);
    for (const [bytes, reason, engine] of [
      [older, 'other-version', options.engine],
      [otherEngine, 'other-engine', 'a newer one'],
    ] as const) {
      writeFileSync(cacheFile, bytes);
      for (const expected of [[reason], []]) {
        const problems: IndexerProblem[] = [];
        const host = new NodeIndexerHost({ corpus: corpus(), workerScript: script, cacheFile });
        hosts.push(host);
        const indexer = new Indexer(
          host,
          { ...options, engine },
          { problem: (problem) => problems.push(problem) },
        );
        await indexer.start(entities);
        await indexer.save();
        assert.deepEqual(
          problems.map((problem) => problem.kind === 'stored-index' && problem.reason),
          expected,
        );
        assert.equal(indexer.index.view().releaseCount, 80);
      }
    }
  });

  it('what Pressmark itself writes beside a release has that one release read once', async () => {
    some(80);
    const { indexer, host } = open();
    await indexer.start(entities);
    const asked: string[] = [];
    const analyse = host.analyse.bind(host);
    host.analyse = (jobs) => {
      asked.push(...jobs.map(({ path }) => path));
      return analyse(jobs);
    };
    // As an atomic write is told: its temporary file and its lock come and go, the sidecar changes twice in a moment.
    const sidecar = 'd0/0.txt.annotations.yaml';
    put(
      sidecar,
      'version: 1\nrelease: 0.txt\nannotations:\n  - id: k7m2qp4d\n    codes: [talks]\n' +
        '    target:\n      - {start: 0, end: 4, quote: Talk}\n',
    );
    for (const told of [`${sidecar}.1f.tmp`, `${sidecar}.lock`, sidecar, `${sidecar}.lock`, sidecar])
      indexer.filesChanged([releasePathOf(told, { sidecars: undefined }) ?? told]);
    await indexer.idle();
    assert.deepEqual(asked, ['d0/0.txt']);
    indexer.filesChanged(['d0/0.txt']);
    await indexer.idle();
    assert.deepEqual(asked, ['d0/0.txt']);
    assert.deepEqual(indexer.index.view().frequency('#talks'), { count: 1, releases: 1 });
  });

  it('two windows share one index file', async () => {
    some(200);
    const problems: IndexerProblem[] = [];
    const [one, two] = [open({}, problems), open({}, problems)];
    await Promise.all([one.indexer.start(entities), two.indexer.start(entities)]);
    put('d0/0.txt', 'Russia, Russia.');
    for (const { indexer } of [one, two]) {
      indexer.filesChanged(['d0/0.txt']);
      await indexer.idle();
    }
    await Promise.all([one.indexer.save(), two.indexer.save(), one.indexer.save()]);
    const { indexer } = open({}, problems);
    await indexer.start(entities);
    assert.deepEqual(problems, []);
    assert.deepEqual(everything(indexer.index.view()), everything(one.indexer.index.view()));
    assert.deepEqual(readdirSync(dirname(cacheFile)), ['corpus.index']);
  });

  it('an index file that can’t be written is told once, and costs only itself', async () => {
    some(60);
    put('.cache', 'a file where the folder should be');
    const problems: IndexerProblem[] = [];
    const { indexer } = open({}, problems);
    await indexer.start(entities);
    await indexer.save();
    assert.equal(indexer.index.view().releaseCount, 60);
    assert.ok(problems.length >= 1 && problems.every(({ kind }) => kind === 'stored-index'));
  });

  it('removes what a dead process left behind, and nothing else', async () => {
    const cache = new IndexCache(cacheFile);
    put('.cache/corpus.index.1-aa.tmp', 'old');
    put('.cache/corpus.index.2-bb.tmp', 'young');
    put('.cache/other.tmp', 'old');
    for (const name of ['corpus.index.1-aa.tmp', 'other.tmp']) utimesSync(join(folder, '.cache', name), 1, 1);
    await cache.save([new Uint8Array([1]), new Uint8Array([2, 3])]);
    assert.deepEqual(await cache.load(), Buffer.from([1, 2, 3]));
    assert.deepEqual(readdirSync(dirname(cacheFile)), ['corpus.index', 'corpus.index.2-bb.tmp', 'other.tmp']);
  });

  it('a thread that dies is started again', async () => {
    some(10);
    const { host, indexer } = open();
    await indexer.start(entities);
    const readers = threadsOf(host);
    await Promise.all(readers.map(({ worker }) => worker?.terminate()));
    while (readers.some(({ isStarted }) => isStarted)) await new Promise((resolve) => setTimeout(resolve, 5));
    appendFileSync(join(folder, 'd0/0.txt'), ' Russia.');
    indexer.filesChanged(['d0/0.txt']);
    await indexer.idle();
    assert.equal(indexer.index.view().frequency('russia').count, 11);
  });

  it('what a thread was reading when it died is read by another', async () => {
    some(300);
    const problems: IndexerProblem[] = [];
    const { host, indexer } = open({}, problems);
    const started = indexer.start(entities);
    while (indexer.index.view().releaseCount === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await threadsOf(host)[0]!.worker?.terminate();
    await started;
    assert.deepEqual(indexer.index.view().frequency('russia'), { count: 300, releases: 300 });
    assert.deepEqual(problems, []);
  });

  it('a second thread is started only where there is work for it', async () => {
    some(30);
    const small = open();
    await small.indexer.start(entities);
    assert.deepEqual(
      threadsOf(small.host).map(({ isStarted }) => isStarted),
      [true, false],
    );
    some(800);
    const large = open({}, [], false);
    await large.indexer.start(entities);
    assert.ok(threadsOf(large.host).every(({ isStarted }) => isStarted));
  });
});

interface Thread {
  readonly isStarted: boolean;
  readonly worker?: { terminate(): Promise<unknown> };
}

function threadsOf(host: NodeIndexerHost): readonly Thread[] {
  return (host as unknown as { readonly readers: readonly Thread[] }).readers;
}
