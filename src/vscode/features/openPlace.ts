import * as vscode from 'vscode';
import type { Log } from '../support/log';
import { toRange } from '../support/ranges';

/** "pressmark.openPlace": shows a stretch of a file, given as `{ uri, start, end }` in UTF-16 offsets; what links in cards lead to. */
export function registerOpenPlace(log: Log): vscode.Disposable {
  return vscode.commands.registerCommand('pressmark.openPlace', (argument: unknown) =>
    log.guard('opening a place', async () => {
      const place = placeOf(argument);
      if (!place) return;
      const document = await vscode.workspace.openTextDocument(place.uri);
      const selection = toRange(document, place);
      await vscode.window.showTextDocument(document, { selection, preview: true });
    }),
  );
}

function placeOf(argument: unknown): { uri: vscode.Uri; start: number; end: number } | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { uri, start, end } = argument as Record<string, unknown>;
  if (typeof uri !== 'string' || !Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return undefined;
  return { uri: vscode.Uri.parse(uri, true), start: start as number, end: end as number };
}
