import * as vscode from 'vscode';
import { readIndexed } from '../corpus/indexedText';
import { fileName } from '../support/textFiles';
import type { AnnotationNode, GroupNode } from './nodes';
import { groupName, isDoubtful, stateName } from './nodes';

/** Longer passages are shown by their beginning. */
const longestLabel = 120;

const icons = { code: 'tag', release: 'file-text', author: 'person', state: 'pulse' } as const;

export function groupItem(node: GroupNode): vscode.TreeItem {
  const { Collapsed } = vscode.TreeItemCollapsibleState;
  const { index, by, key, annotations } = node;
  const item = new vscode.TreeItem(groupName(node), Collapsed);
  const date = by === 'release' ? annotations[0]?.release.date : undefined;
  item.description = [date, String(annotations.length)].filter(Boolean).join(' · ');
  const isUrgent = by === 'state' && isDoubtful(key);
  item.iconPath = isUrgent
    ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
    : new vscode.ThemeIcon(icons[by]);
  item.contextValue = by === 'code' && key !== '' ? 'code' : by;
  if (by === 'release') item.tooltip = index.uriOf(key).path;
  const definition = by === 'code' ? index.corpus.codes.get(key)?.definition : undefined;
  if (definition !== undefined) item.tooltip = definition;
  return spoken(item, [groupName(node), item.description, definition]);
}

/** The passage's words; of one without a place what is known of it. */
export async function annotationItem(node: AnnotationNode): Promise<vscode.TreeItem> {
  const { index, release, passage, group } = node;
  const quote = await quoteOf(node);
  const item = new vscode.TreeItem(quote);
  const codes = passage.codes.map((id) => index.corpus.codes.get(id)?.name ?? id).join(', ');
  const entity = passage.entity === undefined ? '' : `→ ${passage.entity}`;
  const title = release.title ?? fileName(index.uriOf(release.path));
  const where = group.by === 'release' ? '' : [release.date, title].filter(Boolean).join(' ');
  const what = group.by === 'code' && passage.codes.length < 2 ? '' : codes;
  item.description = [what, entity, where].filter(Boolean).join(' · ');
  const facts = [codes, entity, title, release.date, passage.author, stateName(passage.state)];
  item.tooltip = facts.filter(Boolean).join('\n');
  if (isDoubtful(passage.state))
    item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  else if (passage.hasNote) item.iconPath = new vscode.ThemeIcon('note');
  item.contextValue = 'annotation';
  item.command = {
    command: 'pressmark.showIndexedAnnotation',
    title: vscode.l10n.t('Show in the Text'),
    arguments: [node],
  };
  return spoken(item, [quote, ...facts]);
}

/** A screen reader is told what the row says first: of an item with a tooltip VS Code tells it the tooltip alone. */
function spoken(item: vscode.TreeItem, parts: readonly (string | undefined)[]): vscode.TreeItem {
  item.accessibilityInformation = { label: parts.filter(Boolean).join(', ') };
  return item;
}

async function quoteOf({ index, release, passage }: AnnotationNode): Promise<string> {
  if (passage.spans.length === 0) return vscode.l10n.t('(no longer in the text)');
  const text = (await readIndexed(index, release.path).catch(() => undefined)) ?? '';
  const quote = passage.spans
    .map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ').trim())
    .join(' … ');
  if (quote === '') return `(${passage.id})`;
  return quote.length <= longestLabel ? quote : `${quote.slice(0, longestLabel).trimEnd()} …`;
}
