import { inWords } from '../../../src/core/text/message';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Annotation } from '../../../src/core/annotation/annotation';
import type { FileErrorCode } from '../../../src/core/annotation/fileSystem';
import { editSidecar, newSidecar, readSidecar } from '../../../src/core/annotation/sidecar';
import type { SidecarEdit } from '../../../src/core/annotation/sidecarEdit';
import { SidecarStore } from '../../../src/core/annotation/sidecarStore';
import { Crash, failing, MemoryDisk, MemoryProcess, type Fault } from './memoryFiles';

const path = 'a.txt.annotations.yaml';
const passage = (id: string, start: number, note = 'n'): Annotation => ({
  id,
  codes: ['stance'],
  target: [{ start, end: start + 4, quote: `text ${id}` }],
  note,
});
const put = (annotation: Annotation): SidecarEdit => ({ kind: 'put', annotation });
const initial = editSidecar(newSidecar('a.txt'), [
  put(passage('aaaaaaa1', 10)),
  put(passage('bbbbbbb2', 20)),
  put(passage('ccccccc3', 30)),
]);

let pids = 0;
let clock = 0;
function start(
  disk: MemoryDisk,
  fault?: Fault,
  locks = true,
  alive = new Set<string>(),
): { store: SidecarStore; process: MemoryProcess } {
  const process = new MemoryProcess(disk, fault, locks);
  const pid = `p${pids++}`;
  alive.add(pid);
  const store = new SidecarStore({
    files: process.files,
    recovery: process.recovery(pid, alive),
    wait: () => Promise.resolve(),
    now: () => new Date(clock++),
    random: Math.random,
  });
  return { store, process };
}

const onDisk = (disk: MemoryDisk): Map<string, string | undefined> => {
  const file = readSidecar(disk.files.get(path) ?? newSidecar('a.txt'));
  assert.deepEqual(file.problems, [], disk.files.get(path));
  return new Map(file.sidecar!.annotations.map((one) => [one.id, one.note]));
};

async function restart(disk: MemoryDisk): Promise<void> {
  const { store } = start(disk);
  for (const { name } of await store.recoveries()) await store.recover(name);
  await store.flush();
  assert.deepEqual(await store.recoveries(), []);
}

