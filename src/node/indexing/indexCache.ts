import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** An index file on disk. Several processes may read and write it: each write replaces it whole, the last one stays. */
export class IndexCache {
  constructor(readonly file: string) {}

  /** Undefined where there is none. */
  async load(): Promise<Uint8Array | undefined> {
    try {
      return await readFile(this.file);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /** Writes a new file and puts it in place of the old one; the old one stays where that fails. */
  async save(pieces: Iterable<Uint8Array>): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true });
    const temporary = `${this.file}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
    try {
      const file = await open(temporary, 'wx');
      try {
        for (const piece of pieces) await file.writeFile(piece);
      } finally {
        await file.close();
      }
      await replace(temporary, this.file);
    } catch (error) {
      await unlink(temporary).catch(() => undefined);
      throw error;
    }
    await this.removeLeftovers();
  }

  /** Bytes on disk; 0 where there is none. */
  async size(): Promise<number> {
    return (await stat(this.file).catch(() => undefined))?.size ?? 0;
  }

  /** Removes what a process that died while writing left behind. */
  private async removeLeftovers(): Promise<void> {
    const folder = dirname(this.file);
    const own = `${basename(this.file)}.`;
    for (const name of await readdir(folder).catch(() => [])) {
      if (!name.startsWith(own) || !name.endsWith('.tmp')) continue;
      const path = join(folder, name);
      const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now());
      if (age > anHour) await unlink(path).catch(() => undefined);
    }
  }
}

const anHour = 3_600_000;

/** Windows refuses to replace a file while another process has it open: it is tried again for a moment. */
async function replace(from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (attempt === 5 || !['EPERM', 'EACCES', 'EBUSY'].includes(String(code))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** attempt));
    }
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
