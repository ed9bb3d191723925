import type * as vscode from 'vscode';

/**
 * Sets decorations only where they are others than those set last: with thousands of them, each one that is set anew costs the editor
 * more than the one that came. When the text has changed, all are set: what became of them in the editor is not known here.
 */
export class DrawnRanges {
  private readonly last = new WeakMap<
    vscode.TextEditor,
    { readonly version: number; readonly ranges: Ranges }
  >();

  draw(editor: vscode.TextEditor, ranges: Ranges): void {
    const { version } = editor.document;
    const last = this.last.get(editor);
    const before = last?.version === version ? last.ranges : undefined;
    for (const [type, list] of ranges) {
      const same = before?.get(type);
      if (!same || !areSame(same, list)) editor.setDecorations(type, list);
    }
    this.last.set(editor, { version, ranges });
  }
}

type Ranges = ReadonlyMap<vscode.TextEditorDecorationType, readonly vscode.Range[]>;

function areSame(before: readonly vscode.Range[], now: readonly vscode.Range[]): boolean {
  return before.length === now.length && before.every((range, i) => range.isEqual(now[i]!));
}
