import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A corpus to be measured, with the file its entities are read from. */
export interface BenchedCorpus {
  readonly name: string;
  readonly root: string;
  readonly entitiesFile: string;
}

/** The real releases beside the project, with the built-in gazetteer. */
export function realCorpus(): BenchedCorpus | undefined {
  const root = join(process.cwd(), '../shared/corpus');
  const entitiesFile = join(process.cwd(), 'dist/gazetteer.json');
  if (existsSync(root) && existsSync(entitiesFile)) return { name: 'real releases', root, entitiesFile };
  console.log('bench/index: ../shared/corpus or dist/gazetteer.json is not here, real releases are left out');
  return undefined;
}

/** Generated releases in a new folder. */
export function generatedCorpus(folder: string, files: number, aliases: number): BenchedCorpus | undefined {
  const generator = join(process.cwd(), '../shared/bench/generate-corpus.mjs');
  if (!existsSync(generator)) {
    console.log('bench/index: ../shared/bench is not here, generated releases are left out');
    return undefined;
  }
  const root = join(folder, 'generated');
  const { status, stderr } = spawnSync(process.execPath, [generator, String(files), root, folder], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return {
    name: `generated releases, ${aliases.toLocaleString('en')} aliases`,
    root,
    entitiesFile: join(folder, `gazetteer-${aliases}.yaml`),
  };
}
