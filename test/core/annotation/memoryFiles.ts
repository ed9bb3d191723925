import { FileError, type FileErrorCode, type FileSystem } from '../../../src/core/annotation/fileSystem';
import type { RecoveryFiles } from '../../../src/core/annotation/recovery';

/** The process that did this is dead; nothing it does has any effect any more. */
export class Crash extends Error {}

/** Before an operation of the disk: may throw, or say that only half of it is done before the crash. */
export type Fault = (
  operation: string,
  path: string,
) => undefined | 'half' | 'after' | Promise<undefined | 'half' | 'after'>;

/** What is on a disk that several processes share. */
export class MemoryDisk {
  readonly files = new Map<string, string>();
  readonly locks = new Map<string, object>();
  private stamps = new Map<string, number>();
  private clock = 0;

  put(path: string, text: string): void {
    this.files.set(path, text);
    this.stamps.set(path, ++this.clock);
  }

  remove(path: string): void {
    this.files.delete(path);
  }

  stamp(path: string): number {
    return this.stamps.get(path) ?? 0;
  }
}

/** The disk as one process sees it. */
export class MemoryProcess {
  private dead = false;
  private readonly own = {};

  constructor(
    private readonly disk: MemoryDisk,
    private readonly fault: Fault = () => undefined,
    private readonly locks = true,
  ) {}

  kill(): void {
    this.dead = true;
    // As a lock of a process that ended doesn't count.
    for (const [path, owner] of this.disk.locks) if (owner === this.own) this.disk.locks.delete(path);
  }

  private async step<T>(
    operation: string,
    path: string,
    done: () => T,
    half: () => void = () => undefined,
  ): Promise<T> {
    if (this.dead) throw new Crash();
    const fault = await this.fault(operation, path);
    if (this.dead) throw new Crash();
    if (fault === 'half') half();
    if (fault === 'after') done();
    if (fault) {
      this.kill();
      throw new Crash();
    }
    return done();
  }

  get files(): FileSystem {
    const { disk } = this;
    return {
      read: (path) => this.step('read', path, () => disk.files.get(path)),
      write: (path, text) =>
        this.step(
          'write',
          path,
          () => disk.put(path, text),
          () => disk.put(path, text.slice(0, text.length / 2)),
        ),
      rename: (from, to) =>
        this.step('rename', to, () => {
          const text = disk.files.get(from);
          if (text === undefined) throw new FileError('not-found', from);
          disk.put(to, text);
          disk.remove(from);
        }),
      delete: (path) => this.step('delete', path, () => disk.remove(path)),
      stat: (path) =>
        this.step('stat', path, () => {
          const text = disk.files.get(path);
          return text === undefined ? undefined : { size: text.length, modified: disk.stamp(path) };
        }),
      ...(this.locks
        ? {
            lock: async (path: string) => {
              while (disk.locks.has(path)) await this.step('wait', path, () => undefined);
              await this.step('lock', path, () => {
                if (disk.locks.has(path)) return;
                disk.locks.set(path, this.own);
              });
              if (disk.locks.get(path) !== this.own) return this.files.lock!(path);
              return {
                keepsAll: true,
                release: async () => {
                  if (disk.locks.get(path) === this.own && !this.dead) disk.locks.delete(path);
                },
              };
            },
          }
        : {}),
    };
  }

  /** `pid` names the process; those of `alive` are not listed. */
  recovery(pid: string, alive: ReadonlySet<string>): RecoveryFiles {
    const { files } = this;
    const pathOf = (name: string): string =>
      name.startsWith('recovery/') ? name : `recovery/${pid}:${name}`;
    return {
      list: async () =>
        [...this.disk.files.keys()].filter(
          (path) =>
            /^recovery\/[^.]*$/.test(path.replace(/\.txt.*|\.yaml.*/, '')) &&
            !path.endsWith('.tmp') &&
            !alive.has(path.slice(9).split(':')[0]!),
        ),
      read: (name) => files.read(pathOf(name)),
      write: async (name, text) => {
        await files.write(`${pathOf(name)}.tmp`, text);
        await files.rename(`${pathOf(name)}.tmp`, pathOf(name));
      },
      delete: (name) => files.delete(pathOf(name)),
    };
  }
}

export function failing(code: FileErrorCode, operations: readonly string[], from = 0, to = Infinity): Fault {
  let count = 0;
  return (operation, path) => {
    if (!operations.includes(operation) || path.startsWith('recovery/')) return undefined;
    const at = count++;
    if (at >= from && at < to) throw new FileError(code, operation);
    return undefined;
  };
}
