import * as vscode from 'vscode';
import { mirroredFolder, sidecarPath, sidecarSuffix } from '../../core/corpus/project';
import type { Corpora } from './corpora';

/** Where the sidecar of a file lies or would lie; undefined for what can't have one. The file need not be there. */
export async function sidecarOf(uri: vscode.Uri, corpora: Corpora): Promise<vscode.Uri | undefined> {
  if (uri.path.endsWith(sidecarSuffix) || !/\.(txt|release|pr)$/i.test(uri.path)) return undefined;
  const corpus = await corpora.of(uri);
  const path = uri.path.slice(corpus.root.path.length).replace(/^\//, '');
  return vscode.Uri.joinPath(corpus.root, sidecarPath(path, corpus.project));
}

/** The folder of sidecars that mirrors a folder, or would; undefined where sidecars lie beside their releases. */
export async function mirrorOf(folder: vscode.Uri, corpora: Corpora): Promise<vscode.Uri | undefined> {
  const { root, project } = await corpora.of(folder);
  if (!folder.path.startsWith(`${root.path}/`)) return undefined;
  const mirror = mirroredFolder(folder.path.slice(root.path.length + 1), project);
  return mirror === undefined ? undefined : vscode.Uri.joinPath(root, mirror);
}

export async function isFolder(uri: vscode.Uri): Promise<boolean> {
  const info = await vscode.workspace.fs.stat(uri).then(undefined, () => undefined);
  return info !== undefined && (info.type & vscode.FileType.Directory) !== 0;
}
