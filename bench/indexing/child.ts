import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { IndexJob } from '../../src/core/corpus/indexing/indexerHost';
import { Indexer } from '../../src/core/corpus/indexing/indexer';
import { entitiesByFrequency } from '../../src/core/corpus/questions/frequencies';
import type { Entity } from '../../src/core/recognition/entity';
import { compileGazetteer } from '../../src/core/recognition/compileGazetteer';
import { IndexCache } from '../../src/node/indexing/indexCache';
import { listReleases } from '../../src/node/indexing/listReleases';
import { NodeIndexerHost } from '../../src/node/indexing/nodeIndexerHost';
import type { WorkerCorpus } from '../../src/node/indexing/workerMessages';
import { Asking, rowsOfAsking } from './asking';
import type { BenchedCorpus } from './corpora';
import { namesOf, readEntities } from './entities';
import type { Row } from './figures';
import { timeNamesOnly } from './namesOnly';
import { timeRipgrep } from './ripgrep';
import { timeReferences } from './references';
import { timeUpdates } from './updates';

// Measures one corpus, named by its argument, and prints the figures as JSON.

interface Config extends BenchedCorpus {
  readonly workerScript: string;
  readonly namesScript: string;
  readonly threads: number;
  readonly cacheFile: string;
  readonly ripgrep?: string;
}

const config = JSON.parse(process.argv[2]!) as Config;
const corpus: WorkerCorpus = {
  root: config.root,
  releases: ['**/*.txt'],
  exclude: [],
  detect: false,
  encoding: 'utf8',
  background: false,
};
const besideRipgrep = {
  beside: config.ripgrep === undefined ? 'reading only, one thread' : 'ripgrep, all names',
};
const options = { engine: 'bench', settings: '' };
const rows: Row[] = [];
const row = (what: string, value: number, unit: Row['unit'], more: Partial<Row> = {}): void => {
  rows.push({ what, value, unit, ...more });
};
const timed = async (run: () => unknown): Promise<number> => {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
};
const megabytes = (bytes: number): number => bytes / 1e6;

async function main(): Promise<void> {
  const entities = readEntities(config.entitiesFile);
  const files = [...listReleases(corpus)].flat();
  const bytes = files.reduce((sum, { stamp }) => sum + stamp.size, 0);
  const readAll = (): void => files.forEach(({ path }) => readFileSync(join(config.root, path)));
  readAll();
  row('list and stat', await timed(() => [...listReleases(corpus)].length), 'ms');
  row('reading only, one thread', await timed(readAll), 'ms');
  if (config.ripgrep !== undefined)
    row('ripgrep, all names', timeRipgrep(config.ripgrep, namesOf(entities), config.root), 'ms');

  const { root, entitiesFile, namesScript, threads } = config;
  const paths = files.map(({ path }) => path);
  const names = await timeNamesOnly(namesScript, threads, { root, paths, entitiesFile });
  row('names only: no layout, rules, linking', names.took, 'ms', {
    ...besideRipgrep,
    note: `${threads} threads from their start; ${names.found.toLocaleString('en')} found`,
  });

  const peak = watchPeak();
  const { indexer, host } = await coldIndex(entities, bytes);
  row('peak of the process, threads included', megabytes(peak()), 'MB');
  const view = indexer.index.view();
  row('index file', megabytes(await new IndexCache(config.cacheFile).size()), 'MB');
  await warmOpen(entities);
  rows.push(...timeReferences(view, entitiesByFrequency(view)[0]!.subject, entities, config));
  rows.push(...timeUpdates(indexer.index, compileGazetteer(entities), config.root, files));
  await gazetteerEdit(indexer, entities);
  await host.dispose();
  const sizes = { releases: view.releaseCount, mentions: view.mentionCount, bytes };
  process.stdout.write(JSON.stringify({ sizes, rows }));
}

function newHost(): NodeIndexerHost {
  const { workerScript, cacheFile, threads } = config;
  return new NodeIndexerHost({ corpus, workerScript, cacheFile, threads });
}

/** The host keeps a thread for each request; this is what the thread of the editor feels meanwhile. */
async function coldIndex(
  entities: readonly Entity[],
  bytes: number,
): Promise<{ indexer: Indexer; host: NodeIndexerHost }> {
  const host = newHost();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const begun = performance.now();
  const processor = process.cpuUsage();
  let first = 0;
  const indexer = new Indexer(host, options, { changed: () => (first ||= performance.now() - begun) });
  const asking = new Asking(indexer, askedFor(entities), config.entitiesFile);
  await indexer.start(entities);
  const took = performance.now() - begun;
  delay.disable();
  const whileReading = await asking.stop();
  row('cold index', took, 'ms', {
    ...besideRipgrep,
    note: `${(bytes / 1000 / took).toFixed(0)} MB/s`,
  });
  const { user, system } = process.cpuUsage(processor);
  row('cold index, processor time', (user + system) / 1000, 'ms');
  row('first release indexed after', first, 'ms');
  row('editor’s thread held up, p99', delay.percentile(99) / 1e6, 'ms');
  row('editor’s thread held up, longest', delay.max / 1e6, 'ms');
  const afterwards = new Asking(indexer, askedFor(entities), config.entitiesFile);
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  rows.push(...rowsOfAsking(whileReading, await afterwards.stop()));
  row('index stored', await timed(() => indexer.save()), 'ms');
  return { indexer, host };
}

/** An entity that is neither the best known nor unheard of. */
function askedFor(entities: readonly Entity[]): string {
  return entities[Math.min(200, entities.length - 1)]!.id;
}

async function gazetteerEdit(indexer: Indexer, entities: readonly Entity[]): Promise<void> {
  const ranked = entitiesByFrequency(indexer.index.view()).filter(({ subject }) =>
    entities.some(({ id }) => id === subject),
  );
  const { subject, releases } = ranked[Math.floor(ranked.length / 4)]!;
  const renamed = entities.map((one) =>
    one.id === subject ? { ...one, aliases: [...one.aliases, 'Novelskaya'] } : one,
  );
  const without = renamed.filter(({ id }) => id !== subject);
  let read = 0;
  const { host } = indexer as unknown as { host: NodeIndexerHost };
  const analyse = host.analyse.bind(host);
  host.analyse = (jobs: readonly IndexJob[]) => {
    read += jobs.length;
    return analyse(jobs);
  };
  const edit = async (next: readonly Entity[]): Promise<number> => {
    read = 0;
    return timed(async () => {
      await indexer.useEntities(next);
      await indexer.idle();
    });
  };
  row('gazetteer edited: an alias added', await edit(renamed), 'ms', { note: `${read} files read again` });
  row('gazetteer edited: an entity removed', await edit(without), 'ms', {
    note: `${read} files read again; ${releases} mention it`,
  });
  host.analyse = analyse;
  await edit(entities);
  await indexer.save();
}

async function warmOpen(entities: readonly Entity[]): Promise<void> {
  const host = newHost();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  let read = 0;
  const indexer = new Indexer(host, options, { progress: ({ done }) => (read = Math.max(read, done)) });
  const took = await timed(() => indexer.start(entities));
  delay.disable();
  row('warm open', took, 'ms', { beside: 'list and stat', note: `${read} files read again` });
  row('warm open: editor’s thread held up, longest', delay.max / 1e6, 'ms');
  await host.dispose();
}

function watchPeak(): () => number {
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

void main();
