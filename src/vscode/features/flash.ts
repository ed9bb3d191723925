import * as vscode from 'vscode';
import type { Tagging } from '../annotation/tagging';

/** How long a passage that was gone to stands out. */
const flashMs = 900;

/** Lets a passage stand out for a moment when it is shown in the text. */
export function registerFlash(tagging: Tagging): vscode.Disposable {
  const style = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.symbolHighlightBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('focusBorder'),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  return vscode.Disposable.from(
    style,
    new vscode.Disposable(() => clearTimeout(timer)),
    tagging.onDidReveal(({ editor, ranges }) => {
      clearTimeout(timer);
      editor.setDecorations(style, ranges);
      timer = setTimeout(() => editor.setDecorations(style, []), flashMs);
    }),
  );
}
