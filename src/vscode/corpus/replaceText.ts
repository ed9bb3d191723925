import * as vscode from 'vscode';
import type { Services } from '../services';
import { openDocument } from '../support/textFiles';

/** Gives a file another text. One with unsaved changes is changed in its editor and left for the person to save. */
export async function replaceText(uri: vscode.Uri, text: string, services: Services): Promise<void> {
  const document = openDocument(uri);
  if (document?.isDirty) {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    await vscode.workspace.applyEdit(edit);
    return;
  }
  const bytes = new TextEncoder().encode(text);
  // In a virtual workspace there is no file on disk, on a desktop neither.
  if (services.replaceFile && uri.scheme === 'file') await services.replaceFile(uri, bytes);
  else await vscode.workspace.fs.writeFile(uri, bytes);
}
