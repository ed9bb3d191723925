import assert from 'node:assert/strict';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { editSidecar, newSidecar, readSidecar } from '../../../src/core/annotation/sidecar';
import { SidecarStore } from '../../../src/core/annotation/sidecarStore';
import { WaitingAnnotations } from '../../../src/core/annotation/waitingAnnotations';
import { MemoryDisk, MemoryProcess } from './memoryFiles';

const path = 'a.txt.annotations.yaml';
const tagged = (id: string, note = 'n'): Annotation => ({
  id,
  codes: ['stance'],
  target: [{ start: 0, end: 5, quote: 'TODAY' }],
  note,
});
const stored = editSidecar(newSidecar('a.txt'), [{ kind: 'put', annotation: tagged('aaaaaaa1') }]);

/** One session after the other on one disk; only the last one runs. */
function sessions(): () => { waiting: WaitingAnnotations; store: SidecarStore; disk: MemoryDisk } {
  const disk = new MemoryDisk();
  disk.put(path, stored);
  let last = 0;
  return () => {
    const process = new MemoryProcess(disk);
    const recovery = process.recovery(`p${++last}`, new Set([`p${last}`]));
    const host = { wait: () => Promise.resolve(), now: () => new Date(0), random: Math.random };
    const store = new SidecarStore({ files: process.files, recovery, ...host });
    return { waiting: new WaitingAnnotations(recovery, host.now), store, disk };
  };
}

describe('Annotations that wait for their text to be saved', () => {
  it('are taken by the next session, all or none of what it finds its text for', async () => {
    const next = sessions();
    const first = next();
    await first.waiting.keep(path, readSidecar(stored), [tagged('bbbbbbb2')]);
    await first.waiting.keep(path, readSidecar(stored), [tagged('bbbbbbb2'), tagged('ccccccc3')]);
    const second = next();
    const seen: string[] = [];
    const names = await second.waiting.take(path, (all) => {
      seen.push(...all.map(({ id }) => id));
      return all;
    });
    assert.deepEqual(seen, ['bbbbbbb2', 'ccccccc3']);
    await second.waiting.forget(names);
    assert.deepEqual(await second.store.recoveries(), []);
    assert.equal(second.disk.files.get(path), stored, 'nothing is written until the text is saved');
  });

  it('are offered where their text is gone, and merged into the sidecar when a person says so', async () => {
    const next = sessions();
    await next().waiting.keep(path, readSidecar(stored), [tagged('bbbbbbb2'), tagged('aaaaaaa1', 'changed')]);
    const { waiting, store, disk } = next();
    assert.deepEqual(await waiting.take(path, () => []), []);
    const [left] = await store.recoveries();
    await store.recover(left!.name);
    const notes = readSidecar(disk.files.get(path)!).sidecar!.annotations.map(({ id, note }) => [id, note]);
    assert.deepEqual(notes.sort(), [
      ['aaaaaaa1', 'changed'],
      ['bbbbbbb2', 'n'],
    ]);
    assert.deepEqual(await store.recoveries(), []);
  });

  it('are forgotten once they are saved, and those of another sidecar are not', async () => {
    const next = sessions();
    const first = next();
    const other = `folder/${path}`;
    await first.waiting.keep(path, readSidecar(stored), [tagged('bbbbbbb2')]);
    await first.waiting.keep(other, readSidecar(stored), [tagged('ddddddd4')]);
    await first.waiting.keep(path, readSidecar(stored), []);
    const left = await next().store.recoveries();
    assert.deepEqual(
      left.map(({ record }) => record.path),
      [other],
    );
  });
});
