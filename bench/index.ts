import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { BenchedCorpus } from './indexing/corpora';
import { generatedCorpus, realCorpus } from './indexing/corpora';
import type { Figures } from './indexing/figures';
import { printFigures } from './indexing/figures';
import { findRipgrep } from './indexing/ripgrep';

/**
 * How fast a corpus is indexed, opened again, kept up to date and asked, beside ripgrep and a floor that only reads. Each corpus in
 * a process of its own. Usage: tsx bench/index.ts [--files N (5000; 0: none)] [--aliases 50|5000|100000] [--no-real] [--threads N]
 */
function main(): void {
  const argument = (name: string): string | undefined =>
    process.argv[process.argv.indexOf(name) + 1 || Infinity];
  const files = Number(argument('--files') ?? 5000);
  const aliases = Number(argument('--aliases') ?? 5000);
  const threads = Number(argument('--threads') ?? 2);
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-bench-'));
  try {
    const ripgrep = findRipgrep();
    if (ripgrep === undefined) console.log('ripgrep is not here: set PRESSMARK_RG to compare with it');
    const workerScript = bundle(folder, 'src/node/indexWorker.ts', 'indexWorker.js');
    const namesScript = bundle(folder, 'bench/indexing/namesWorker.ts', 'namesWorker.js');
    const child = bundle(folder, 'bench/indexing/child.ts', 'child.js');
    const memory = bundle(folder, 'bench/indexing/memory.ts', 'memory.js');
    const corpora = [
      process.argv.includes('--no-real') ? undefined : realCorpus(),
      files === 0 ? undefined : generatedCorpus(folder, files, aliases),
    ];
    for (const corpus of corpora.filter((one): one is BenchedCorpus => one !== undefined)) {
      const cacheFile = join(folder, 'cache', 'corpus.index');
      const config = JSON.stringify({ ...corpus, workerScript, namesScript, threads, cacheFile, ripgrep });
      const figures = run(child, config) as Figures;
      const rows = [...figures.rows, ...(run(memory, cacheFile) as Figures['rows'])];
      printFigures(corpus.name, { ...figures, rows });
      rmSync(join(folder, 'cache'), { recursive: true, force: true });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a script with one argument in a process of its own; gives the JSON it prints. */
function run(script: string, argument: string): unknown {
  const { stdout, status } = spawnSync(process.execPath, ['--expose-gc', script, argument], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`${script} failed`);
  return JSON.parse(stdout);
}

function bundle(folder: string, entry: string, name: string): string {
  const outfile = join(folder, name);
  buildSync({ entryPoints: [entry], bundle: true, platform: 'node', outfile, logLevel: 'error' });
  return outfile;
}

main();
