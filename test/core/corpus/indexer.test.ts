import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { IndexerProblem } from '../../../src/core/corpus/indexing/indexer';
import { Indexer } from '../../../src/core/corpus/indexing/indexer';
import type { Entity } from '../../../src/core/recognition/entity';
import { MemoryHost } from './memoryHost';
import { everything } from './plainIndex';

const options = { engine: 'test', settings: '' };
const entity = (id: string, type: string, name: string, ...aliases: string[]): Entity => ({
  id,
  type,
  name,
  aliases,
  offices: [],
});
const lavrov: Entity = {
  ...entity('sergey-lavrov', 'person', 'Sergey Lavrov', 'Sergei Lavrov'),
  family: 'Lavrov',
  offices: [{ title: 'Foreign Minister', of: 'russia', from: '2004-03-09' }],
};
const gazetteer = [lavrov, entity('russia', 'place', 'Russia'), entity('dprk', 'place', 'DPRK')];

function corpus(count: number): MemoryHost {
  const host = new MemoryHost();
  for (let i = 0; i < count; i++)
    host.write(`${String(i).padStart(4, '0')}.txt`, `Talk number ${i} in Russia.`);
  return host;
}

/** What an index of the same files says that was made at one go. */
async function fromScratch(host: MemoryHost, entities: readonly Entity[]): Promise<unknown> {
  const fresh = new MemoryHost();
  for (const [path, file] of host.files) fresh.files.set(path, file);
  const indexer = new Indexer(fresh, options);
  await indexer.start(entities);
  return everything(indexer.index.view());
}

