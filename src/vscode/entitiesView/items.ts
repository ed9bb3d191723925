import * as vscode from 'vscode';
import { concordance, lastWords } from '../../core/corpus/concordance';
import { readSubject } from '../../core/corpus/subject';
import type { CorpusIndexing } from '../corpus/corpusIndexing';
import { readIndexed } from '../corpus/indexedText';
import { locationOf } from '../features/entityNavigation';
import { timesInReleases } from '../support/counted';
import { fileName } from '../support/textFiles';
import { typeName } from '../support/typeName';
import type { MentionNode, ReleaseNode, SubjectNode, TypeNode } from './nodes';
import { keyOf } from './nodes';

/** How much of the text stands on either side of a mention, in UTF-16 units. */
const contextWidth = 40;
/** A side bar is narrow: with more before it a mention would stand outside of it. */
const mostBefore = 16;

const { Collapsed } = vscode.TreeItemCollapsibleState;

/** @param corpus named where several are open */
export function typeItem(node: TypeNode, count: number, corpus: string): vscode.TreeItem {
  const { type, isListed } = node;
  const item = new vscode.TreeItem(
    isListed ? typeName(type) : vscode.l10n.t('{0} (in no gazetteer)', typeName(type)),
    Collapsed,
  );
  item.id = keyOf(node);
  item.description = [String(count), corpus].filter(Boolean).join(' · ');
  item.iconPath = new vscode.ThemeIcon(icons[type] ?? 'symbol-misc');
  return item;
}

export function subjectItem(node: SubjectNode): vscode.TreeItem {
  const { subject, count, releases } = node.subject;
  const [name = subject] = namesOf(node.index, subject);
  const item = new vscode.TreeItem(name, Collapsed);
  item.id = keyOf(node);
  item.description = timesInReleases(count, releases);
  item.contextValue = node.index.corpus.gazetteer.entities.has(subject) ? 'entity' : 'name';
  return item;
}

export function releaseItem(node: ReleaseNode): vscode.TreeItem {
  const { index, release, count } = node;
  const uri = index.uriOf(release.path);
  const item = new vscode.TreeItem(release.title ?? fileName(uri), Collapsed);
  item.id = keyOf(node);
  item.description = [release.date, String(count)].filter(Boolean).join(' · ');
  item.resourceUri = uri;
  item.iconPath = vscode.ThemeIcon.File;
  return item;
}

/** A mention in the words around it. */
export async function mentionItem({ index, view, release, mention }: MentionNode): Promise<vscode.TreeItem> {
  const text = (await readIndexed(index, release.path)) ?? '';
  const { before: context, keyword, after } = concordance(text, mention, contextWidth);
  const before = lastWords(context, mostBefore);
  const item = new vscode.TreeItem({
    label: `${before}${keyword}${after}`,
    highlights: [[before.length, before.length + keyword.length]],
  });
  const { uri, range } = locationOf(index, view, release, mention);
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Open'),
    arguments: [uri, { selection: range, preview: true }],
  };
  item.description = vscode.l10n.t('line {0}', range.start.line + 1);
  return item;
}

/** How a subject is called, the name that is shown first. */
export function namesOf(index: CorpusIndexing, subject: string): readonly string[] {
  const read = readSubject(subject);
  if (!read.listed) return [read.name];
  const entity = index.corpus.gazetteer.entities.get(read.entity);
  return entity ? [entity.name, ...entity.aliases] : [read.entity];
}

const icons: Readonly<Record<string, string>> = {
  person: 'person',
  organization: 'organization',
  place: 'globe',
  role: 'briefcase',
  event: 'calendar',
  document: 'file-text',
  facility: 'home',
  date: 'clock',
};
