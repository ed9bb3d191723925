import { readFile } from 'node:fs/promises';
import type { CorpusIndex } from '../../src/core/corpus/corpusIndex';
import { readIndex } from '../../src/core/corpus/indexCodec';
import type { Row } from './figures';

// Measures what an index costs that was just read from its file, in a process of its own; prints rows as JSON.

const kept: CorpusIndex[] = [];

/** Bytes in use, once what nobody holds is given back: buffers are only a while after they were collected. */
async function used(): Promise<number> {
  for (let i = 0; i < 5; i++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function load(file: string): Promise<CorpusIndex> {
  const steps = readIndex(await readFile(file), { engine: 'bench', settings: '' });
  for (;;) {
    const step = steps.next();
    if (!step.done) continue;
    if (!step.value.ok) throw new Error(step.value.reason);
    return step.value.stored.index;
  }
}

async function main(): Promise<void> {
  const file = process.argv[2]!;
  await load(file);
  const before = await used();
  kept.push(await load(file));
  const after = await used();
  const view = kept[0]!.view();
  const perMillion = (bytes: number): number => bytes / view.mentionCount;
  const rows: Row[] = [
    {
      what: 'index in memory, per million mentions',
      value: perMillion(after - before),
      unit: 'MB',
      goal: 16,
      note: `${((after - before) / view.releaseCount).toFixed(0)} bytes a release, paths and headlines included`,
    },
  ];
  process.stdout.write(JSON.stringify(rows));
}

void main();
