import type * as vscode from 'vscode';
import type { Edit } from '../../core/text/edit';

/** A change of a document, with its state right after it: the document itself may have gone on when it is looked at. */
export interface DocumentChange {
  readonly version: number;
  readonly text: string;
  readonly edits: readonly Edit[];
  /** Perhaps somebody else changed the file; the editor tells a moment later whether the document has unsaved changes. */
  readonly mayBeFromDisk: boolean;
}

export function documentChange({
  document,
  contentChanges,
  reason,
}: vscode.TextDocumentChangeEvent): DocumentChange {
  return {
    version: document.version,
    text: document.getText(),
    edits: contentChanges.map((change) => ({
      start: change.rangeOffset,
      end: change.rangeOffset + change.rangeLength,
      insertedLength: change.text.length,
    })),
    mayBeFromDisk: !document.isDirty && reason === undefined,
  };
}
