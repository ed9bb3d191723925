import * as vscode from 'vscode';
import { isRelease } from './languages';

/** How long typing is waited out before decorations that follow from the text are drawn again. */
const settleMs = 60;

/** Draws every visible release now, when it comes into view, a moment after its text changes, and at each of `also`. */
export function eachVisibleRelease(
  draw: (editor: vscode.TextEditor) => void,
  ...also: readonly vscode.Event<unknown>[]
): vscode.Disposable {
  const drawAll = (): void => {
    for (const editor of vscode.window.visibleTextEditors) if (isRelease(editor.document)) draw(editor);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const drawSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(drawAll, settleMs);
  };
  drawAll();
  return vscode.Disposable.from(
    new vscode.Disposable(() => clearTimeout(timer)),
    vscode.window.onDidChangeVisibleTextEditors(drawAll),
    vscode.workspace.onDidOpenTextDocument(drawSoon),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (isRelease(document)) drawSoon();
    }),
    ...also.map((event) => event(drawAll)),
  );
}
