import * as vscode from 'vscode';
import type { FileErrorCode, FileSystem } from '../../core/annotation/fileSystem';
import { FileError } from '../../core/annotation/fileSystem';
import { readSavedText } from '../support/textFiles';

/**
 * Files named by their URIs: those on this machine's disks through `disk`, where the host has one (paths are then file
 * system paths), all others through the editor's file systems.
 */
export function editorFiles(disk: FileSystem | undefined): FileSystem {
  const onDisk = (name: string): { files: FileSystem; path: string } | undefined => {
    const uri = vscode.Uri.parse(name);
    return disk && uri.scheme === 'file' ? { files: disk, path: uri.fsPath } : undefined;
  };
  const { fs } = vscode.workspace;
  return {
    async read(name) {
      const there = onDisk(name);
      return there ? there.files.read(there.path) : told(() => readSavedText(vscode.Uri.parse(name)));
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
      return there?.files.lock ? there.files.lock(there.path) : () => Promise.resolve();
    },
  };
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
