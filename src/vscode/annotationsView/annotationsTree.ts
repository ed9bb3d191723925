import * as vscode from 'vscode';
import { inSlices } from '../../core/corpus/indexing/slices';
import type { AnnotationGrouping, IndexedAnnotation } from '../../core/corpus/questions/annotations';
import { annotationsOf, groupAnnotations } from '../../core/corpus/questions/annotations';
import { foldName } from '../../core/corpus/subject';
import type { CorpusView } from '../../core/corpus/corpusView';
import type { CorpusIndexes } from '../corpus/corpusIndexes';
import type { CorpusIndexing } from '../corpus/corpusIndexing';
import { CorpusTree } from '../corpusTree/corpusTree';
import { moreItem } from '../corpusTree/treePages';
import { fileName } from '../support/textFiles';
import { annotationItem, groupItem } from './items';
import type { AnnotationNode, GroupNode, Node } from './nodes';
import { compareGroups, stateName } from './nodes';

/** The annotations of the corpora that are open, grouped. */
export class AnnotationsTree extends CorpusTree<Node, GroupNode> {
  /** What an index's view held when it was last looked through. */
  private readonly known = new WeakMap<CorpusView, Promise<readonly IndexedAnnotation[]>>();

  constructor(
    indexes: CorpusIndexes,
    private by: AnnotationGrouping,
  ) {
    super(indexes, keyOf);
  }

  get grouping(): AnnotationGrouping {
    return this.by;
  }

  set grouping(by: AnnotationGrouping) {
    this.by = by;
    this.refresh();
  }

  async getTreeItem(node: Node): Promise<vscode.TreeItem> {
    if (node.kind === 'more') return moreItem(node, 'pressmark.moreAnnotations');
    if (node.kind === 'corpus') {
      const item = new vscode.TreeItem(
        fileName(node.index.corpus.root),
        vscode.TreeItemCollapsibleState.Expanded,
      );
      item.id = node.index.corpus.root.toString();
      item.description = String(node.count);
      item.iconPath = vscode.ThemeIcon.Folder;
      return item;
    }
    const item = node.kind === 'group' ? groupItem(node) : await annotationItem(node);
    item.id = keyOf(node);
    return item;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) return this.roots();
    if (node.kind === 'corpus') return this.groups(node.index);
    if (node.kind !== 'group') return [];
    const { annotations, index } = node;
    return this.pages
      .page(node, annotations.length, (limit) => annotations.slice(0, limit))
      .map((row) => ('kind' in row ? row : { kind: 'annotation', index, group: node, ...row }));
  }

  private async roots(): Promise<Node[]> {
    const corpora: (Node & { kind: 'corpus' })[] = [];
    for (const index of this.indexes.all()) {
      const { length } = await this.annotations(index);
      if (length > 0) corpora.push({ kind: 'corpus', index, count: length });
    }
    return corpora.length === 1 ? this.groups(corpora[0]!.index) : corpora;
  }

  private async groups(index: CorpusIndexing): Promise<Node[]> {
    const { by } = this;
    const root = index.corpus.root.toString();
    return [...groupAnnotations(await this.annotations(index), by)]
      .map(([key, annotations]): GroupNode => {
        const group = { kind: 'group', index, by, key, annotations } as const;
        return by === 'code' && key !== '' ? { ...group, page: { root, code: key } } : group;
      })
      .sort(compareGroups);
  }

  private async annotations(index: CorpusIndexing): Promise<readonly IndexedAnnotation[]> {
    const { view } = index;
    let all = this.known.get(view);
    if (!all) this.known.set(view, (all = gather(view)));
    const words = foldName(this.filter).split(' ').filter(Boolean);
    if (words.length === 0) return all;
    return (await all).filter(({ release, passage }) => {
      const codes = passage.codes.map((id) => `${id} ${index.corpus.codes.get(id)?.name ?? ''}`).join(' ');
      const { path, title = '', date = '' } = release;
      const { author = '', entity = '', state } = passage;
      const text = foldName(`${codes} ${author} ${entity} ${stateName(state)} ${date} ${title} ${path}`);
      return words.every((word) => text.includes(word));
    });
  }
}

async function gather(view: CorpusView): Promise<readonly IndexedAnnotation[]> {
  const found: IndexedAnnotation[] = [];
  if (view.passageCount === 0) return found;
  const host = {
    now: () => performance.now(),
    yield: () => new Promise<void>((resolve) => setTimeout(resolve)),
  };
  await inSlices(host, annotationsOf(view), (annotation) => {
    if (annotation) found.push(annotation);
  });
  return found;
}

/** The same row has the same key after a change, so that it stays open and selected. */
function keyOf(node: GroupNode | AnnotationNode): string {
  if (node.kind === 'group') return `${node.index.corpus.root.path} ${node.by} ${node.key}`;
  return `${keyOf(node.group)} ${node.release.path} ${node.passage.id}`;
}
