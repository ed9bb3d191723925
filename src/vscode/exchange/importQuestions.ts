import * as vscode from 'vscode';
import type { Format } from '../../core/formats/format';
import type { ImportPlan } from '../../core/formats/import/importModel';
import { formats } from '../../core/formats/registry';
import type { Corpus } from '../corpus/corpus';
import { inLanguage } from '../support/inLanguage';
import { typeName } from '../support/typeName';

export async function pickFormat(): Promise<Format | undefined> {
  const picked = await vscode.window.showQuickPick(
    formats
      .filter(({ read }) => read !== undefined)
      .map((format) => ({ label: format.label, description: format.id, detail: format.description, format })),
    { title: vscode.l10n.t('Import From'), matchOnDescription: true, matchOnDetail: true },
  );
  return picked?.format;
}

/**
 * Shows what an import would do until it is as the person wants it: labels can be mapped to other codes, which is told by
 * `map`, from label to meaning. Undefined when it is left.
 */
export async function reviewPlan(
  format: Format,
  corpus: Corpus,
  planWith: (map: ReadonlyMap<string, string>) => ImportPlan,
): Promise<ImportPlan | undefined> {
  const map = new Map<string, string>();
  for (;;) {
    const plan = planWith(map);
    const picked = await vscode.window.showQuickPick(previewItems(plan), {
      title: vscode.l10n.t('Import From {0}', format.label),
      placeHolder: vscode.l10n.t('Choose a label to give it another meaning; Escape imports nothing'),
      matchOnDescription: true,
    });
    if (!picked) return undefined;
    if (picked.isGo) return hasSomething(plan) ? plan : undefined;
    if (picked.tool === undefined) continue;
    const becomes = await pickMeaning(corpus, picked.tool);
    if (becomes !== undefined) map.set(picked.tool, becomes);
  }
}

interface PreviewItem extends vscode.QuickPickItem {
  readonly isGo?: true;
  /** The other tool's label that this line is about. */
  readonly tool?: string;
}

function previewItems(plan: ImportPlan): readonly PreviewItem[] {
  const { counts, labels, codes, entities, problems, releases } = plan;
  const total = counts.added + counts['for-review'] + counts.conflict;
  const summary = (
    [
      [counts['for-review'], vscode.l10n.t('to be reviewed')],
      [counts.conflict, vscode.l10n.t('beside others that disagree')],
      [counts['already-there'], vscode.l10n.t('there already')],
      [counts.recognised, vscode.l10n.t('recognised anyway')],
      [counts['left-out'], vscode.l10n.t('left out')],
      [codes.length, vscode.l10n.t('new codes')],
      [entities.length, vscode.l10n.t('new entities')],
      [problems.length, vscode.l10n.t('not read or placed')],
    ] as const
  ).flatMap(([count, what]) => (count > 0 ? `${what}: ${count}` : []));
  const touched = releases.filter(({ annotations }) => annotations.length > 0);
  const newIds = new Set(codes.map(({ code }) => code.id));
  const section = (label: string, items: readonly PreviewItem[]): readonly PreviewItem[] =>
    items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
  return [
    {
      label: hasSomething(plan)
        ? `$(check) ${goLabel(total, codes.length)}`
        : `$(circle-slash) ${vscode.l10n.t('Nothing to import')}`,
      detail: summary.join(' · '),
      isGo: true,
    },
    ...section(
      vscode.l10n.t('what labels become'),
      labels.map(({ label, becomes, count }) => ({
        label: `$(arrow-right) ${label} → ${becomes || vscode.l10n.t('nothing')}`,
        description: newIds.has(becomes) ? vscode.l10n.t('{0}, a new code', String(count)) : String(count),
        tool: label,
      })),
    ),
    ...section(
      vscode.l10n.t('what could not be read or placed'),
      problems.map(({ file, line, message }) => ({
        label: `$(warning) ${line === undefined ? file : `${file}:${line}`}`,
        detail: inLanguage(message),
      })),
    ),
    ...section(
      vscode.l10n.t('releases'),
      touched.map(({ path, annotations }) => ({
        label: `$(file) ${path}`,
        description: `+${annotations.length}`,
      })),
    ),
  ];
}

function hasSomething({ releases, codes, entities }: ImportPlan): boolean {
  return codes.length + entities.length > 0 || releases.some(({ annotations }) => annotations.length > 0);
}

function goLabel(annotations: number, codes: number): string {
  if (annotations === 0 && codes === 1) return vscode.l10n.t('Add 1 code to the codebook');
  if (annotations === 0 && codes > 0) return vscode.l10n.t('Add {0} codes to the codebook', codes);
  return annotations === 1
    ? vscode.l10n.t('Import 1 annotation')
    : vscode.l10n.t('Import {0} annotations', annotations);
}

async function pickMeaning(corpus: Corpus, label: string): Promise<string | undefined> {
  const types = ['person', 'organization', 'place', 'role', 'event', 'document', 'facility', 'date'];
  const picked = await vscode.window.showQuickPick(
    [
      { label: vscode.l10n.t('nothing: leave it out'), value: '' },
      ...[...corpus.codes.values()].map(({ id, name }) => ({ label: name, description: id, value: id })),
      ...types.map((type) => ({
        label: vscode.l10n.t('entity: {0}', typeName(type)),
        value: `entity:${type}`,
      })),
      { label: vscode.l10n.t('a new code…'), value: undefined },
    ],
    { title: vscode.l10n.t('“{0}” Becomes', label), matchOnDescription: true },
  );
  if (!picked || picked.value !== undefined) return picked?.value;
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Name of the New Code'),
    value: label,
  });
  return name?.trim() || undefined;
}
