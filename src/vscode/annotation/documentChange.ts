import type * as vscode from 'vscode';
import type { Edit } from '../../core/text/edit';
import { toLf } from '../../core/text/lines';
import { readSavedText } from '../support/textFiles';

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

/**
 * Whether the file says what its document does now. A busy editor may be late in telling that a change is unsaved
 * (`isDirty`); the file knows.
 */
export async function isOnDisk(document: vscode.TextDocument): Promise<boolean> {
  const text = toLf(document.getText());
  const saved = await readSavedText(document.uri, document.encoding);
  return saved !== undefined && toLf(saved) === text;
}
