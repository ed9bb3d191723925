import type { Entity } from '../../../src/core/recognition/entity';
import type { CompiledGazetteer } from '../../../src/core/recognition/compileGazetteer';
import { compileGazetteer } from '../../../src/core/recognition/compileGazetteer';
import { analyseInSlices } from '../../../src/core/corpus/indexing/analyseInSlices';
import type { IndexJob, IndexerHost, ListedFile } from '../../../src/core/corpus/indexing/indexerHost';

interface MemoryFile {
  readonly text: string;
  readonly mtime: number;
  readonly sidecar?: { readonly source: string; readonly mtime: number };
}

/** A corpus in memory whose clock goes only when somebody waits. Notes what it was asked for. */
export class MemoryHost implements IndexerHost {
  readonly files = new Map<string, MemoryFile>();
  /** Paths in the order they were read. */
  readonly read: string[] = [];
  listings = 0;
  stored: Uint8Array | undefined;
  /** Analysing a batch with one of these fails as a whole. */
  readonly poisoned = new Set<string>();
  parallel = 2;
  private entities: readonly Entity[] = [];
  private clock = 0;
  private time = 0;

  write(path: string, text: string): void {
    this.files.set(path, { ...this.files.get(path), text, mtime: ++this.clock });
  }

  writeSidecar(path: string, source: string): void {
    const { text, mtime } = this.files.get(path)!;
    this.files.set(path, { text, mtime, sidecar: { source, mtime: ++this.clock } });
  }

  async *list(): AsyncGenerator<readonly ListedFile[], void> {
    this.listings++;
    for (const path of [...this.files.keys()].sort()) {
      await this.yield();
      const file = this.listed(path);
      if (file !== undefined) yield [file];
    }
  }

  async stat(paths: readonly string[]): Promise<readonly (ListedFile | undefined)[]> {
    await this.yield();
    return paths.map((path) => this.listed(path));
  }

  async analyse(jobs: readonly IndexJob[]): Promise<Uint8Array> {
    const gazetteer = compiled(this.entities);
    if (jobs.some(({ path }) => this.poisoned.has(path))) throw new Error('out of order');
    const packet = await analyseInSlices(
      jobs,
      (job) => {
        this.read.push(job.path);
        const file = this.files.get(job.path);
        const listed = this.listed(job.path);
        if (file === undefined || listed === undefined) return Promise.resolve(undefined);
        return Promise.resolve({
          path: job.path,
          stamp: listed.stamp,
          content: { text: job.text ?? file.text },
          ...(file.sidecar &&
            listed.sidecar && {
              sidecar: { stamp: listed.sidecar, bytes: new TextEncoder().encode(file.sidecar.source) },
            }),
        });
      },
      () => ({ gazetteer, detect: false, encoding: 'utf8' }),
      this,
    );
    await this.yield();
    return packet;
  }

  useEntities(entities: readonly Entity[]): void {
    this.entities = entities;
  }

  now(): number {
    return this.time;
  }

  yield(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  wait(milliseconds: number): Promise<void> {
    this.time += milliseconds;
    return this.yield();
  }

  load(): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.stored);
  }

  save(pieces: Iterable<Uint8Array>): Promise<void> {
    this.stored = Buffer.concat([...pieces]);
    return Promise.resolve();
  }

  private listed(path: string): ListedFile | undefined {
    const file = this.files.get(path);
    if (file === undefined) return undefined;
    const { text, mtime, sidecar } = file;
    return {
      path,
      stamp: { size: text.length, mtime },
      ...(sidecar && { sidecar: { size: sidecar.source.length, mtime: sidecar.mtime } }),
    };
  }
}

const compilations = new WeakMap<readonly Entity[], CompiledGazetteer>();

function compiled(entities: readonly Entity[]): CompiledGazetteer {
  const known = compilations.get(entities) ?? compileGazetteer(entities);
  compilations.set(entities, known);
  return known;
}
