import * as vscode from 'vscode';
import type { Releases } from '../release/releases';
import { isRelease } from '../support/languages';
import { toRange } from '../support/ranges';
import { registerKeyCommand } from '../support/keyCommand';
import type { Log } from '../support/log';

/** Next and previous mention in reading order, round the end; with `entity`, of that entity only. */
export function registerMentionNavigation(releases: Releases, log: Log): vscode.Disposable {
  const go = async (step: 1 | -1, entity: unknown): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !isRelease(editor.document)) return;
    const { mentions } = await releases.read(editor.document);
    const stops = mentions.filter((mention) =>
      typeof entity === 'string' ? mention.entity === entity : !mention.parent,
    );
    if (stops.length === 0) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('No mention in this release.'), 3000);
      return;
    }
    const cursor = editor.document.offsetAt(editor.selection.start);
    const after = stops.findIndex((mention) => mention.start > cursor);
    const before = stops.findLastIndex((mention) => mention.start < cursor);
    const stop =
      step > 0 ? stops[after === -1 ? 0 : after]! : stops[before === -1 ? stops.length - 1 : before]!;
    const range = toRange(editor.document, stop);
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };
  return vscode.Disposable.from(
    registerKeyCommand('nextMention', (entity) =>
      log.guard('going to the next mention', () => go(1, entity)),
    ),
    registerKeyCommand('previousMention', (entity) =>
      log.guard('going to the previous mention', () => go(-1, entity)),
    ),
  );
}
