import * as vscode from 'vscode';
import type { CorpusView, IndexedRelease } from '../../core/corpus/corpusView';
import type { MentionFact } from '../../core/corpus/facts';
import { concordance } from '../../core/corpus/concordance';
import type { SubjectFrequency, SubjectsOfType } from '../../core/corpus/questions/frequencies';
import { subjectsByType } from '../../core/corpus/questions/frequencies';
import { readSubject } from '../../core/corpus/subject';
import { entityTypes } from '../../core/recognition/entity';
import type { CorpusIndexes } from '../corpus/corpusIndexes';
import { refreshAfterMs } from '../corpus/corpusIndexes';
import { progressMessage } from '../corpus/progressMessage';
import type { CorpusIndexing } from '../corpus/corpusIndexing';
import { readIndexed } from '../corpus/indexedText';
import { timesInReleases } from '../support/counted';
import type { Log } from '../support/log';
import { fileName } from '../support/textFiles';
import { definitionOf, locationOf } from './entityNavigation';

/** Children of a node shown at once; the rest is behind a "more…" node. */
const pageSize = 100;
const contextWidth = 40;

type Node =
  | {
      readonly kind: 'type';
      readonly index: CorpusIndexing;
      readonly type: string;
      readonly isListed: boolean;
    }
  | {
      readonly kind: 'subject';
      readonly index: CorpusIndexing;
      readonly subject: SubjectFrequency;
      /** What `pressmark.openEntityPage` opens. */
      readonly page: { readonly root: string; readonly subject: string };
    }
  | {
      readonly kind: 'release';
      readonly index: CorpusIndexing;
      readonly subject: string;
      readonly release: IndexedRelease;
      readonly count: number;
    }
  | {
      readonly kind: 'mention';
      readonly index: CorpusIndexing;
      readonly release: IndexedRelease;
      readonly mention: MentionFact;
    }
  | { readonly kind: 'more'; readonly of: Node | undefined; readonly left: number };

