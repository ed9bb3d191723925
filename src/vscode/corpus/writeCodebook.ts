import * as vscode from 'vscode';
import { editCodebook } from '../../core/annotation/codebookEdit';
import type { CodebookEdit } from '../../core/annotation/codebookTree';
import type { Services } from '../services';
import { openDocument, readText } from '../support/textFiles';

/**
 * Brings edits into a codebook, comments kept; an absent file is begun. One with unsaved changes is edited in its editor and left
 * for the person to save. Throws when the codebook can't be read or written.
 */
export async function writeCodebook(
  uri: vscode.Uri,
  edits: readonly CodebookEdit[],
  services: Services,
): Promise<void> {
  const before = (await readText(uri)) ?? '';
  const after = editCodebook(before, edits);
  if (after === before) return;
  const document = openDocument(uri);
  if (document?.isDirty) {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), after);
    await vscode.workspace.applyEdit(edit);
    return;
  }
  const bytes = new TextEncoder().encode(after);
  if (services.replaceFile) await services.replaceFile(uri, bytes);
  else await vscode.workspace.fs.writeFile(uri, bytes);
}
