import * as vscode from 'vscode';
import type { AnchorState } from '../../core/annotation/annotation';
import type { Format } from '../../core/formats/format';
import type { Loss } from '../../core/formats/lossReport';
import { formats } from '../../core/formats/registry';
import type { ExportKind, ExportSelection } from '../../core/formats/selection';
import type { OffsetUnit } from '../../core/text/offsets';
import type { Corpus } from '../corpus/corpus';
import { inLanguage } from '../support/inLanguage';

/** What there is to choose from: authors (`''` for none) and states of the annotations, with how many each has. */
export interface Present {
  readonly authors: ReadonlyMap<string, number>;
  readonly states: ReadonlyMap<AnchorState, number>;
}

export async function pickFormat(): Promise<Format | undefined> {
  const picked = await vscode.window.showQuickPick(
    formats.map((format) => ({
      label: format.label,
      description: format.id,
      detail: format.description,
      format,
    })),
    { title: vscode.l10n.t('Export As'), matchOnDescription: true, matchOnDetail: true },
  );
  return picked?.format;
}

/** How the format is to be written, where it leaves a choice; undefined when the question is left. */
export async function pickManner(
  format: Format,
): Promise<{ readonly unit: OffsetUnit; readonly variant?: string } | undefined> {
  const usual = format.units[0] ?? 'codepoints';
  const { variants = [] } = format;
  let variant = variants[0];
  if (variants.length > 1) {
    variant = await vscode.window.showQuickPick(variants, { title: vscode.l10n.t('Which Variant?') });
    if (variant === undefined) return undefined;
  }
  if (format.units.length < 2) return { unit: usual, ...(variant !== undefined && { variant }) };
  const names: Readonly<Record<OffsetUnit, string>> = {
    codepoints: vscode.l10n.t('Unicode code points, as Python counts'),
    utf16: vscode.l10n.t('UTF-16 units, as Java and JavaScript count'),
    bytes: vscode.l10n.t('UTF-8 bytes'),
  };
  const picked = await vscode.window.showQuickPick(
    format.units.map((unit) => ({ label: names[unit], description: unit, unit })),
    { title: vscode.l10n.t('Count Offsets In') },
  );
  return picked && { unit: picked.unit, ...(variant !== undefined && { variant }) };
}

/** A flat layer of tags is mostly wanted for names; everything else for what people said. */
export function usualKinds(format: Format): readonly ExportKind[] {
  return format.id.startsWith('conll') ? ['entities', 'mentions'] : ['codes', 'entities'];
}

interface WhatItem extends vscode.QuickPickItem {
  readonly what?: ExportKind;
  readonly state?: AnchorState;
}

export async function pickSelection(format: Format, present: Present): Promise<ExportSelection | undefined> {
  const kinds: readonly (readonly [ExportKind, string])[] = [
    ['codes', vscode.l10n.t('Tagged passages and notes')],
    ['entities', vscode.l10n.t('Entities that a person confirmed or corrected')],
    ['mentions', vscode.l10n.t('Recognised mentions')],
  ];
  const doubts: readonly (readonly [AnchorState, string])[] = [
    ['fuzzy', vscode.l10n.t('Also where the passage was only found roughly')],
    ['ambiguous', vscode.l10n.t('Also where several places are as good')],
  ];
  const usual = usualKinds(format);
  const items: readonly WhatItem[] = [
    ...kinds.map(([what, label]) => ({ label, what, picked: usual.includes(what) })),
    ...doubts
      .filter(([state]) => present.states.has(state))
      .map(([state, label]) => ({ label, description: String(present.states.get(state)), state })),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Export What?'),
    canPickMany: true,
  });
  const what = new Set(picked?.flatMap((item) => item.what ?? []));
  if (!picked || what.size === 0) return undefined;
  const states = new Set<AnchorState>(['exact', 'moved', ...picked.flatMap(({ state }) => state ?? [])]);
  if (present.authors.size < 2 || (what.size === 1 && what.has('mentions'))) return { what, states };
  const authors = await pickAuthors(present.authors);
  return authors && { what, states, ...(authors.size < present.authors.size && { authors }) };
}

async function pickAuthors(counts: ReadonlyMap<string, number>): Promise<ReadonlySet<string> | undefined> {
  const items = [...counts].sort().map(([author, count]) => ({
    label: author || vscode.l10n.t('without an author'),
    description: String(count),
    picked: true,
    author,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Export Whose Annotations?'),
    canPickMany: true,
  });
  return picked && picked.length > 0 ? new Set(picked.map(({ author }) => author)) : undefined;
}

/** Says what the format cannot hold, line by line, before anything is written. */
export async function confirmLosses(format: Format, losses: readonly Loss[]): Promise<boolean> {
  if (losses.length === 0) return true;
  const go = { label: `$(check) ${vscode.l10n.t('Export all the same')}`, detail: '' };
  const lines = losses.map(({ message, examples }) => ({
    label: `$(warning) ${inLanguage(message)}`,
    detail: examples
      .map(({ what, path = '' }) => {
        if (typeof what !== 'string') return path === '' ? inLanguage(what) : `${path}: ${inLanguage(what)}`;
        return what === '' ? path : path === '' ? `“${what}”` : `“${what}” (${path})`;
      })
      .join(' · '),
  }));
  const picked = await vscode.window.showQuickPick([go, ...lines], {
    title: vscode.l10n.t('What {0} Cannot Hold', format.label),
    placeHolder: vscode.l10n.t('Escape exports nothing'),
  });
  return picked !== undefined;
}

/** Where exports go unless another folder is chosen. */
export function usualFolder(corpus: Corpus, format: Format): vscode.Uri {
  return vscode.Uri.joinPath(corpus.root, 'exports', format.id);
}

export async function pickFolder(corpus: Corpus, format: Format): Promise<vscode.Uri | undefined> {
  const other = { label: vscode.l10n.t('Another folder…'), folder: undefined };
  const picked = await vscode.window.showQuickPick(
    [
      {
        label: `exports/${format.id}`,
        description: vscode.l10n.t('in the corpus'),
        folder: usualFolder(corpus, format),
      },
      other,
    ],
    { title: vscode.l10n.t('Export Where To?') },
  );
  if (!picked) return undefined;
  if (picked.folder) return picked.folder;
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    defaultUri: corpus.root,
    openLabel: vscode.l10n.t('Export Here'),
  });
  return chosen?.[0];
}