/** The tree of who and what the corpus speaks of: by type, by frequency, down to each mention in its context. */
export function registerEntitiesView(indexes: CorpusIndexes, log: Log): vscode.Disposable {
  const tree = new EntitiesTree(indexes);
  const view = vscode.window.createTreeView('pressmark.entities', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refreshSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      view.message = progressMessage(indexes.all());
      if (view.visible) tree.refresh();
    }, refreshAfterMs(indexes));
  };
  return vscode.Disposable.from(
    view,
    tree,
    indexes.onDidChange(refreshSoon),
    view.onDidChangeVisibility(({ visible }) => {
      if (!visible) return;
      void log.guard('beginning to index', () => indexes.openFolders());
      view.message = progressMessage(indexes.all());
      tree.refresh();
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
    vscode.commands.registerCommand('pressmark.moreEntities', (node: Node & { kind: 'more' }) =>
      tree.showMore(node.of),
    ),
    vscode.commands.registerCommand('pressmark.filterEntities', () =>
      log.guard('filtering entities', async () => {
        const filter = await vscode.window.showInputBox({
          title: vscode.l10n.t('Show Only Entities Whose Name Holds'),
          value: tree.filter,
          prompt: vscode.l10n.t('Empty shows all.'),
        });
        if (filter === undefined) return;
        tree.filter = filter.trim();
        view.description = tree.filter || undefined;
      }),
    ),
    vscode.commands.registerCommand('pressmark.openEntity', (node: Node) =>
      log.guard('opening an entity', async () => {
        if (node.kind !== 'subject') return;
        const where = await definitionOf(node.subject.subject, node.index.corpus);
        if (where) await vscode.window.showTextDocument(where.uri, { selection: where.range, preview: true });
      }),
    ),
    vscode.commands.registerCommand('pressmark.pauseIndexing', () => {
      for (const index of indexes.all()) index.pauseOrResume();
    }),
  );
}

class EntitiesTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Node | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly shown = new Map<string, number>();
  private readonly subjects = new WeakMap<CorpusView, ReadonlyMap<string, SubjectsOfType>>();
  private wanted = '';

  constructor(private readonly indexes: CorpusIndexes) {}

  get filter(): string {
    return this.wanted;
  }

  set filter(filter: string) {
    this.wanted = filter;
    this.refresh();
  }

  refresh(): void {
    this.changed.fire(undefined);
  }

  showMore(node: Node | undefined): void {
    const key = keyOf(node);
    this.shown.set(key, (this.shown.get(key) ?? pageSize) + pageSize);
    this.changed.fire(undefined);
  }

  dispose(): void {
    this.changed.dispose();
  }

  async getTreeItem(node: Node): Promise<vscode.TreeItem> {
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    if (node.kind === 'more') {
      const item = new vscode.TreeItem(vscode.l10n.t('{0} more…', node.left), None);
      item.command = { command: 'pressmark.moreEntities', title: item.label as string, arguments: [node] };
      return item;
    }
    if (node.kind === 'type') {
      const item = new vscode.TreeItem(
        node.isListed ? node.type : vscode.l10n.t('{0} (in no gazetteer)', node.type),
        Collapsed,
      );
      item.id = keyOf(node);
      const corpus = this.indexes.all().length > 1 ? fileName(node.index.corpus.root) : '';
      item.description = [String(this.subjectsOf(node).length), corpus].filter(Boolean).join(' · ');
      item.iconPath = new vscode.ThemeIcon(icons[node.type] ?? 'symbol-misc');
      return item;
    }
    if (node.kind === 'subject') {
      const { subject, count, releases } = node.subject;
      const item = new vscode.TreeItem(this.nameOf(node.index, subject), Collapsed);
      item.id = keyOf(node);
      item.description = timesInReleases(count, releases);
      item.contextValue = node.index.corpus.gazetteer.entities.has(subject) ? 'entity' : 'name';
      return item;
    }
    if (node.kind === 'release') {
      const item = new vscode.TreeItem(
        node.release.title ?? fileName(node.index.uriOf(node.release.path)),
        Collapsed,
      );
      item.id = keyOf(node);
      item.description = [node.release.date, String(node.count)].filter(Boolean).join(' · ');
      item.resourceUri = node.index.uriOf(node.release.path);
      item.iconPath = vscode.ThemeIcon.File;
      return item;
    }
    return this.mentionItem(node);
  }

  getChildren(node?: Node): Node[] {
    if (!node) {
      return this.indexes.all().flatMap((index) => {
        const types = new Set([...entityTypes, ...this.known(index.view).keys()]);
        const nodes = [...types].flatMap((type): Node[] => [
          { kind: 'type', index, type, isListed: true },
          { kind: 'type', index, type, isListed: false },
        ]);
        return nodes.filter((typeNode) => typeNode.kind === 'type' && this.subjectsOf(typeNode).length > 0);
      });
    }
    if (node.kind === 'type') {
      const { index } = node;
      return this.page(
        node,
        this.subjectsOf(node).map((subject) => ({
          kind: 'subject',
          index,
          subject,
          page: { root: index.corpus.root.toString(), subject: subject.subject },
        })),
      );
    }
    if (node.kind === 'subject') {
      const { index } = node;
      const { subject } = node.subject;
      const found = [...index.view.releasesWith(subject)].map(({ release, count }): Node => ({
        kind: 'release',
        index,
        subject,
        release,
        count,
      }));
      return this.page(node, found);
    }
    if (node.kind === 'release') {
      const { index, release } = node;
      return index.view
        .mentionsIn(release, node.subject)
        .map((mention) => ({ kind: 'mention', index, release, mention }));
    }
    return [];
  }

  private page(node: Node, children: readonly Node[]): Node[] {
    const limit = this.shown.get(keyOf(node)) ?? pageSize;
    const left = children.length - limit;
    if (left <= 0) return [...children];
    return [...children.slice(0, limit), { kind: 'more', of: node, left }];
  }

  private subjectsOf({ index, type, isListed }: Node & { kind: 'type' }): readonly SubjectFrequency[] {
    const found = this.known(index.view).get(type)?.[isListed ? 'listed' : 'unlisted'] ?? [];
    const words = this.wanted.toLowerCase();
    return words
      ? found.filter(({ subject }) => this.nameOf(index, subject).toLowerCase().includes(words))
      : found;
  }

  /** What a view mentions, by type; asked for again and again by a tree, and the same as long as the view is. */
  private known(view: CorpusView): ReadonlyMap<string, SubjectsOfType> {
    let known = this.subjects.get(view);
    if (!known) this.subjects.set(view, (known = subjectsByType(view)));
    return known;
  }

  private nameOf(index: CorpusIndexing, subject: string): string {
    const read = readSubject(subject);
    return read.listed ? (index.corpus.gazetteer.entities.get(read.entity)?.name ?? read.entity) : read.name;
  }

  private async mentionItem({
    index,
    release,
    mention,
  }: Node & { kind: 'mention' }): Promise<vscode.TreeItem> {
    const text = (await readIndexed(index, release.path)) ?? '';
    const { before, keyword, after } = concordance(text, mention, contextWidth);
    const label = `${before}${keyword}${after}`;
    const item = new vscode.TreeItem({
      label,
      highlights: [[before.length, before.length + keyword.length]],
    });
    const { uri, range } = locationOf(index, index.view, release, mention);
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Open'),
      arguments: [uri, { selection: range, preview: true }],
    };
    item.description = vscode.l10n.t('line {0}', range.start.line + 1);
    return item;
  }
}

function keyOf(node: Node | undefined): string {
  if (!node) return '';
  if (node.kind === 'type') return `${node.index.corpus.root.path} ${node.type} ${node.isListed}`;
  if (node.kind === 'subject')
    return `${node.index.corpus.root.path} ${node.subject.type} ${node.subject.subject}`;
  if (node.kind === 'release') return `${node.index.corpus.root.path} ${node.subject} ${node.release.path}`;
  return '';
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
