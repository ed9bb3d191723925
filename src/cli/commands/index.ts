import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import {
  codesByFrequency,
  entitiesByFrequency,
  unlistedByFrequency,
} from '../../core/corpus/questions/frequencies';
import type { CorpusOptions, IndexedCorpus } from '../indexedCorpus';
import { openCorpus, withCorpusOptions } from '../indexedCorpus';
import type { ExitCode, Io } from '../io';
import { action } from '../program';

/** `pressmark index`: brings the index of a corpus up to date and tells what is in it, as one JSON object. */
export function registerIndex(program: Command, io: Io): void {
  const command = program
    .command('index')
    .description('index a corpus, and tell what is in it: one JSON object')
    .argument('[dir]', 'the corpus, or a folder of it', '.');
  withCorpusOptions(command).action(
    action(program, async (folder: string, options: CorpusOptions): Promise<ExitCode> => {
      const begun = performance.now();
      const corpus = await openCorpus(io, folder, options);
      const seconds = Number(((performance.now() - begun) / 1000).toFixed(3));
      await io.out(JSON.stringify({ ...summary(corpus), seconds, cache: await cacheOf(corpus) }) + '\n');
      return 0;
    }),
  );
}

function summary({ root, view, read }: IndexedCorpus): object {
  const others: Record<string, number> = {};
  for (const { state } of view.otherFiles()) others[state] = (others[state] ?? 0) + 1;
  const entities = entitiesByFrequency(view);
  const types: Record<string, number> = {};
  for (const { type, count } of entities) types[type] = (types[type] ?? 0) + count;
  return {
    root,
    releases: view.releaseCount,
    otherFiles: others,
    read,
    mentions: view.mentionCount,
    entities: entities.length,
    mentionsOfEntities: types,
    unlistedNames: unlistedByFrequency(view).length,
    annotations: view.passageCount,
    codes: codesByFrequency(view).length,
  };
}

async function cacheOf({ cacheFile }: IndexedCorpus): Promise<object | null> {
  const stats = cacheFile === undefined ? undefined : await stat(cacheFile).catch(() => undefined);
  return stats === undefined ? null : { file: cacheFile, bytes: stats.size };
}