describe('The store of sidecars', () => {
  it('writes an edit, and takes it back byte for byte', async () => {
    const disk = new MemoryDisk();
    disk.put(path, initial);
    const { store } = start(disk);
    await store.open(path, 'a.txt');
    const { state, inverse } = await store.edit(path, [{ kind: 'remove', id: 'bbbbbbb2' }]);
    assert.equal(state.saved, true);
    assert.deepEqual([...onDisk(disk).keys()], ['aaaaaaa1', 'ccccccc3']);
    await store.edit(path, inverse);
    assert.equal(disk.files.get(path), initial);
    assert.deepEqual([...disk.files.keys()], [path], 'no temporary or recovery file stays');
  });

  it('makes a sidecar with the first annotation, none without', async () => {
    const disk = new MemoryDisk();
    const { store } = start(disk);
    await store.open(path, 'a.txt', { length: 3, sha256: 'ab'.repeat(32) });
    await store.edit(path, []);
    assert.equal(disk.files.size, 0);
    await store.edit(path, [put(passage('aaaaaaa1', 1))]);
    assert.equal(readSidecar(disk.files.get(path)!).sidecar?.text?.length, 3);
  });

  it('merges what somebody else wrote since, by id, before it writes', async () => {
    const disk = new MemoryDisk();
    disk.put(path, initial);
    const { store } = start(disk);
    await store.open(path, 'a.txt');
    disk.put(
      path,
      editSidecar(initial, [
        put(passage('ddddddd4', 15)),
        put(passage('aaaaaaa1', 10, 'theirs')),
        { kind: 'remove', id: 'ccccccc3' },
      ]),
    );
    const { state } = await store.edit(path, [
      put(passage('eeeeeee5', 16)),
      put(passage('aaaaaaa1', 10, 'ours')),
    ]);
    const found = onDisk(disk);
    assert.equal(found.get('aaaaaaa1'), 'ours');
    assert.equal(state.conflicts.length, 1, 'both changed one note: both are kept');
    assert.ok([...found.values()].includes('theirs'));
    assert.deepEqual(
      [found.has('ccccccc3'), found.has('ddddddd4'), found.has('eeeeeee5')],
      [false, true, true],
    );
    assert.equal(disk.files.get(path), state.file.source);
  });

  it('takes in what others write, and tells', async () => {
    const disk = new MemoryDisk();
    disk.put(path, initial);
    const { store } = start(disk);
    await store.open(path, 'a.txt');
    const told: number[] = [];
    store.onDidChange((state) => told.push(state.file.items.length));
    disk.put(path, editSidecar(initial, [{ kind: 'remove', id: 'aaaaaaa1' }]));
    assert.equal((await store.refresh(path)).file.items.length, 2);
    disk.remove(path);
    assert.equal((await store.refresh(path)).file.items.length, 0);
    assert.deepEqual(told, [2, 0]);
  });

  it('never writes to a file that can’t be read, keeps the edits, and merges them in when it can', async () => {
    for (const bad of [
      initial.replace('  - id: bbb', '<<<<<<< ours\n  - id: bbb') + '=======\n>>>>>>> theirs\n',
      initial.replace('version: 1', 'version: 2'),
      initial + '\t- x',
    ]) {
      const disk = new MemoryDisk();
      disk.put(path, initial);
      const { store } = start(disk);
      await store.open(path, 'a.txt');
      disk.put(path, bad);
      const { state } = await store.edit(path, [put(passage('ddddddd4', 15))]);
      assert.equal(disk.files.get(path), bad);
      assert.deepEqual([state.saved, state.problem?.kind], [false, 'unreadable']);
      assert.equal(state.file.items.length, 4, 'in memory it is there');
      disk.put(path, initial);
      await store.refresh(path);
      assert.deepEqual([...onDisk(disk).keys()], ['aaaaaaa1', 'ddddddd4', 'bbbbbbb2', 'ccccccc3']);
      assert.equal(store.state(path)?.problem, undefined);
    }
  });

  it('keeps all that was there when a program that died left the file empty', async () => {
    const disk = new MemoryDisk();
    disk.put(path, initial);
    const { store } = start(disk);
    await store.open(path, 'a.txt');
    disk.put(path, '');
    await store.edit(path, [put(passage('ddddddd4', 15))]);
    assert.equal(onDisk(disk).size, 4);
    disk.put(path, '');
    assert.equal((await store.refresh(path)).saved, true);
    assert.equal(onDisk(disk).size, 4, 'without an edit too');
  });

  it('edits through the editor that has the sidecar open', async () => {
    const disk = new MemoryDisk();
    disk.put(path, initial);
    const process = new MemoryProcess(disk);
    let text = editSidecar(initial, [put(passage('fffffff6', 5))]);
    const document = {
      get text() {
        return text;
      },
      replace: (after: string) => {
        text = after;
        return Promise.resolve(true);
      },
    };
    const store = new SidecarStore({
      files: process.files,
      openDocument: () => document,
      wait: () => Promise.resolve(),
      now: () => new Date(0),
      random: Math.random,
    });
    await store.open(path, 'a.txt');
    await store.edit(path, [put(passage('ddddddd4', 15))]);
    assert.equal(readSidecar(text).items.length, 5);
    assert.equal(disk.files.get(path), initial);
  });
});

