import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecoveryFiles } from '../core/annotation/recovery';
import { isAlive } from './lockFile';
import { makeFolder, nodeFiles } from './nodeFiles';

const suffix = '.unsaved.json';

/** Recovery files in a folder of this machine that all windows share; each process's own begin with its id. */
export function recoveryFolder(folder: string, pid = process.pid): RecoveryFiles {
  const pathOf = (name: string): string =>
    join(folder, name.endsWith(suffix) ? name : `${pid}-${name}${suffix}`);
  return {
    async list() {
      const names = await readdir(folder).catch(() => []);
      const left = names.filter((name) => !isAlive(Number.parseInt(name, 10)));
      // Records that were never finished; the one before, if there was one, is still there.
      const unfinished = left.filter((name) => name.endsWith(`${suffix}.tmp`));
      await Promise.all(
        unfinished.map((name) => nodeFiles.delete(join(folder, name)).catch(() => undefined)),
      );
      return left.filter((name) => name.endsWith(suffix));
    },
    read: (name) => nodeFiles.read(pathOf(name)),
    async write(name, text) {
      // The record before holds edits that are nowhere else: it stays until this one is whole.
      const path = pathOf(name);
      await makeFolder(folder);
      await nodeFiles.write(`${path}.tmp`, text);
      await nodeFiles.rename(`${path}.tmp`, path);
    },
    delete: (name) => nodeFiles.delete(pathOf(name)),
  };
}
