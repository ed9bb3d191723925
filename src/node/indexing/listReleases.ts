import type { Stats } from 'node:fs';
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ListedFile } from '../../core/corpus/indexing/indexerHost';
import type { PathFilter } from '../../core/corpus/indexing/pathFilter';
import { pathFilter } from '../../core/corpus/indexing/pathFilter';
import { sidecarPath } from '../../core/corpus/project';
import type { WorkerCorpus } from './workerMessages';

/** So many files are told at once: reading begins before a large corpus is listed, and a small one is told in one piece. */
const piece = 1000;

/**
 * All files of a corpus that its globs match, folder by folder, synchronously: for a worker thread. Links are followed; every
 * folder is visited once, under its own path if it has one, so that links in circles end. What can't be read is left out.
 */
export function* listReleases(corpus: WorkerCorpus): Generator<readonly ListedFile[], void> {
  const filter = pathFilter(corpus);
  const visited = new Set<string>();
  const linked: string[] = [];
  const open = [''];
  let listed: ListedFile[] = [];
  for (;;) {
    const folder = open.pop() ?? linked.shift();
    if (folder === undefined) break;
    const real = realPathOf(join(corpus.root, folder));
    if (real === undefined || visited.has(real)) continue;
    visited.add(real);
    const { files, folders, links } = readFolder(corpus, folder, filter);
    open.push(...folders.reverse());
    linked.push(...links);
    for (const path of files) {
      const file = stampsOf(corpus, path);
      if (file === undefined) continue;
      listed.push(file);
      if (listed.length < piece) continue;
      yield listed;
      listed = [];
    }
  }
  if (listed.length > 0) yield listed;
}

interface FolderContent {
  /** Paths of what may be releases. */
  readonly files: readonly string[];
  readonly folders: string[];
  readonly links: readonly string[];
}

function readFolder(corpus: WorkerCorpus, folder: string, filter: PathFilter): FolderContent {
  const files: string[] = [];
  const folders: string[] = [];
  const links: string[] = [];
  for (const entry of entriesOf(join(corpus.root, folder))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory() || entry.isSymbolicLink()) {
      if (filter.isExcluded(path)) continue;
      const isFolder = entry.isDirectory() || statOf(join(corpus.root, path))?.isDirectory() === true;
      if (isFolder) (entry.isDirectory() ? folders : links).push(path);
      if (isFolder || !entry.isSymbolicLink()) continue;
    } else if (!entry.isFile()) continue;
    if (filter.isRelease(path)) files.push(path);
  }
  return { files, folders, links };
}

/** A file with its stamp and its sidecar's; undefined where there is no such file. */
export function stampsOf(corpus: WorkerCorpus, path: string): ListedFile | undefined {
  const stats = statOf(join(corpus.root, path));
  if (!stats?.isFile()) return undefined;
  const sidecar = statOf(join(corpus.root, sidecarPath(path, corpus)));
  return { path, stamp: stampOf(stats), ...(sidecar?.isFile() && { sidecar: stampOf(sidecar) }) };
}

export function stampOf(stats: Stats): { readonly size: number; readonly mtime: number } {
  return { size: stats.size, mtime: stats.mtimeMs };
}

function entriesOf(folder: string): ReturnType<typeof readEntries> {
  try {
    return readEntries(folder).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

const readEntries = (folder: string) => readdirSync(folder, { withFileTypes: true });

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function realPathOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
