import * as vscode from 'vscode';
import type { Format, ReadProblem, SourceFile } from '../../core/formats/format';
import { unzip } from '../../core/formats/zip';
import { fileName } from '../support/textFiles';

/** Asks for files or a folder of another tool; undefined when the question is left. */
export async function pickSources(format: Format): Promise<readonly vscode.Uri[] | undefined> {
  const endings = format.extensions.join(', ');
  const picked = await vscode.window.showQuickPick(
    [
      { label: `$(file) ${vscode.l10n.t('Files…')}`, description: endings, isFolder: false },
      {
        label: `$(folder) ${vscode.l10n.t('A folder…')}`,
        description: vscode.l10n.t('all {0} in it', endings),
        isFolder: true,
      },
    ],
    { title: vscode.l10n.t('Import {0} From', format.label) },
  );
  if (!picked) return undefined;
  return vscode.window.showOpenDialog({
    canSelectFiles: !picked.isFolder,
    canSelectFolders: picked.isFolder,
    canSelectMany: !picked.isFolder,
    openLabel: vscode.l10n.t('Import'),
    title: vscode.l10n.t('Files of {0}', format.label),
  });
}

/** The files that `format` may read: those named, and of folders and zips all that have its endings. */
export async function readSources(
  sources: readonly vscode.Uri[],
  format: Format,
  problems: ReadProblem[],
): Promise<readonly SourceFile[]> {
  const isWanted = (path: string): boolean =>
    format.extensions.some((extension) => path.toLowerCase().endsWith(extension));
  const found: SourceFile[] = [];
  for (const source of sources) {
    for (const { uri, path } of await filesIn(source, fileName(source), isWanted)) {
      const file: SourceFile = { path, content: await vscode.workspace.fs.readFile(uri) };
      if (!path.toLowerCase().endsWith('.zip')) found.push(file);
      else found.push(...unzip(file, problems).filter((entry) => isWanted(entry.path)));
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

interface Found {
  readonly uri: vscode.Uri;
  /** Relative to the folder that was named. */
  readonly path: string;
}

async function filesIn(
  source: vscode.Uri,
  name: string,
  isWanted: (path: string) => boolean,
): Promise<readonly Found[]> {
  const { type } = await vscode.workspace.fs.stat(source);
  if ((type & vscode.FileType.Directory) === 0) return [{ uri: source, path: name }];
  const found: Found[] = [];
  const open: Found[] = [{ uri: source, path: '' }];
  for (let folder = open.pop(); folder; folder = open.pop()) {
    for (const [entry, kind] of await vscode.workspace.fs.readDirectory(folder.uri)) {
      const path = folder.path === '' ? entry : `${folder.path}/${entry}`;
      const uri = vscode.Uri.joinPath(folder.uri, entry);
      // Links to folders may lead in circles.
      if (kind === vscode.FileType.Directory) open.push({ uri, path });
      else if ((kind & vscode.FileType.File) !== 0 && isWanted(path)) found.push({ uri, path });
    }
  }
  return found;
}
