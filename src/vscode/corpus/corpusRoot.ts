import * as vscode from 'vscode';
import { projectFileName } from '../../core/corpus/fileNames';
import { exists, parentOf } from '../support/textFiles';

/** The nearest folder upward with a `pressmark.yaml`, else the workspace folder, else the folder itself. */
export async function findRoot(folder: vscode.Uri): Promise<vscode.Uri> {
  const workspace = vscode.workspace.getWorkspaceFolder(folder)?.uri;
  for (let candidate = folder; ; candidate = parentOf(candidate)) {
    if (await hasProject(candidate)) return candidate;
    const isTop =
      candidate.toString() === workspace?.toString() || candidate.path === parentOf(candidate).path;
    if (isTop) return workspace ?? folder;
  }
}

export function hasProject(folder: vscode.Uri): Promise<boolean> {
  return exists(vscode.Uri.joinPath(folder, projectFileName));
}
