import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import type { BulkChange } from '../../core/annotation/bulkChange';
import { changeCodes } from '../../core/annotation/bulkChange';
import type { AnnotatedRelease } from '../annotation/annotatedRelease';
import type { CodePicker } from '../annotation/codePicker';
import type { Tagging } from '../annotation/tagging';
import { isFromPanel } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import type { Log } from '../support/log';

/** What the panel names; from the palette, the annotations that the selection or the cursor touches are meant. */
interface BulkArgument {
  readonly ids: readonly string[];
  readonly codes?: readonly string[];
  readonly isFromPanel?: boolean;
}

/** Changes several annotations at once, each time as one step that one undo takes back. */
export function registerBulkCommands(
  tagging: Tagging,
  corpora: Corpora,
  picker: CodePicker,
  log: Log,
): vscode.Disposable {
  const command = (
    id: string,
    run: (
      release: AnnotatedRelease,
      annotations: readonly Annotation[],
      argument: BulkArgument,
    ) => Promise<void>,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(`pressmark.${id}`, (given?: unknown) =>
      log.guard(`running “${id}”`, () =>
        tagging.returning(given, async () => {
          const release = await tagging.release();
          if (!release) return;
          const argument = bulkArgument(given) ?? { ids: touched(tagging, release) };
          const wanted = new Set(argument.ids);
          const annotations = release.passages.flatMap(({ annotation }) =>
            wanted.has(annotation.id) ? [annotation] : [],
          );
          if (annotations.length > 0) await run(release, annotations, argument);
          else tagging.say(vscode.l10n.t('No annotation here. Put the cursor into a tagged passage.'));
        }),
      ),
    );

  const change = async (
    release: AnnotatedRelease,
    annotations: readonly Annotation[],
    bulk: BulkChange,
  ): Promise<void> => {
    const decisions = changeCodes(annotations, bulk);
    await release.decide(() => decisions);
    tagging.say(
      decisions.length === 1
        ? vscode.l10n.t('1 annotation changed.')
        : vscode.l10n.t('{0} annotations changed.', decisions.length),
    );
  };

  const asked = async (
    release: AnnotatedRelease,
    given: BulkArgument,
    title: string,
  ): Promise<readonly string[]> =>
    given.codes ??
    (await picker.pick(release.document.uri, title, { stays: given.isFromPanel ?? false })) ??
    [];

  return vscode.Disposable.from(
    command('addCodeToAnnotations', async (release, annotations, argument) => {
      const codes = await asked(release, argument, vscode.l10n.t('Add to {0}', countText(annotations)));
      if (codes.length > 0) await change(release, annotations, { kind: 'add', codes });
    }),
    command('retagAnnotations', async (release, annotations, argument) => {
      const codes = await asked(release, argument, vscode.l10n.t('New Codes of {0}', countText(annotations)));
      if (codes.length > 0) await change(release, annotations, { kind: 'retag', codes });
    }),
    command('takeCodeFromAnnotations', async (release, annotations, argument) => {
      const codes = argument.codes ?? (await pickCarried(corpora, release, annotations));
      if (codes.length > 0) await change(release, annotations, { kind: 'take', codes });
    }),
    command('deleteAnnotations', async (_release, annotations) =>
      tagging.remove(annotations.map(({ id }) => id)),
    ),
  );
}

/** Asks which of the codes that these annotations carry are to go. */
async function pickCarried(
  corpora: Corpora,
  release: AnnotatedRelease,
  annotations: readonly Annotation[],
): Promise<readonly string[]> {
  const { codes } = await corpora.of(release.document.uri);
  const counts = new Map<string, number>();
  for (const annotation of annotations)
    for (const code of annotation.codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const rows = [...counts].map(([id, count]) => ({
    id,
    label: codes.get(id)?.name ?? id,
    description: String(count),
    picked: counts.size === 1,
  }));
  const title = vscode.l10n.t('Take Codes From {0}', countText(annotations));
  const picked = await vscode.window.showQuickPick(rows, { title, canPickMany: true, ignoreFocusOut: true });
  return (picked ?? []).map(({ id }) => id);
}

function countText(annotations: readonly Annotation[]): string {
  return annotations.length === 1
    ? vscode.l10n.t('1 annotation')
    : vscode.l10n.t('{0} annotations', annotations.length);
}

/** Ids of the annotations that the selections touch, or that hold the cursor. */
function touched(tagging: Tagging, release: AnnotatedRelease): readonly string[] {
  const editor = tagging.editor();
  if (!editor) return [];
  const at = (position: vscode.Position): number => editor.document.offsetAt(position);
  const spans = editor.selections.map(({ start, end }) => ({ start: at(start), end: at(end) }));
  return release.passages
    .filter((passage) =>
      passage.spans.some(({ start, end }) => spans.some((span) => start <= span.end && span.start <= end)),
    )
    .map(({ annotation }) => annotation.id);
}

function bulkArgument(value: unknown): BulkArgument | undefined {
  if (typeof value !== 'object' || value === null || !('ids' in value)) return undefined;
  const { ids, codes } = value as { ids: unknown; codes?: unknown };
  if (!isTexts(ids)) return undefined;
  return { ids, isFromPanel: isFromPanel(value), ...(isTexts(codes) ? { codes } : {}) };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
