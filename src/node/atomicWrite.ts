import { randomBytes } from 'node:crypto';
import { nodeFiles, writeWhole } from './nodeFiles';
import { FileError } from '../core/annotation/fileSystem';

/**
 * Replaces a file whole or leaves it as it was: a temporary file beside it, on disk, renamed over it. Permissions and links stay.
 * Where the folder takes no new files the file is written in place. Throws `FileError`.
 */
export async function replaceFile(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await writeWhole(temporary, content, path);
    await nodeFiles.rename(temporary, path);
  } catch (error) {
    await nodeFiles.delete(temporary).catch(() => undefined);
    const blocked = error instanceof FileError && ['no-permission', 'busy', 'other'].includes(error.code);
    if (!blocked || !(await nodeFiles.stat(path).catch(() => undefined))) throw error;
    await writeWhole(path, content);
  }
}
