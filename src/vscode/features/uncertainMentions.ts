import * as vscode from 'vscode';
import type { Log } from '../support/log';
import type { ShownPassages } from '../annotation/shownPassages';
import type { Releases } from '../release/releases';
import { isRelease } from '../support/languages';
import { toRange } from '../support/ranges';
import { eachVisibleRelease } from '../support/visibleReleases';

/** Underlines, finely dotted, what a rule found and nobody has confirmed; `pressmark.showUncertain` turns it off. */
export function registerUncertainMentions(
  releases: Releases,
  shown: ShownPassages,
  log: Log,
): vscode.Disposable {
  // A border, since the underline of text has the text's own colour; passages draw theirs as backgrounds.
  const style = vscode.window.createTextEditorDecorationType({
    borderStyle: 'dotted',
    borderWidth: '0 0 1px 0',
    borderColor: new vscode.ThemeColor('pressmark.uncertainMention'),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });

  const draw = (editor: vscode.TextEditor): void =>
    void log.guard('underlining uncertain mentions', async () => {
      if (!isRelease(editor.document)) return;
      const read = await releases.read(editor.document);
      if (read.version !== editor.document.version) return;
      const isWanted = !shown.isReading && isTurnedOn(editor.document);
      const uncertain = isWanted ? read.mentions.filter(({ certain, parent }) => !certain && !parent) : [];
      editor.setDecorations(
        style,
        uncertain.map((mention) => toRange(editor.document, mention)),
      );
    });

  const { onDidChangeConfiguration } = vscode.workspace;
  return vscode.Disposable.from(
    style,
    eachVisibleRelease(draw, releases.onDidChange, shown.onDidChange, onDidChangeConfiguration),
  );
}

function isTurnedOn(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration('pressmark', document).get<boolean>('showUncertain', true);
}