describe('Annotations and failures', () => {
  const script: SidecarEdit[][] = [
    [put(passage('ddddddd4', 15))],
    [put(passage('aaaaaaa1', 10, 'changed'))],
    [put(passage('eeeeeee5', 40)), { kind: 'remove', id: 'bbbbbbb2' }],
    [put(passage('fffffff6', 5, 'one\ntwo'))],
  ];
  const want = new Map(
    readSidecar(editSidecar(initial, script.flat())).sidecar!.annotations.map((one) => [one.id, one.note]),
  );

  it('survive a kill at every step of every write', async () => {
    const count = { kills: 0, made: 0, found: 0, lost: 0, doubled: 0 };
    for (const startedWith of [initial, undefined]) {
      for (const mode of ['before', 'half', 'after'] as const) {
        for (let at = 0, crashed = true; crashed; at++) {
          crashed = false;
          const disk = new MemoryDisk();
          if (startedWith) disk.put(path, startedWith);
          let steps = 0;
          const { store, process } = start(disk, () => {
            if (steps++ !== at) return undefined;
            crashed = true;
            if (mode !== 'before') return mode;
            process.kill();
            throw new Crash();
          });
          const acknowledged: SidecarEdit[] = [];
          try {
            await store.open(path, 'a.txt');
            for (const edits of script) {
              const { state } = await store.edit(path, edits);
              if (state.saved) acknowledged.push(...edits);
            }
          } catch (error) {
            if (!(error instanceof Crash)) throw error;
          }
          await restart(disk);
          if (crashed) count.kills++;
          const found = onDisk(disk);
          const ids = readSidecar(disk.files.get(path) ?? newSidecar('a')).items.map((item) => item.id);
          count.doubled +=
            ids.length - new Set(ids).size + ids.filter((id) => !/^[a-f]{7}\d$/.test(id ?? '')).length;
          for (const edit of acknowledged) {
            if (edit.kind === 'put') {
              count.made++;
              if (found.get(edit.annotation.id) === edit.annotation.note) count.found++;
              else count.lost++;
            } else if (edit.kind === 'remove')
              assert.equal(found.has(edit.id), false, 'deleted stays deleted');
          }
          if (startedWith) assert.ok(found.has('aaaaaaa1') && found.has('ccccccc3'));
        }
      }
    }
    console.log(
      `      ${count.kills} kills: ${count.made} made, ${count.found} found again, ${count.lost} lost, ${count.doubled} doubled`,
    );
    assert.ok(count.kills > 100 && count.made > 100);
    assert.deepEqual([count.lost, count.doubled], [0, 0]);
  });

  it('survive every failure of every operation: kept, told, and written when it works again', async () => {
    const codes: FileErrorCode[] = ['no-space', 'no-permission', 'read-only', 'not-found', 'busy', 'other'];
    let failures = 0;
    for (const code of codes) {
      for (const operation of ['write', 'rename', 'read', 'stat', 'delete', 'lock']) {
        for (let from = 0; from < 4; from++) {
          for (const length of [1, 3, 100]) {
            const disk = new MemoryDisk();
            disk.put(path, initial);
            let broken = true;
            const fault = failing(code, [operation], from, from + length);
            const { store } = start(disk, (name, file) => (broken ? fault(name, file) : undefined));
            try {
              await store.open(path, 'a.txt');
            } catch {
              continue; // It couldn't even be read: no edit was made.
            }
            for (const edits of script) {
              const { state } = await store.edit(path, edits);
              if (!state.saved) {
                failures++;
                assert.match(inWords(state.problem?.message ?? []), /kept/);
              }
            }
            assert.deepEqual(
              new Map(store.state(path)!.file.sidecar!.annotations.map((one) => [one.id, one.note])),
              want,
            );
            broken = false;
            await store.retry();
            if (!store.state(path)!.saved) await store.edit(path, []);
            assert.deepEqual(onDisk(disk), want, `${code} ${operation} ${from}`);
            assert.equal(store.state(path)?.saved, true);
          }
        }
      }
    }
    console.log(`      ${failures} failed saves, nothing lost`);
    assert.ok(failures > 500);
  });

  it('survive a disk that stays full, in the recovery file of the next start', async () => {
    const disk = new MemoryDisk();
    disk.put(path, initial);
    const { store, process } = start(disk, failing('no-space', ['write']));
    await store.open(path, 'a.txt');
    for (const edits of script) await store.edit(path, edits);
    process.kill();
    assert.equal(disk.files.get(path), initial);
    // Meanwhile somebody else tags too.
    disk.put(path, editSidecar(initial, [put(passage('zzzzzzz9', 1))]));
    await restart(disk);
    assert.deepEqual(onDisk(disk), new Map([['zzzzzzz9', 'n'], ...want]));
  });
});

