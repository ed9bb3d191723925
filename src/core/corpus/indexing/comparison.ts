import type { CorpusIndex, KnownFile } from '../corpusIndex';
import type { FileStamp } from '../facts';
import type { IndexerHost, ListedFile } from './indexerHost';

/** Whether the index holds a file as it is on disk, as far as stamps tell. */
export function isAsKnown(file: ListedFile, known: KnownFile | undefined): boolean {
  return known !== undefined && sameStamp(file.stamp, known.stamp) && sameStamp(file.sidecar, known.sidecar);
}

/** Whether two stamps are of the same version of a file, or both of none. */
export function sameStamp(a: FileStamp | undefined, b: FileStamp | undefined): boolean {
  return a?.size === b?.size && a?.mtime === b?.mtime;
}

/** The hash of the text that the index holds of a file, where only the file's own stamp tells that it may be another. */
export function knownText(file: ListedFile, known: KnownFile | undefined): { readonly contentHash?: number } {
  const isTrue =
    known?.state === 'release' && known.stamp.mtime !== -1 && sameStamp(file.sidecar, known.sidecar);
  return isTrue ? { contentHash: known.contentHash } : {};
}

/** Of the paths the index knows, those that a listing hasn't seen and that really are gone. */
export async function findMissing(
  host: Pick<IndexerHost, 'stat'>,
  paths: readonly string[],
  seen: ReadonlySet<string>,
): Promise<readonly string[]> {
  const unseen = paths.filter((path) => !seen.has(path));
  if (unseen.length === 0) return [];
  const found = await host.stat(unseen);
  return unseen.filter((_, i) => found[i] === undefined);
}

/** The files that an index knows in those of some paths that it doesn't know as files: a folder that goes is told by its own path. */
export function pathsWithin(paths: ReadonlySet<string>, index: CorpusIndex): readonly string[] {
  const folders = new Set([...paths].filter((path) => index.known(path) === undefined));
  if (folders.size === 0) return [];
  return index.paths().filter((path) => {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
      if (folders.has(path.slice(0, at))) return !paths.has(path);
    return false;
  });
}
