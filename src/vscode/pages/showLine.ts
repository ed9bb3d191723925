import * as vscode from 'vscode';
import type { CorpusIndexing } from '../corpus/corpusIndexing';
import { rangeIn } from '../support/lineIndex';
import type { PageLines } from './pageLines';

/** Leads from a line to its text: in a column, or (without one) beside the page, which keeps the focus. */
export async function showLine(
  lines: PageLines,
  index: CorpusIndexing,
  row: number,
  column: vscode.ViewColumn | undefined,
): Promise<void> {
  const [line] = await lines.lines(row, 1);
  if (!line) return;
  const { release, start, end } = line.place;
  await vscode.window.showTextDocument(index.uriOf(release.path), {
    selection: rangeIn(lines.view.lineStarts(release), { start, end }),
    preview: true,
    ...(column === undefined
      ? { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }
      : { viewColumn: column }),
  });
}
