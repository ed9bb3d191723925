import * as vscode from 'vscode';
import { showAll } from '../../core/annotation/passageFilter';
import type { ShownPassages } from '../annotation/shownPassages';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import type { Log } from '../support/log';

/** Switches for what is shown in the text: passages with some codes, by some authors, all, none; and reading mode. */
export function registerShowOnly(
  shown: ShownPassages,
  tagging: Tagging,
  corpora: Corpora,
  log: Log,
): vscode.Disposable {
  const status = vscode.window.createStatusBarItem('pressmark.shown', vscode.StatusBarAlignment.Right, 89);
  status.name = vscode.l10n.t('Pressmark: what is shown');

  const showStatus = async (): Promise<void> => {
    const editor = tagging.editor();
    const said = editor && (await sayShown(editor.document.uri));
    if (said === undefined) {
      status.hide();
      return;
    }
    status.text = `$(filter) ${said}`;
    status.tooltip = shown.isReading
      ? vscode.l10n.t('Reading mode: nothing is marked in the text. Click to leave it.')
      : vscode.l10n.t('Not all passages are shown. Click to show all.');
    status.accessibilityInformation = { label: `${said}. ${status.tooltip}`, role: 'button' };
    status.command = shown.isReading ? 'pressmark.toggleReadingMode' : 'pressmark.showAllPassages';
    status.show();
  };

  /** What the status bar says; undefined while everything is shown. */
  const sayShown = async (file: vscode.Uri): Promise<string | undefined> => {
    const { filter } = shown;
    if (shown.isReading) return vscode.l10n.t('Reading');
    if (filter.kind === 'none') return vscode.l10n.t('Passages hidden');
    if (filter.kind === 'authors') return filter.authors.map(authorName).join(', ');
    if (filter.kind === 'all') return undefined;
    const { codes } = await corpora.of(file);
    return filter.codes.map((id) => codes.get(id)?.name ?? id).join(', ');
  };

  const pickCodes = async (argument?: unknown): Promise<void> => {
    const given = codesOf(argument);
    if (given) {
      shown.show({ kind: 'codes', codes: given });
      return;
    }
    const editor = tagging.editor();
    const release = await tagging.release();
    if (!editor || !release) return;
    const { codes } = await corpora.of(editor.document.uri);
    const counts = new Map<string, number>();
    for (const { annotation } of release.passages)
      for (const id of new Set(annotation.codes)) counts.set(id, (counts.get(id) ?? 0) + 1);
    const unknown = [...counts.keys()].filter((id) => !codes.has(id));
    const { filter } = shown;
    const rows = [...codes.keys(), ...unknown].map((id) => ({
      id,
      label: codes.get(id)?.name ?? id,
      description: String(counts.get(id) ?? 0),
      picked: filter.kind === 'codes' && filter.codes.includes(id),
    }));
    const ids = await pickMany(rows, vscode.l10n.t('Show Only Passages Tagged…'));
    if (ids) shown.show(ids.length > 0 ? { kind: 'codes', codes: ids } : showAll);
  };

  const pickAuthors = async (): Promise<void> => {
    const release = await tagging.release();
    if (!release) return;
    const counts = new Map<string, number>();
    for (const { annotation } of release.passages)
      counts.set(annotation.author ?? '', (counts.get(annotation.author ?? '') ?? 0) + 1);
    const { filter } = shown;
    const rows = [...counts].sort().map(([id, count]) => ({
      id,
      label: authorName(id),
      description: String(count),
      picked: filter.kind === 'authors' && filter.authors.includes(id),
    }));
    const ids = await pickMany(rows, vscode.l10n.t('Show Only Passages by Author…'));
    if (ids) shown.show(ids.length > 0 ? { kind: 'authors', authors: ids } : showAll);
  };

  const command = (id: string, run: (argument?: unknown) => Promise<void> | void): vscode.Disposable =>
    vscode.commands.registerCommand(`pressmark.${id}`, (argument?: unknown) =>
      log.guard(`running “${id}”`, () => run(argument)),
    );
  const update = (): void => void log.guard('saying what is shown', showStatus);
  update();
  return vscode.Disposable.from(
    status,
    command('showOnlyCodes', pickCodes),
    command('showOnlyAuthors', pickAuthors),
    command('showAllPassages', () => {
      shown.show(showAll);
      tagging.say(vscode.l10n.t('All passages are shown.'));
    }),
    command('hidePassages', () => {
      shown.show({ kind: 'none' });
      tagging.say(vscode.l10n.t('Passages are hidden.'));
    }),
    command('togglePassages', () => {
      shown.show(shown.filter.kind === 'all' ? { kind: 'none' } : showAll);
      tagging.say(
        shown.filter.kind === 'all'
          ? vscode.l10n.t('All passages are shown.')
          : vscode.l10n.t('Passages are hidden.'),
      );
    }),
    command('toggleReadingMode', () => {
      shown.read(!shown.isReading);
      tagging.say(
        shown.isReading
          ? vscode.l10n.t('Reading mode: the plain text.')
          : vscode.l10n.t('Reading mode left.'),
      );
    }),
    shown.onDidChange(update),
    corpora.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidOpenTextDocument(update),
  );
}

interface FilterRow extends vscode.QuickPickItem {
  readonly id: string;
}

async function pickMany(rows: readonly FilterRow[], title: string): Promise<readonly string[] | undefined> {
  const placeHolder = vscode.l10n.t('Tick what to show; nothing ticked shows all');
  const picked = await vscode.window.showQuickPick(rows, { title, placeHolder, canPickMany: true });
  return picked?.map(({ id }) => id);
}

function authorName(author: string): string {
  return author || vscode.l10n.t('no author');
}

/** The codes that a link names. */
function codesOf(argument: unknown): readonly string[] | undefined {
  const codes = (argument as { codes?: unknown } | undefined)?.codes;
  const isList = Array.isArray(codes) && codes.length > 0 && codes.every((id) => typeof id === 'string');
  return isList ? (codes as readonly string[]) : undefined;
}
