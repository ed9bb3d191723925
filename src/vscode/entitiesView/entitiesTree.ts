import type * as vscode from 'vscode';
import type { CorpusView } from '../../core/corpus/corpusView';
import type { SubjectFrequency, SubjectsOfType } from '../../core/corpus/questions/frequencies';
import { subjectsByType } from '../../core/corpus/questions/frequencies';
import { entityTypes } from '../../core/recognition/entity';
import type { CorpusIndexes } from '../corpus/corpusIndexes';
import { CorpusTree } from '../corpusTree/corpusTree';
import { moreItem } from '../corpusTree/treePages';
import { fileName } from '../support/textFiles';
import { mentionItem, nameOf, releaseItem, subjectItem, typeItem } from './items';
import type { Node, ReleaseNode, SubjectNode, TypeNode } from './nodes';
import { keyOf } from './nodes';

/** Who and what the open corpora speak of: by type, by frequency, down to each mention. */
export class EntitiesTree extends CorpusTree<Node, TypeNode | SubjectNode> {
  private readonly subjects = new WeakMap<CorpusView, ReadonlyMap<string, SubjectsOfType>>();

  constructor(indexes: CorpusIndexes) {
    super(indexes, keyOf);
  }

  async getTreeItem(node: Node): Promise<vscode.TreeItem> {
    switch (node.kind) {
      case 'more':
        return moreItem(node, 'pressmark.moreEntities');
      case 'type': {
        const corpus = this.indexes.all().length > 1 ? fileName(node.index.corpus.root) : '';
        return typeItem(node, this.subjectsOf(node).length, corpus);
      }
      case 'subject':
        return subjectItem(node);
      case 'release':
        return releaseItem(node);
      case 'mention':
        return mentionItem(node);
    }
  }

  getChildren(node?: Node): Node[] {
    switch (node?.kind) {
      case undefined:
        return this.types();
      case 'type':
        return [...this.pages.page(node, this.subjectNodes(node))];
      case 'subject':
        return [...this.pages.page(node, releasesWith(node))];
      case 'release': {
        const { index, release, subject } = node;
        return index.view
          .mentionsIn(release, subject)
          .map((mention) => ({ kind: 'mention', index, release, mention }));
      }
      default:
        return [];
    }
  }

  private types(): TypeNode[] {
    return this.indexes.all().flatMap((index) => {
      const types = new Set([...entityTypes, ...this.known(index.view).keys()]);
      return [...types]
        .flatMap((type) =>
          [true, false].map((isListed): TypeNode => ({ kind: 'type', index, type, isListed })),
        )
        .filter((node) => this.subjectsOf(node).length > 0);
    });
  }

  private subjectNodes(node: TypeNode): readonly SubjectNode[] {
    const { index } = node;
    const root = index.corpus.root.toString();
    return this.subjectsOf(node).map((subject) => ({
      kind: 'subject',
      index,
      subject,
      page: { root, subject: subject.subject },
    }));
  }

  private subjectsOf({ index, type, isListed }: TypeNode): readonly SubjectFrequency[] {
    const found = this.known(index.view).get(type)?.[isListed ? 'listed' : 'unlisted'] ?? [];
    const words = this.filter.toLowerCase();
    return words
      ? found.filter(({ subject }) => nameOf(index, subject).toLowerCase().includes(words))
      : found;
  }

  /** What a view mentions, by type; asked for again and again by a tree, and the same as long as the view is. */
  private known(view: CorpusView): ReadonlyMap<string, SubjectsOfType> {
    let known = this.subjects.get(view);
    if (!known) this.subjects.set(view, (known = subjectsByType(view)));
    return known;
  }
}

function releasesWith({ index, subject: { subject } }: SubjectNode): readonly ReleaseNode[] {
  return [...index.view.releasesWith(subject)].map(({ release, count }) => ({
    kind: 'release',
    index,
    subject,
    release,
    count,
  }));
}
