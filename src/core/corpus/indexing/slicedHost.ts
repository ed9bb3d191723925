import { compileGazetteer } from '../../recognition/compileGazetteer';
import type { Entity } from '../../recognition/entity';
import type { FileStamp } from '../facts';
import type { Project } from '../project';
import { sidecarPath } from '../project';
import { analyseInSlices } from './analyseInSlices';
import type { IndexJob, IndexerHost, ListedFile } from './indexerHost';
import type { AnalysisSettings, FileContent } from './readFile';
import type { Breathing } from './slices';

/** A folder of files as any host can show it; paths are relative to it, with `/`, the folder itself is ''. */
export interface FolderOfFiles {
  /** Files and folders in a folder; links to folders left out, so that the walk ends. Throws where it can't be read. */
  entries(folder: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]>;
  /** Undefined for what is no file. */
  stat(path: string): Promise<FileStamp | undefined>;
  read(path: string): Promise<Uint8Array>;
}

export interface SlicedHosting extends Breathing {
  readonly files: FolderOfFiles;
  readonly project: Pick<Project, 'sidecars' | 'detection'>;
  readonly encoding: string;
  /** Whether a path may be a release; whether a folder is left out. */
  isRelease(path: string): boolean;
  isExcluded(folder: string): boolean;
  wait(milliseconds: number): Promise<void>;
  /** No more files than that are listed, and no larger ones (bytes) read: what one thread can do in reasonable time. */
  readonly mostFiles: number;
  readonly largestFile: number;
  /** Told once when there are more files than that. */
  tooMany?(): void;
}

/** Files asked for at a time: some file systems answer each over a network. */
const statAtOnce = 64;

/** Indexing on one thread, a few milliseconds at a time, through files that are only promised: for browsers and virtual workspaces. */
export class SlicedHost implements IndexerHost {
  readonly parallel = 1;
  private gazetteer = compileGazetteer([]);

  constructor(private readonly hosting: SlicedHosting) {}

  async *list(): AsyncGenerator<readonly ListedFile[], void> {
    const { files, isExcluded, isRelease, mostFiles } = this.hosting;
    const folders = [''];
    let listed = 0;
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      const entries = await files.entries(folder).catch(() => []);
      const paths = entries.map(({ name, isFolder }) => ({
        path: folder === '' ? name : `${folder}/${name}`,
        isFolder,
      }));
      const found = paths
        .filter(({ path, isFolder }) => !isFolder && isRelease(path))
        .map(({ path }) => path);
      const kept = found.slice(0, mostFiles - listed);
      listed += kept.length;
      for (let at = 0; at < kept.length; at += statAtOnce) {
        yield (await this.stat(kept.slice(at, at + statAtOnce))).filter((file) => file !== undefined);
        await this.yield();
      }
      if (kept.length < found.length) {
        this.hosting.tooMany?.();
        return;
      }
      for (const { path, isFolder } of paths) if (isFolder && !isExcluded(path)) folders.push(path);
      await this.yield();
    }
  }

  async stat(paths: readonly string[]): Promise<readonly (ListedFile | undefined)[]> {
    return Promise.all(paths.map((path) => this.statOf(path)));
  }

  analyse(jobs: readonly IndexJob[]): Promise<Uint8Array> {
    const { project, encoding } = this.hosting;
    const settings = (): AnalysisSettings => ({
      gazetteer: this.gazetteer,
      detect: project.detection === 'auto',
      encoding,
    });
    return analyseInSlices(jobs, (job) => this.read(job), settings, this);
  }

  useEntities(entities: readonly Entity[]): void {
    this.gazetteer = compileGazetteer(entities);
  }

  now(): number {
    return this.hosting.now();
  }

  yield(): Promise<void> {
    return this.hosting.yield();
  }

  wait(milliseconds: number): Promise<void> {
    return this.hosting.wait(milliseconds);
  }

  private async statOf(path: string): Promise<ListedFile | undefined> {
    const { files, isRelease, project } = this.hosting;
    if (!isRelease(path)) return undefined;
    const stamp = await files.stat(path).catch(() => undefined);
    if (stamp === undefined) return undefined;
    const sidecar = await files.stat(sidecarPath(path, project)).catch(() => undefined);
    return { path, stamp, ...(sidecar && { sidecar }) };
  }

  private async read(job: IndexJob): Promise<FileContent | undefined> {
    const { files, largestFile, project } = this.hosting;
    const found = await this.statOf(job.path);
    if (found === undefined) return undefined;
    const { path, stamp, sidecar } = found;
    const content =
      job.text !== undefined
        ? { text: job.text }
        : stamp.size > largestFile
          ? undefined
          : { bytes: await files.read(path) };
    const bytes = sidecar && (await files.read(sidecarPath(path, project)));
    return { path, stamp, content, ...(sidecar && bytes && { sidecar: { stamp: sidecar, bytes } }) };
  }
}
