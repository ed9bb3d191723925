import * as vscode from 'vscode';
import type { Log } from '../support/log';
import type { ShownPassages } from '../annotation/shownPassages';
import type { Releases } from '../release/releases';
import { isRelease } from '../support/languages';
import { toRange } from '../support/ranges';
import { eachVisibleRelease } from '../support/visibleReleases';

/** Underlines, dotted, what a rule found and nobody has confirmed. */
export function registerUncertainMentions(
  releases: Releases,
  shown: ShownPassages,
  log: Log,
): vscode.Disposable {
  const style = vscode.window.createTextEditorDecorationType({
    textDecoration: 'underline dotted',
    color: undefined,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });

  const draw = (editor: vscode.TextEditor): void =>
    void log.guard('underlining uncertain mentions', async () => {
      if (!isRelease(editor.document)) return;
      const read = await releases.read(editor.document);
      if (read.version !== editor.document.version) return;
      const uncertain = read.mentions.filter(
        (mention) => !shown.isReading && !mention.certain && !mention.parent,
      );
      editor.setDecorations(
        style,
        uncertain.map((mention) => toRange(editor.document, mention)),
      );
    });

  return vscode.Disposable.from(style, eachVisibleRelease(draw, releases.onDidChange, shown.onDidChange));
}
