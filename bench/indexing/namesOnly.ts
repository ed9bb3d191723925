import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { NamesWork } from './namesWorker';

/** Milliseconds for finding the names of a list in all files, in some threads, from their start; and how many stand there. */
export async function timeNamesOnly(
  script: string,
  threads: number,
  work: NamesWork,
): Promise<{ took: number; found: number }> {
  const begun = performance.now();
  const share = Math.ceil(work.paths.length / threads);
  const shares = Array.from({ length: threads }, (_, i) => work.paths.slice(i * share, (i + 1) * share));
  const found = await Promise.all(
    shares.map(async (paths) => {
      const worker = new Worker(script, { workerData: { ...work, paths } satisfies NamesWork });
      const [count] = (await once(worker, 'message')) as [number];
      return count;
    }),
  );
  return { took: performance.now() - begun, found: found.reduce((sum, count) => sum + count, 0) };
}
