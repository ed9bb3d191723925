import * as vscode from 'vscode';
import { concordanceTable } from '../../core/formats/concordanceCsv';
import type { Line } from '../../core/corpus/lines/lineList';
import type { PageLines } from './pageLines';

/** More than that is a matter for a file. */
const mostCopied = 20_000;
/** Lines read before progress is told. */
const atOnce = 2000;

/** Puts the lines into the clipboard, as a table for spreadsheets; gives the sentence that says so. */
export async function copyLines(lines: PageLines): Promise<string> {
  const some = await lines.lines(0, mostCopied);
  await vscode.env.clipboard.writeText(concordanceTable(some, '\t'));
  return some.length < lines.total
    ? vscode.l10n.t(
        'The first {0} of {1} lines are in the clipboard. Save them as CSV to have all.',
        some.length,
        lines.total,
      )
    : vscode.l10n.t('{0} lines are in the clipboard.', some.length);
}

/** Asks where to, and saves the lines as CSV. */
export async function saveLines(lines: PageLines, root: string, title: string): Promise<void> {
  const name =
    title
      .replace(/[^\p{L}\p{N} -]+/gu, '')
      .trim()
      .replace(/\s+/g, '-') || 'concordance';
  const file = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(root, true), `${name}.csv`),
    filters: { CSV: ['csv'] },
    title: vscode.l10n.t('Save Lines as CSV'),
  });
  if (!file) return;
  const saved = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Saving lines'),
      cancellable: true,
    },
    async (progress, cancel) => {
      const all: Line[] = [];
      while (all.length < lines.total && !cancel.isCancellationRequested) {
        all.push(...(await lines.lines(all.length, atOnce)));
        progress.report({
          message: `${all.length} / ${lines.total}`,
          increment: (atOnce * 100) / lines.total,
        });
      }
      if (cancel.isCancellationRequested) return undefined;
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(concordanceTable(all)));
      return all.length;
    },
  );
  if (saved === undefined) return;
  const open = vscode.l10n.t('Open');
  const choice = await vscode.window.showInformationMessage(vscode.l10n.t('{0} lines saved.', saved), open);
  if (choice === open) await vscode.window.showTextDocument(file);
}
