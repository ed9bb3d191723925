import type { ListedFile } from '../../core/corpus/indexing/indexerHost';

/** Files as they travel between threads: a fraction of the time that as many objects take. */
export interface PackedFiles {
  readonly paths: readonly string[];
  /** For each file size and time, then those of its sidecar, -1 where there is none. */
  readonly stamps: Float64Array<ArrayBuffer>;
}

export function packFiles(files: readonly ListedFile[]): PackedFiles {
  const stamps = new Float64Array(files.length * 4);
  files.forEach(({ stamp, sidecar }, i) => {
    stamps.set([stamp.size, stamp.mtime, sidecar?.size ?? -1, sidecar?.mtime ?? -1], i * 4);
  });
  return { paths: files.map(({ path }) => path), stamps };
}

export function unpackFiles({ paths, stamps }: PackedFiles): readonly ListedFile[] {
  return paths.map((path, i) => {
    const stamp = { size: stamps[i * 4]!, mtime: stamps[i * 4 + 1]! };
    const size = stamps[i * 4 + 2]!;
    return size < 0 ? { path, stamp } : { path, stamp, sidecar: { size, mtime: stamps[i * 4 + 3]! } };
  });
}
