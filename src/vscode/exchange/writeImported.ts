import * as vscode from 'vscode';
import type { Rewrite } from '../corpus/rewriteFiles';
import { rewriteFiles } from '../corpus/rewriteFiles';
import { exists } from '../support/textFiles';

/** Writes what an import changes: files that are there as one step of the editor, new ones beside them. */
export async function writeImported(rewrites: readonly Rewrite[]): Promise<void> {
  const changed: Rewrite[] = [];
  for (const rewrite of rewrites) {
    if (await exists(rewrite.uri)) changed.push(rewrite);
    else await vscode.workspace.fs.writeFile(rewrite.uri, new TextEncoder().encode(rewrite.after));
  }
  const label = vscode.l10n.t('Import annotations');
  if (!(await rewriteFiles(changed, { label, preview: false }))) {
    throw new Error(vscode.l10n.t('The editor did not carry out the changes.'));
  }
}
