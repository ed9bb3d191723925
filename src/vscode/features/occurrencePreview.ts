import * as vscode from 'vscode';
import type { Span } from '../../core/text/span';
import type { ReleaseSpans } from '../annotation/corpusTagging';
import type { PhraseInRelease } from '../corpus/findPhrase';
import { lineStarts, rangeIn } from '../support/lineIndex';
import { fileName } from '../support/textFiles';
import { takeTypedAhead } from '../support/typeAhead';

type Scope = 'release' | 'corpus';

/** How to find the occurrences, in the release or the whole corpus. */
export type OccurrenceSearch = Readonly<
  Record<Scope, (cancel: vscode.CancellationToken) => Promise<readonly PhraseInRelease[]>>
>;

/** Beyond so many occurrences the list has a row for each release instead of each occurrence. */
const rowLimit = 500;
const contextLength = 32;

interface Row extends vscode.QuickPickItem {
  readonly in?: ReleaseSpans;
}

/** The list in which a person sees what is about to be tagged, and unticks what is not meant. */
export class OccurrencePreview {
  private toggle: (() => void) | undefined;

  /** From this release to the corpus and back, while the list is open. */
  toggleScope(): void {
    this.toggle?.();
  }

  show(phrase: string, search: OccurrenceSearch): Promise<readonly ReleaseSpans[] | undefined> {
    const picker = vscode.window.createQuickPick<Row>();
    picker.canSelectMany = true;
    picker.matchOnDescription = true;
    let scope: Scope = 'release';
    let cancel = new vscode.CancellationTokenSource();

    const fill = async (): Promise<void> => {
      cancel.cancel();
      cancel = new vscode.CancellationTokenSource();
      const { token } = cancel;
      picker.busy = true;
      picker.title = vscode.l10n.t('Looking for “{0}”…', phrase);
      picker.buttons = [scopeButton(scope)];
      const found = await search[scope](token);
      if (token.isCancellationRequested) return;
      const hits = found.filter(({ occurrences }) => occurrences.length > 0);
      const count = hits.reduce((sum, { occurrences }) => sum + occurrences.length, 0);
      picker.busy = false;
      picker.title =
        scope === 'release'
          ? vscode.l10n.t('“{0}”: {1} untagged in this release', phrase, count)
          : vscode.l10n.t('“{0}”: {1} untagged in {2} releases of the corpus', phrase, count, hits.length);
      picker.placeholder = vscode.l10n.t('Enter tags what is ticked');
      const rows =
        count > rowLimit ? hits.map(releaseRow) : hits.flatMap((hit) => occurrenceRows(hit, scope));
      picker.items = rows;
      picker.selectedItems = rows.filter(({ picked }) => picked);
    };

    return new Promise((resolve) => {
      const finish = (rows: readonly Row[] | undefined): void => {
        cancel.cancel();
        this.toggle = undefined;
        setPreviewing(false);
        resolve(rows && gather(rows));
        picker.dispose();
      };
      this.toggle = () => {
        scope = scope === 'release' ? 'corpus' : 'release';
        void fill();
      };
      picker.onDidTriggerButton(() => this.toggleScope());
      // Enter pressed ahead is for what is found then.
      const accept = async (): Promise<void> => {
        await filled;
        finish(picker.busy ? undefined : picker.selectedItems);
      };
      picker.onDidAccept(() => finish(picker.busy ? undefined : picker.selectedItems));
      picker.onDidHide(() => finish(undefined));
      setPreviewing(true);
      picker.show();
      const filled = fill();
      takeTypedAhead({ box: picker, accept: () => void accept() });
    });
  }
}

function scopeButton(scope: Scope): vscode.QuickInputButton {
  return scope === 'release'
    ? { iconPath: new vscode.ThemeIcon('files'), tooltip: vscode.l10n.t('Look in the Whole Corpus') }
    : { iconPath: new vscode.ThemeIcon('file'), tooltip: vscode.l10n.t('Look in This Release Only') };
}

function occurrenceRows({ uri, text, occurrences }: PhraseInRelease, scope: Scope): readonly Row[] {
  const starts = lineStarts(text);
  const rows = occurrences.map(({ span, isBoilerplate }): Row => {
    const line = vscode.l10n.t('line {0}', rangeIn(starts, span).start.line + 1);
    return {
      in: { uri, spans: [span] },
      label: inContext(text, span),
      description: isBoilerplate ? vscode.l10n.t('{0}, boilerplate', line) : line,
      picked: !isBoilerplate,
    };
  });
  if (scope === 'release') return rows;
  const label = `${fileName(uri)} (${occurrences.length})`;
  return [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows];
}

function releaseRow({ uri, text, occurrences }: PhraseInRelease): Row {
  const spans = occurrences.filter(({ isBoilerplate }) => !isBoilerplate).map(({ span }) => span);
  const all = occurrences.map(({ span }) => span);
  return {
    in: { uri, spans: spans.length > 0 ? spans : all },
    label: fileName(uri),
    description: String(occurrences.length),
    detail: inContext(text, all[0]!),
    picked: spans.length > 0,
  };
}

function inContext(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - contextLength), start);
  const after = text.slice(end, end + contextLength);
  const plain = `…${before}${text.slice(start, end)}${after}…`.replace(/\s+/g, ' ');
  // Text of a file is no icon.
  return plain.replace(/\$\(/g, '$\u200b(');
}

/** One entry for each release, with all spans ticked in it. */
function gather(rows: readonly Row[]): readonly ReleaseSpans[] {
  const byRelease = new Map<string, ReleaseSpans>();
  for (const { in: found } of rows) {
    if (!found) continue;
    const key = found.uri.toString();
    const spans = [...(byRelease.get(key)?.spans ?? []), ...found.spans];
    byRelease.set(key, { uri: found.uri, spans });
  }
  return [...byRelease.values()];
}

function setPreviewing(isPreviewing: boolean): void {
  void vscode.commands.executeCommand('setContext', 'pressmark.previewingOccurrences', isPreviewing);
}
