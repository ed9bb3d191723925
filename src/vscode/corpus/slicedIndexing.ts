import * as vscode from 'vscode';
import { pathFilter } from '../../core/corpus/indexing/pathFilter';
import type { FolderOfFiles } from '../../core/corpus/indexing/slicedHost';
import { SlicedHost } from '../../core/corpus/indexing/slicedHost';
import { isFileNotFound } from '../support/textFiles';
import type { IndexedFolder, IndexHosting } from '../services';

/** What one thread reads in reasonable time through a file system that may lie behind a network. */
const mostFiles = 10_000;
/** A larger file would keep the thread from other work for too long (bytes). */
const largestFile = 2 * 1024 * 1024;

/**
 * Indexing without Node: in a browser, and of folders that are on no disk. Reads through `workspace.fs`, a few milliseconds at a
 * time on the thread of the extension, and stores nothing.
 */
export function slicedIndexing(folder: IndexedFolder): IndexHosting {
  const { root, releases, sidecars, detect, encoding } = folder;
  let isCut = false;
  const host = new SlicedHost({
    ...pathFilter({ releases, exclude: [] }),
    files: filesOf(root),
    project: { detection: detect ? 'auto' : 'off', ...(sidecars === undefined ? {} : { sidecars }) },
    encoding,
    now: () => performance.now(),
    yield: () => new Promise((resolve) => setTimeout(resolve)),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    mostFiles,
    largestFile,
    tooMany: () => (isCut = true),
  });
  return {
    host,
    engine: 'sliced',
    settings: '',
    limits: () =>
      isCut
        ? vscode.l10n.t(
            'Only the first {0} releases are read here; Pressmark on the desktop reads all.',
            mostFiles,
          )
        : undefined,
    dispose: () => Promise.resolve(),
  };
}

function filesOf(root: vscode.Uri): FolderOfFiles {
  const { fs } = vscode.workspace;
  const at = (path: string): vscode.Uri => (path === '' ? root : vscode.Uri.joinPath(root, path));
  return {
    async entries(folder) {
      const entries = await fs.readDirectory(at(folder));
      const { Directory, File, SymbolicLink } = vscode.FileType;
      // Links to folders may lead in circles.
      return entries
        .filter(([, type]) => (type & File) !== 0 || type === Directory)
        .map(([name, type]) => ({ name, isFolder: (type & ~SymbolicLink) === Directory }));
    },
    async stat(path) {
      try {
        const { type, size, mtime } = await fs.stat(at(path));
        return (type & vscode.FileType.File) === 0 ? undefined : { size, mtime };
      } catch (error) {
        if (isFileNotFound(error)) return undefined;
        throw error;
      }
    },
    read: async (path) => fs.readFile(at(path)),
  };
}
