import * as vscode from 'vscode';
import type { FileErrorCode, FileSystem } from '../../core/annotation/fileSystem';
import { FileError, noLock } from '../../core/annotation/fileSystem';
import type { Services } from '../services';
import { isFileNotFound } from '../support/textFiles';

/**
 * Files named by their URIs: those on this machine's disks through `disk`, where the host has one (paths are then file
 * system paths), all others through the editor's file systems. Those can't be locked: `lockName` keeps at least the other
 * windows of this browser away.
 */
export function editorFiles({ disk, lockName }: Pick<Services, 'disk' | 'lockName'>): FileSystem {
  const onDisk = (name: string): { files: FileSystem; path: string } | undefined => {
    const uri = vscode.Uri.parse(name);
    return disk && uri.scheme === 'file' ? { files: disk, path: uri.fsPath } : undefined;
  };
  const { fs } = vscode.workspace;
  return {
    async read(name) {
      const there = onDisk(name);
      return there ? there.files.read(there.path) : readWhole(vscode.Uri.parse(name));
    },
    async write(name, text, like) {
      const there = onDisk(name);
      if (there) return there.files.write(there.path, text, like && vscode.Uri.parse(like).fsPath);
      await told(() => fs.writeFile(vscode.Uri.parse(name), new TextEncoder().encode(text)));
    },
    async rename(from, to) {
      const there = onDisk(from);
      if (there) return there.files.rename(there.path, vscode.Uri.parse(to).fsPath);
      await told(() => fs.rename(vscode.Uri.parse(from), vscode.Uri.parse(to), { overwrite: true }));
    },
    async delete(name) {
      const there = onDisk(name);
      if (there) return there.files.delete(there.path);
      await told(() => fs.delete(vscode.Uri.parse(name))).catch((error: unknown) => {
        if (!(error instanceof FileError && error.code === 'not-found')) throw error;
      });
    },
    async stat(name) {
      const there = onDisk(name);
      if (there) return there.files.stat(there.path);
      try {
        const { size, mtime } = await fs.stat(vscode.Uri.parse(name));
        return { size, modified: mtime };
      } catch {
        return undefined;
      }
    },
    async lock(name) {
      const there = onDisk(name);
      if (there) return (await there.files.lock?.(there.path)) ?? noLock;
      const release = await lockName?.(name);
      return release ? { keepsAll: false, release } : noLock;
    },
  };
}

/** UTF-8 as it stands, byte-order mark included: what can't be written back as it was is never read. */
async function readWhole(uri: vscode.Uri): Promise<string | undefined> {
  const bytes = await told(() =>
    vscode.workspace.fs.readFile(uri).then(undefined, (error: unknown) => {
      if (isFileNotFound(error)) return undefined;
      throw error;
    }),
  );
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FileError('not-text', 'It isn’t UTF-8');
  }
}

const codes: Readonly<Record<string, FileErrorCode>> = {
  FileNotFound: 'not-found',
  NoPermissions: 'no-permission',
  Unavailable: 'busy',
};

async function told<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof vscode.FileSystemError ? codes[error.code] : undefined;
    throw new FileError(code ?? 'other', error instanceof Error ? error.message : String(error));
  }
}
