import { mkdir, open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import {
  FileError,
  type FileErrorCode,
  type FileStamp,
  type FileSystem,
} from '../core/annotation/fileSystem';
import { lockFile } from './lockFile';

/** Larger files are no sidecars. */
const maxBytes = 256 * 1024 * 1024;

/** Files of this machine, for `SidecarStore`. Paths are native. */
export const nodeFiles: FileSystem = {
  async read(path) {
    const bytes = await readBytes(path);
    return bytes && decodeUtf8(bytes);
  },

  write: writeWhole,

  async rename(from, to) {
    // A link stays a link: what it leads to is replaced.
    await guarded(to, async () => renameOver(from, await realpath(to).catch(() => to)));
  },

  async delete(path) {
    await guarded(path, async () => void (await unlink(path).catch(missing)));
  },

  async stat(path) {
    return guarded(path, async (): Promise<FileStamp | undefined> => {
      const info = await stat(path, { bigint: true }).catch(missing);
      return (
        info && {
          size: Number(info.size),
          modified: Number(info.mtimeMs),
          key: `${info.ino} ${info.mtimeNs}`,
        }
      );
    });
  },

  lock: lockFile,
};

/** `undefined` where there is no such file. Throws `FileError`. */
export async function readBytes(path: string): Promise<Uint8Array | undefined> {
  return guarded(path, async () => {
    const info = await stat(path).catch(missing);
    if (!info) return undefined;
    if (info.size > maxBytes) throw new FileError('other', `It is too large: ${path}`);
    return readFile(path).catch(missing);
  });
}

/** Writes a whole file, on disk when it resolves, with the permissions of `like`. */
export async function writeWhole(path: string, content: string | Uint8Array, like?: string): Promise<void> {
  await guarded(path, async () => {
    const model = like === undefined ? undefined : await stat(like).catch(missing);
    const file = await open(path, 'w', model ? model.mode & 0o777 : 0o666);
    try {
      await file.writeFile(content);
      if (model) {
        // The mask of the process applies on opening only; another owner can't always be kept.
        await file.chmod(model.mode & 0o7777).catch(() => undefined);
        await file.chown(model.uid, model.gid).catch(() => undefined);
      }
      await file.sync();
    } finally {
      await file.close();
    }
  });
}

export async function makeFolder(path: string): Promise<void> {
  await guarded(path, async () => void (await mkdir(path, { recursive: true })));
}

/** Windows refuses to replace a file while another process has it open: it is tried again for a moment. */
async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await rename(from, to);
    } catch (error) {
      const again = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error));
      if (!again || attempt === 5) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * 2 ** attempt));
    }
  }
}

/** UTF-8 as it stands, byte-order mark included. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FileError('not-text', 'It isn’t UTF-8');
  }
}

const codes: Readonly<Record<string, FileErrorCode>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'read-only',
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
  EMFILE: 'busy',
};

async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileError) throw error;
    const code = codeOf(error);
    throw new FileError(codes[code] ?? 'other', `${code || String(error)}: ${path}`);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function missing(error: unknown): undefined {
  if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return undefined;
  throw error;
}
