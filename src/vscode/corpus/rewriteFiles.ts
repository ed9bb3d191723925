import * as vscode from 'vscode';
import { replacement } from '../../core/text/edit';
import { lineStarts, rangeIn } from '../support/lineIndex';
import { fileName, readText } from '../support/textFiles';

export interface Rewrite {
  readonly uri: vscode.Uri;
  readonly before: string;
  readonly after: string;
  /** There is no such file yet: it is made. */
  readonly isNew?: boolean;
}

/**
 * Changes several files as one step that the editor's own undo takes back. With `preview`, the editor shows all changes
 * first and the person confirms them. False when they were not carried out, none of them.
 */
export async function rewriteFiles(
  rewrites: readonly Rewrite[],
  options: { readonly label: string; readonly preview: boolean },
): Promise<boolean> {
  const changed = await changedMeanwhile(rewrites);
  if (changed) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('{0} was changed meanwhile, so no file was. Try again.', fileName(changed)),
    );
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  const metadata = { label: options.label, needsConfirmation: false };
  for (const { uri, before, after, isNew } of rewrites) {
    if (before === after) continue;
    if (isNew) {
      edit.createFile(uri, { contents: new TextEncoder().encode(after), ignoreIfExists: true }, metadata);
      continue;
    }
    const { start, end, insertedLength } = replacement(before, after);
    const range = rangeIn(lineStarts(before), { start, end });
    edit.replace(uri, range, after.slice(start, start + insertedLength), metadata);
  }
  const [first] = edit.entries();
  if (rewrites.every(({ before, after }) => before === after)) return true;
  // A preview comes where an edit needs confirmation, and opens with such edits unticked: it is one that changes nothing, so that
  // everything else is ticked, and is carried out unless the person unticks it.
  if (options.preview && first) {
    const start = new vscode.Position(0, 0);
    edit.insert(first[0], start, '', { label: options.label, needsConfirmation: true });
  }
  const isDone = await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  if (!isDone) return false;
  for (const [uri] of edit.entries()) {
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
    // What was confirmed in a preview may be fewer files; only those changed are open with unsaved changes.
    if (document?.isDirty) await document.save();
  }
  return true;
}

/**
 * The first file that is not what the rewrites were made of: in many files that takes time, in which people go on tagging. From here
 * on VS Code itself refuses what would overwrite a change.
 */
async function changedMeanwhile(rewrites: readonly Rewrite[]): Promise<vscode.Uri | undefined> {
  for (const { uri, before, after, isNew } of rewrites)
    if (!isNew && before !== after && (await readText(uri)) !== before) return uri;
  return undefined;
}

/** What `change` makes of a file's text as it stands in the editor or on disk; nothing where there is no file. */
export async function rewriteOf(
  uri: vscode.Uri,
  change: (source: string) => string,
): Promise<readonly Rewrite[]> {
  const before = await readText(uri);
  return before === undefined ? [] : [{ uri, before, after: change(before) }];
}
