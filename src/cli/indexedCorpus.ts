import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import type { CorpusView } from '../core/corpus/corpusView';
import { decodeFile } from '../core/corpus/decodeFile';
import { Indexer } from '../core/corpus/indexing/indexer';
import type { IndexerProblem } from '../core/corpus/indexing/indexer';
import type { Project } from '../core/corpus/project';
import type { Entity } from '../core/recognition/entity';
import { cacheFileOf, engineOf, settingsOf } from '../node/indexing/engine';
import { NodeIndexerHost } from '../node/indexing/nodeIndexerHost';
import type { GazetteerOptions } from './gazetteer';
import { loadEntities } from './gazetteer';
import { CommandError } from './io';
import type { Io } from './io';
import { projectAround } from './projectAround';

export interface CorpusOptions extends GazetteerOptions {
  readonly cache?: boolean;
  readonly encoding?: string;
}

/** Adds the options that every command on an indexed corpus has. */
export function withCorpusOptions(command: Command): Command {
  return command
    .option('--gazetteer <file...>', 'further gazetteers')
    .option('--no-builtin', 'do without the built-in gazetteer')
    .option('--encoding <name>', 'of the releases, as in the editor’s files.encoding', 'utf8')
    .option('--no-cache', 'read everything anew, and keep nothing for the next time');
}

/** A corpus with its index up to date. */
export interface IndexedCorpus {
  readonly root: string;
  readonly project: Project;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly view: CorpusView;
  /** Whether a release lies in the folder that was asked for. */
  readonly isWanted: (path: string) => boolean;
  /** The text of a release, as it was indexed. */
  readonly textOf: (path: string) => string;
  /** Files read anew, the others came from the cache. */
  readonly read: number;
  readonly cacheFile: string | undefined;
}

/**
 * Indexes the corpus that a folder belongs to (the nearest `pressmark.yaml` upwards, else the folder itself), from the cache where
 * nothing changed.
 */
export async function openCorpus(
  io: Io,
  folder: string | undefined,
  options: CorpusOptions,
): Promise<IndexedCorpus> {
  const asked = resolve(io.cwd, folder ?? '.');
  if (!statSync(asked, { throwIfNoEntry: false })?.isDirectory())
    throw new CommandError(`${asked}: no such folder`);
  const { root, project } = projectAround(asked);
  const gazetteer = options.gazetteer?.map((path) => resolve(io.cwd, path));
  const entities = loadEntities({ ...io, cwd: root }, { ...options, ...(gazetteer && { gazetteer }) });
  const encoding = options.encoding ?? 'utf8';
  const corpus = {
    root,
    releases: project.releases,
    exclude: [],
    sidecars: project.sidecars,
    detect: project.detection === 'auto',
    encoding,
    background: false,
  };
  const script = workerScript();
  const cacheFile =
    options.cache === false || script === undefined
      ? undefined
      : cacheFileOf(cacheFolder(), realpathSync(root));
  const host = new NodeIndexerHost({ corpus, workerScript: script, cacheFile });
  let read = 0;
  const indexer = new Indexer(
    host,
    { engine: script === undefined ? '' : engineOf(script), settings: settingsOf(corpus) },
    {
      problem: (problem) => io.err(messageOf(problem)),
      progress: ({ done }) => (read = Math.max(read, done)),
    },
  );
  await indexer.start(entities);
  await indexer.save();
  await host.dispose();
  return {
    root,
    project,
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    view: indexer.index.view(),
    isWanted: inside(root, asked),
    textOf: (path) => textAt(join(root, path), encoding),
    read,
    cacheFile,
  };
}

function inside(root: string, asked: string): (path: string) => boolean {
  const prefix = relative(root, asked).split(sep).join('/');
  return prefix === '' ? () => true : (path) => path.startsWith(`${prefix}/`);
}

function textAt(file: string, encoding: string): string {
  const decoded = decodeFile(readFileSync(file), encoding);
  if (decoded.kind !== 'text') throw new CommandError(`${file}: not a text file any more`);
  return decoded.text;
}

/** The worker lies beside the bundle; run from the sources, everything happens on one thread. */
function workerScript(): string | undefined {
  const beside = join(__dirname, 'indexWorker.js');
  return existsSync(beside) ? beside : undefined;
}

function cacheFolder(): string {
  const { env, platform } = process;
  if (env['XDG_CACHE_HOME']) return join(env['XDG_CACHE_HOME'], 'pressmark');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'pressmark');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? homedir(), 'pressmark', 'cache');
  return join(homedir(), '.cache', 'pressmark');
}

function messageOf(problem: IndexerProblem): string {
  if (problem.kind === 'file') return `${problem.path}: ${problem.message}`;
  if (problem.kind === 'listing') return `The folder could not be listed: ${problem.message}`;
  return problem.reason === 'unwritable'
    ? `The index could not be kept for the next time: ${problem.message}`
    : `The index kept from last time is of no use (${problem.reason}); everything is read anew.`;
}
