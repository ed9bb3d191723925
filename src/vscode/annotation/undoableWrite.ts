import * as vscode from 'vscode';
import type { SidecarEdit } from '../../core/annotation/sidecarEdit';
import { invertSidecarEdits } from '../../core/annotation/sidecarEdit';
import type { UndoStep } from './undoStep';
import { sidecarOf } from './heldSidecars';
import type { SidecarFile } from './sidecarFile';

/**
 * Brings edits into a sidecar.
 *
 * @param before its source, undefined where there is none yet
 * @returns what takes just these edits back (a sidecar made by them and untouched since goes with them) and brings them in again, or why
 *   it could not be written
 */
export async function writeUndoably(
  file: SidecarFile,
  before: string | undefined,
  edits: readonly SidecarEdit[],
): Promise<UndoStep | string> {
  const failure = await file.write(edits);
  if (failure !== undefined) return failure;
  let after = await file.read();
  const undo = async (): Promise<void> => {
    const now = await file.read();
    if (now === undefined) return;
    if (before === undefined && now === after) await vscode.workspace.fs.delete(file.uri);
    else if (before !== undefined) await file.write(invertSidecarEdits(sidecarOf(before), edits));
    else
      await file.write(
        edits.flatMap((e) => (e.kind === 'put' ? { kind: 'remove', id: e.annotation.id } : [])),
      );
  };
  return {
    undo,
    redo: async () => {
      await file.write(edits);
      after = await file.read();
    },
  };
}
