import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkerCorpus } from './workerMessages';

/** Names the analysis that a bundle does: an index made by another one is made anew. */
export function engineOf(bundle: string): string {
  return createHash('sha256').update(readFileSync(bundle)).digest('hex').slice(0, 16);
}

/** The settings that decide what is read and how, as an index remembers them. */
export function settingsOf({ releases, exclude, sidecars, detect, encoding }: WorkerCorpus): string {
  return JSON.stringify({ releases, exclude, sidecars: sidecars ?? '', detect, encoding });
}

/** The file in `folder` that keeps the index of the corpus at `root`; the same for every window and program. */
export function cacheFileOf(folder: string, root: string): string {
  return join(folder, `${createHash('sha256').update(root).digest('hex').slice(0, 24)}.index`);
}