describe('Several windows on one sidecar', () => {
  const round = async (
    scheduler: fc.Scheduler,
    locks: boolean,
    windows: number,
    per: number,
  ): Promise<void> => {
    const disk = new MemoryDisk();
    disk.put(path, initial);
    const fault: Fault = (operation) => scheduler.schedule(Promise.resolve(undefined), operation);
    const stores = Array.from({ length: windows }, () => start(disk, fault, locks).store);
    const made: string[] = [];
    const work = Promise.all(
      stores.map(async (store, w) => {
        await store.open(path, 'a.txt');
        await Promise.all(
          Array.from({ length: per }, (_, i) => {
            const id = `w${w}n${i}zzzz`;
            made.push(id);
            return store.edit(path, [put(passage(id, 50 + ((i * 7 + w) % 20)))]);
          }),
        );
      }),
    );
    await scheduler.waitFor(work);
    // The editor tells of changes on disk.
    for (let i = 0; i < 3; i++)
      await scheduler.waitFor(Promise.all(stores.map((store) => store.refresh(path))));
    const found = onDisk(disk);
    for (const id of made) assert.ok(found.has(id), `${id} lost`);
    assert.equal(found.size, made.length + 3, 'doubled');
    for (const store of stores) assert.equal(store.state(path)?.file.source, disk.files.get(path));
  };

  it('tagging at once lose nothing and double nothing, whoever is first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 3 }), (scheduler, windows) =>
        round(scheduler, true, windows, 3),
      ),
      { numRuns: 150 },
    );
  });

  it('nor where the file system has no locks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), (scheduler) => round(scheduler, false, 2, 2)),
      { numRuns: 300 },
    );
  });

  const theirs = editSidecar(initial, [put(passage('tttttttt', 40))]);
  const tagged = ['aaaaaaa1', 'bbbbbbb2', 'ccccccc3', 'oooooooo', 'tttttttt'];

  it('without locks look at the file right before they replace it, and after that', async () => {
    // Another window writes what it has, at every step of our save.
    const at = new Set<string>();
    for (let when = 0, interfered = true; interfered; when++) {
      interfered = false;
      const disk = new MemoryDisk();
      disk.put(path, initial);
      let steps = 0;
      const { store } = start(
        disk,
        (operation, file) => {
          // What is written between the last look and the renaming only its own window can find out about.
          if (!isOpen || file.startsWith('recovery/') || operation === 'rename') return undefined;
          if (steps++ !== when) return undefined;
          interfered = true;
          at.add(operation);
          disk.put(path, theirs);
          return undefined;
        },
        false,
      );
      let isOpen = false;
      await store.open(path, 'a.txt');
      isOpen = true;
      await store.edit(path, [put(passage('oooooooo', 45))]);
      // What came with the last looks at it is brought in after that.
      for (let i = 0; i < 100 && onDisk(disk).size < tagged.length; i++) await new Promise(setImmediate);
      if (interfered) assert.deepEqual([...onDisk(disk).keys()].sort(), tagged, `step ${when}`);
    }
    assert.deepEqual([...at].sort(), ['read', 'stat', 'write']);
  });

  it('without locks find out by themselves when another one wrote over what they saved', async () => {
    const disk = new MemoryDisk();
    disk.put(path, initial);
    let pass: () => void = () => undefined;
    const waited: number[] = [];
    const store = new SidecarStore({
      files: new MemoryProcess(disk, undefined, false).files,
      wait: (milliseconds) => {
        waited.push(milliseconds);
        return new Promise((resolve) => (pass = resolve));
      },
      now: () => new Date(0),
      random: Math.random,
    });
    await store.open(path, 'a.txt');
    await store.edit(path, [put(passage('oooooooo', 45))]);
    disk.put(path, theirs);
    const told = new Promise((resolve) => store.onDidChange(({ saved }) => saved && resolve(undefined)));
    pass();
    await told;
    await store.flush();
    assert.deepEqual([...onDisk(disk).keys()].sort(), tagged);
    assert.ok(waited.length > 0);
  });
});
