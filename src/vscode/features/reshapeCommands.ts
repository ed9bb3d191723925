import * as vscode from 'vscode';
import type { Decision } from '../../core/annotation/decisions';
import type { Passage } from '../../core/annotation/passage';
import {
  adjacentPassage,
  fitSpans,
  joinSpans,
  mergePassages,
  splitPassage,
  touchedPassages,
} from '../../core/annotation/reshape';
import type { Span } from '../../core/text/span';
import type { AnnotatedRelease } from '../annotation/annotatedRelease';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import { registerKeyCommand } from '../support/keyCommand';
import type { Log } from '../support/log';
import { toSpan } from '../support/ranges';

/** What a command works on. */
interface Desk {
  readonly text: string;
  readonly editor: vscode.TextEditor;
  readonly release: AnnotatedRelease;
  /** UTF-16; empty where only a cursor is there. */
  readonly selected: readonly Span[];
  /** Passages in their places: nothing is done to doubtful ones before they were looked at. */
  readonly passages: readonly Passage[];
}

/** Changes where passages begin and end: to the selection, in two, into one. */
export function registerReshapeCommands(tagging: Tagging, corpora: Corpora, log: Log): vscode.Disposable {
  const command = (id: string, run: (desk: Desk) => Promise<void>): vscode.Disposable =>
    registerKeyCommand(id, () =>
      log.guard(`running “${id}”`, async () => {
        const editor = tagging.editor();
        const release = await tagging.release();
        if (!editor || !release) return;
        const selected = tagging.selectedSpans(editor);
        const passages = release.passages.filter(({ state }) => state === 'exact' || state === 'moved');
        await run({ text: editor.document.getText(), editor, release, selected, passages });
      }),
    );

  /** The passage meant by the selection, or by the cursor; the person chooses where several are there. */
  const meant = async ({ text, editor, selected, passages }: Desk): Promise<Passage | undefined> => {
    const cursor = editor.document.offsetAt(editor.selection.active);
    const around = [{ start: Math.max(0, cursor - 1), end: Math.min(text.length, cursor + 1) }];
    const candidates = touchedPassages(passages, selected.length > 0 ? selected : around);
    if (candidates.length < 2) return candidates[0];
    const { codes } = await corpora.of(editor.document.uri);
    const rows = candidates.map((passage) => ({
      passage,
      label: passage.annotation.codes.map((id) => codes.get(id)?.name ?? id).join(', ') || '—',
      detail: shorten(passage.spans.map(({ start, end }) => text.slice(start, end)).join(' … ')),
    }));
    const title = vscode.l10n.t('Which Passage?');
    return (await vscode.window.showQuickPick(rows, { title }))?.passage;
  };

  const noPassage = (): void =>
    tagging.say(vscode.l10n.t('No annotation here. Put the cursor into a tagged passage.'));
  const noSelection = (): void =>
    tagging.say(vscode.l10n.t('Select what the passage is to be, touching the passage.'));

  const move = async (desk: Desk, passage: Passage, spans: readonly Span[], said: string): Promise<void> => {
    const decision: Decision = { kind: 'move', id: passage.annotation.id, spans };
    await desk.release.decide(() => [decision]);
    tagging.say(said);
  };

  return vscode.Disposable.from(
    command('fitPassage', async (desk) => {
      if (desk.selected.length === 0) return noSelection();
      const passage = await meant(desk);
      if (!passage) return noSelection();
      await move(
        desk,
        passage,
        fitSpans(passage.spans, desk.selected),
        vscode.l10n.t('Passage set to the selection.'),
      );
    }),
    command('addToPassage', async (desk) => {
      if (desk.selected.length === 0) return noSelection();
      const passage = (await meant(desk)) ?? nearest(desk);
      if (!passage) return noPassage();
      const spans = joinSpans(desk.text, [...passage.spans, ...desk.selected]);
      await move(desk, passage, spans, vscode.l10n.t('Added to the passage.'));
    }),
    command('splitPassage', async (desk) => {
      const passage = await meant(desk);
      if (!passage) return noPassage();
      const at = toSpan(desk.editor.document, desk.editor.selection);
      await desk.release.decide((newId) => {
        const decisions = splitPassage(desk.text, passage, at, newId);
        tagging.say(
          decisions
            ? vscode.l10n.t('Split into {0} passages.', decisions.length)
            : vscode.l10n.t('There is nothing to split off here.'),
        );
        return decisions ?? [];
      });
    }),
    command('mergePassages', async (desk) => {
      const touched = touchedPassages(desk.passages, desk.selected);
      const first = touched.length > 0 ? touched[0] : await meant(desk);
      if (!first) return noPassage();
      const next = touched.length > 1 ? undefined : adjacentPassage(desk.text, desk.passages, first);
      const merged = touched.length > 1 ? touched : next ? [first, next] : [];
      const decisions = mergePassages(desk.text, merged);
      if (decisions) await desk.release.decide(() => decisions);
      tagging.say(
        decisions
          ? vscode.l10n.t('{0} passages merged.', merged.length)
          : merged.length < 2
            ? vscode.l10n.t(
                'Select across the passages to merge, or put the cursor into one that touches the next.',
              )
            : vscode.l10n.t('Passages that name different entities can’t be merged.'),
      );
    }),
  );
}

/** The passage before the selection that ends nearest to it: what a stretch further on is added to. */
function nearest({ passages, selected }: Desk): Passage | undefined {
  const start = selected[0]?.start ?? 0;
  return passages
    .filter(({ annotation, spans }) => annotation.codes.length > 0 && spans.at(-1)!.end <= start)
    .sort((a, b) => b.spans.at(-1)!.end - a.spans.at(-1)!.end)[0];
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 120 ? `${line.slice(0, 119).trimEnd()}…` : line;
}
