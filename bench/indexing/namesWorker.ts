import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { compileGazetteer } from '../../src/core/recognition/compileGazetteer';
import { HitBuffer } from '../../src/core/recognition/matcher/hitBuffer';
import { scanNames } from '../../src/core/recognition/matcher/scanNames';
import { readEntities } from './entities';

/** A thread's share of the work. */
export interface NamesWork {
  readonly root: string;
  readonly paths: readonly string[];
  readonly entitiesFile: string;
}

// Finds the names of the list in whole texts, and nothing else: what is left of an index without layout, rules and linking.
const { root, paths, entitiesFile } = workerData as NamesWork;
const { names } = compileGazetteer(readEntities(entitiesFile));
const hits = new HitBuffer();
const decoder = new TextDecoder();
let found = 0;
for (const path of paths) {
  const text = decoder.decode(readFileSync(join(root, path)));
  hits.clear();
  scanNames(names, text, 0, text.length, hits);
  found += hits.length;
}
parentPort!.postMessage(found);
