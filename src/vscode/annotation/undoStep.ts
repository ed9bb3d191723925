/** Something done outside a release that its undo takes back. */
export interface UndoStep {
  undo(): Promise<void>;
  redo(): Promise<void>;
}