describe('indexer', () => {
  it('reads every file once', async () => {
    const host = corpus(300);
    const indexer = new Indexer(host, options);
    await indexer.start(gazetteer);
    assert.deepEqual(host.read.sort(), [...host.files.keys()]);
    assert.deepEqual(indexer.index.view().frequency('russia'), { count: 300, releases: 300 });
    assert.equal(indexer.state, 'idle');
  });

  it('follows any edits of files, sidecars and gazetteer', async () => {
    const word = fc.constantFrom(
      'Sergey Lavrov',
      'Lavrov',
      'Foreign Minister',
      'Russia',
      'DPRK',
      'Korea',
      'met',
      'in',
    );
    const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
    const path = fc.constantFrom('a.txt', 'b/c.txt', 'd.txt', 'e.txt');
    const sidecar = fc
      .record({ entity: fc.constantFrom('none', 'dprk', 'elsewhere'), start: fc.nat({ max: 3 }) })
      .map(
        ({ entity, start }) =>
          `version: 1\nrelease: a.txt\nannotations:\n  - id: k7m2qp4d\n    codes: [gratitude]\n    entity: ${entity}\n` +
          `    target:\n      - start: ${start}\n        end: ${start + 6}\n        quote: Russia\n`,
      );
    const entities = fc.uniqueArray(
      fc.constantFrom(
        ...gazetteer,
        entity('korea', 'place', 'Korea', 'DPRK'),
        { ...lavrov, family: 'Sergey' },
        { ...lavrov, offices: [] },
        entity('russia', 'organization', 'Russia'),
      ),
      { selector: ({ id }) => id },
    );
    const step = fc.oneof(
      fc.record({ kind: fc.constant('write' as const), path, text }),
      fc.record({ kind: fc.constant('remove' as const), path }),
      fc.record({ kind: fc.constant('sidecar' as const), path, sidecar }),
      fc.record({ kind: fc.constant('entities' as const), entities }),
      fc.record({ kind: fc.constant('wait' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        const host = new MemoryHost();
        host.write('a.txt', 'Russia met DPRK');
        host.write('b/c.txt', 'Sergey Lavrov, Foreign Minister');
        const indexer = new Indexer(host, options);
        let now: readonly Entity[] = gazetteer;
        void indexer.start(now);
        for (const step of steps) {
          if (step.kind === 'write') host.write(step.path, step.text);
          if (step.kind === 'remove') host.files.delete(step.path);
          if (step.kind === 'sidecar' && host.files.has(step.path))
            host.writeSidecar(step.path, step.sidecar);
          if ('path' in step) indexer.filesChanged([step.path]);
          if (step.kind === 'entities') void indexer.useEntities((now = step.entities));
          if (step.kind === 'wait') await host.yield();
        }
        await indexer.idle();
        assert.deepEqual(everything(indexer.index.view()), await fromScratch(host, now));
      }),
      { numRuns: 150 },
    );
  });

  it('notices that two entities of one name changed places in the gazetteer', async () => {
    const host = new MemoryHost();
    host.write('a.txt', 'Russia met DPRK');
    const indexer = new Indexer(host, options);
    const namesakes = [entity('korea', 'place', 'Korea', 'DPRK'), entity('dprk', 'place', 'DPRK')];
    await indexer.start(namesakes);
    const otherwise = [...namesakes].reverse();
    void indexer.useEntities(otherwise);
    await indexer.idle();
    assert.deepEqual(everything(indexer.index.view()), await fromScratch(host, otherwise));
  });

  it('reads what is open first, then what changed, then the rest', async () => {
    const host = corpus(400);
    host.parallel = 1;
    const indexer = new Indexer(host, options);
    indexer.pause();
    const started = indexer.start(gazetteer);
    while (indexer.progress.total < 400) await host.yield();
    host.write('0350.txt', 'Changed.');
    indexer.filesChanged(['0350.txt']);
    for (let i = 0; i < 10; i++) await host.yield();
    indexer.prioritise(['0399.txt']);
    assert.deepEqual(host.read, []);
    indexer.resume();
    await started;
    assert.deepEqual(host.read.slice(0, 4), ['0399.txt', '0350.txt', '0000.txt', '0001.txt']);
  });

  it('pauses and goes on, stops and starts again', async () => {
    const host = corpus(300);
    const indexer = new Indexer(host, options);
    const started = indexer.start(gazetteer);
    while (host.read.length === 0) await host.yield();
    indexer.pause();
    for (let i = 0; i < 400; i++) await host.yield();
    const read = host.read.length;
    assert.ok(read < 300);
    assert.equal(indexer.state, 'paused');
    for (let i = 0; i < 20; i++) await host.yield();
    assert.equal(host.read.length, read);
    indexer.resume();
    while (host.read.length === read) await host.yield();
    indexer.stop();
    await started;
    const kept = indexer.index.view().releaseCount;
    assert.ok(kept < 300);
    for (let i = 0; i < 100; i++) await host.yield();
    await indexer.start(gazetteer);
    assert.equal(indexer.index.view().releaseCount, 300);
    assert.equal(new Set(host.read).size, 300);
    assert.ok(host.read.length <= 300 + 2 * 64, 'only what was being read when it stopped is read twice');
  });

  it('ignores changes that change nothing', async () => {
    const host = corpus(3);
    const indexer = new Indexer(host, options);
    await indexer.start(gazetteer);
    indexer.filesChanged(['0001.txt', 'unknown.txt']);
    await indexer.idle();
    assert.equal(host.read.length, 3);
  });

  it('does not recognise a text again that was only touched', async () => {
    const host = corpus(3);
    const indexer = new Indexer(host, options);
    await indexer.start(gazetteer);
    const before = indexer.index.view().release('0001.txt')!.ordinal;
    host.write('0001.txt', host.files.get('0001.txt')!.text);
    indexer.filesChanged(['0001.txt']);
    await indexer.idle();
    assert.equal(host.read.length, 4);
    assert.equal(indexer.index.view().release('0001.txt')!.ordinal, before);
    indexer.filesChanged(['0001.txt']);
    await indexer.idle();
    assert.equal(host.read.length, 4);
  });

  it('reads again a text that came back while another one in its place was being read', async () => {
    const host = new MemoryHost();
    host.write('a.txt', 'Russia met DPRK');
    const indexer = new Indexer(host, options);
    await indexer.start(gazetteer);
    const read = host.analyse.bind(host);
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    host.analyse = async (jobs) => {
      const packet = await read(jobs);
      await held;
      return packet;
    };
    const told = async (text: string): Promise<void> => {
      host.write('a.txt', text);
      indexer.filesChanged(['a.txt']);
      for (let i = 0; i < 20; i++) await host.yield();
    };
    await told('Nobody met anybody');
    await told('Russia met DPRK');
    goOn();
    await indexer.idle();
    assert.deepEqual(indexer.index.view().frequency('russia'), { count: 1, releases: 1 });
    assert.notEqual(indexer.index.known('a.txt')?.stamp.mtime, -1);
  });

  it('keeps what was read of a large corpus before all of it is', async () => {
    const host = corpus(900);
    const indexer = new Indexer(host, { ...options, saveAfter: 200 });
    void indexer.start(gazetteer);
    while (host.stored === undefined) await host.yield();
    assert.equal(indexer.state, 'indexing');
    const next = new MemoryHost();
    for (const [path, file] of host.files) next.files.set(path, file);
    next.stored = host.stored;
    await new Indexer(next, options).start(gazetteer);
    assert.ok(next.read.length <= 700, `${next.read.length} files read again`);
    await indexer.idle();
  });

  it('a folder that goes, told by its own path, takes its releases along', async () => {
    const host = corpus(3);
    for (const path of ['deep/a.txt', 'deep/er/b.txt', 'deeper/c.txt']) host.write(path, 'Russia.');
    const indexer = new Indexer(host, options);
    await indexer.start(gazetteer);
    host.files.delete('deep/a.txt');
    host.files.delete('deep/er/b.txt');
    indexer.filesChanged(['deep']);
    await indexer.idle();
    assert.deepEqual(everything(indexer.index.view()), await fromScratch(host, gazetteer));
    assert.equal(indexer.index.view().releaseCount, 4);
  });

  it('lists the corpus once for a flood of changes', async () => {
    const host = corpus(1500);
    const indexer = new Indexer(host, options);
    await indexer.start(gazetteer);
    for (const path of [...host.files.keys()]) {
      host.write(path, 'Nobody.');
      indexer.filesChanged([path]);
    }
    for (let i = 0; i < 20; i++) host.files.delete(`00${i + 10}.txt`);
    await indexer.idle();
    assert.equal(host.listings, 2);
    assert.equal(indexer.index.view().releaseCount, 1480);
    assert.deepEqual(indexer.index.view().frequency('russia'), { count: 0, releases: 0 });
  });

  it('reads again only what an edit of the gazetteer can affect', async () => {
    const host = corpus(50);
    host.write('talks.txt', 'Sergey Lavrov went home.');
    const indexer = new Indexer(host, options);
    await indexer.start(gazetteer);
    host.read.length = 0;
    await indexer.useEntities([entity('sergey-lavrov', 'person', 'Sergey Lavrov'), ...gazetteer.slice(1)]);
    await indexer.idle();
    assert.ok(host.read.includes('talks.txt'));
    assert.ok(host.read.length < 10, `${host.read.length} files`);
    host.read.length = 0;
    await indexer.useEntities([entity('sergey-lavrov', 'person', 'Sergey Lavrov'), ...gazetteer.slice(1)]);
    await indexer.idle();
    assert.deepEqual(host.read, []);
  });

  it('stores the index, and the next session reads only what differs', async () => {
    const host = corpus(100);
    await new Indexer(host, options).start(gazetteer);
    assert.ok(host.stored);
    host.read.length = 0;
    host.write('0007.txt', 'The DPRK.');
    host.write('new.txt', 'Russia.');
    host.files.delete('0009.txt');
    host.write('lavrov.txt', 'Sergey Lavrov.');
    const without = gazetteer.slice(1);
    const indexer = new Indexer(host, options);
    await indexer.start(without);
    for (const path of ['0007.txt', 'lavrov.txt', 'new.txt']) assert.ok(host.read.includes(path), path);
    assert.ok(host.read.length < 10, `${host.read.length} files`);
    assert.deepEqual(everything(indexer.index.view()), await fromScratch(host, without));
  });

  it('what is stored in the middle of an edit of the gazetteer is not taken for up to date', async () => {
    const host = corpus(100);
    const indexer = new Indexer(host, options);
    await indexer.start(gazetteer);
    const other = [entity('russia', 'place', 'Elsewhere')];
    indexer.pause();
    await indexer.useEntities(other);
    await Promise.resolve();
    indexer.textChanged('0001.txt', 'Unsaved.');
    host.stored = undefined;
    indexer.resume();
    indexer.stop();
    host.write('0002.txt', 'x');
    const next = new Indexer(host, options);
    await indexer.save();
    await next.start(other);
    assert.deepEqual(everything(next.index.view()), await fromScratch(host, other));
  });

  it('says once that a stored index is damaged, and makes another', async () => {
    const host = corpus(60);
    host.stored = new Uint8Array([1, 2, 3]);
    const problems: IndexerProblem[] = [];
    const indexer = new Indexer(host, options, { problem: (problem) => problems.push(problem) });
    await indexer.start(gazetteer);
    await indexer.scan();
    assert.deepEqual(
      problems.map(({ kind, message }) => [kind, message]),
      [['stored-index', 'damaged']],
    );
    assert.equal(indexer.index.view().releaseCount, 60);
    host.read.length = 0;
    await new Indexer(host, options).start(gazetteer);
    assert.deepEqual(host.read, []);
  });

  it('a file that can’t be analysed costs only itself', async () => {
    const host = corpus(100);
    host.poisoned.add('0042.txt');
    const problems: IndexerProblem[] = [];
    const indexer = new Indexer(host, options, { problem: (problem) => problems.push(problem) });
    await indexer.start(gazetteer);
    assert.deepEqual(problems, [{ kind: 'file', path: '0042.txt', message: 'out of order' }]);
    assert.equal(indexer.index.view().releaseCount, 99);
    assert.deepEqual([...indexer.index.view().otherFiles()], [{ path: '0042.txt', state: 'unreadable' }]);
  });

  it('does not take files for unreadable because their readers were stopped with it', async () => {
    const host = corpus(100);
    const analyse = host.analyse.bind(host);
    let stopped = false;
    host.analyse = async (jobs) => {
      const packet = await analyse(jobs);
      if (stopped) throw new Error('the thread was stopped');
      return packet;
    };
    const problems: IndexerProblem[] = [];
    const indexer = new Indexer(host, options, { problem: (problem) => problems.push(problem) });
    const started = indexer.start(gazetteer);
    while (host.read.length === 0) await host.yield();
    indexer.stop();
    stopped = true;
    await started;
    for (let i = 0; i < 200; i++) await host.yield();
    assert.deepEqual(problems, []);
    assert.equal([...indexer.index.view().otherFiles()].length, 0);
    stopped = false;
    await indexer.start(gazetteer);
    assert.equal(indexer.index.view().releaseCount, 100);
  });

  it('a change is not lost with the reader that was asked about it, and needs none once it was stopped', async () => {
    const host = corpus(3);
    const problems: IndexerProblem[] = [];
    const indexer = new Indexer(host, options, { problem: (problem) => problems.push(problem) });
    await indexer.start(gazetteer);
    let asked = 0;
    host.stat = async () => {
      asked++;
      await host.yield();
      throw new Error('the thread was stopped');
    };
    host.write('0001.txt', 'The DPRK.');
    indexer.filesChanged(['0001.txt']);
    await indexer.idle();
    assert.equal(asked, 1);
    assert.deepEqual(indexer.index.view().frequency('dprk'), { count: 1, releases: 1 });
    indexer.filesChanged(['0002.txt']);
    while (asked < 2) await host.yield();
    indexer.stop();
    for (let i = 0; i < 20; i++) await host.yield();
    assert.deepEqual(problems, []);
  });

  it('knows the unsaved text of an editor, until it is closed', async () => {
    const host = corpus(2);
    const indexer = new Indexer(host, options);
    await indexer.start(gazetteer);
    indexer.textChanged('0000.txt', 'The DPRK and Russia, and Russia.');
    await indexer.idle();
    assert.deepEqual(indexer.index.view().frequency('russia'), { count: 3, releases: 2 });
    indexer.filesChanged(['0000.txt']);
    await indexer.idle();
    assert.deepEqual(indexer.index.view().frequency('dprk'), { count: 1, releases: 1 });
    indexer.textChanged('0000.txt', undefined);
    await indexer.idle();
    assert.deepEqual(indexer.index.view().frequency('dprk'), { count: 0, releases: 0 });
  });
});
