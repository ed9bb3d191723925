import type * as vscode from 'vscode';
import type { CorpusView } from '../../core/corpus/corpusView';
import type { SubjectsOfType } from '../../core/corpus/questions/frequencies';
import { subjectsByType } from '../../core/corpus/questions/frequencies';
import { RankedSubjects } from '../../core/corpus/questions/rankedSubjects';
import { foldName } from '../../core/corpus/subject';
import { entityTypes } from '../../core/recognition/entity';
import type { CorpusIndexes } from '../corpus/corpusIndexes';
import { CorpusTree } from '../corpusTree/corpusTree';
import { moreItem } from '../corpusTree/treePages';
import { fileName } from '../support/textFiles';
import { mentionItem, namesOf, releaseItem, subjectItem, typeItem } from './items';
import type { Node, ReleaseNode, SubjectNode, TypeNode } from './nodes';
import { keyOf } from './nodes';

/** Who and what the open corpora speak of: by type, by frequency, down to each mention. */
export class EntitiesTree extends CorpusTree<Node, TypeNode | SubjectNode> {
  private readonly subjects = new WeakMap<CorpusView, ReadonlyMap<string, SubjectsOfType>>();
  private readonly filtered = new WeakMap<RankedSubjects, { filter: string; subjects: RankedSubjects }>();

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
        return this.page(node, this.subjectsOf(node).length, (limit) => this.subjectNodes(node, limit));
      case 'subject': {
        const { length } = node.view.occurrencesOf(node.subject.subject).ordinals;
        return this.page(node, length, (limit) => releasesWith(node, limit));
      }
      case 'release': {
        const { index, view, release, subject } = node;
        return view
          .mentionsIn(release, subject)
          .map((mention) => ({ kind: 'mention', index, view, release, mention }));
      }
      default:
        return [];
    }
  }

  private page(of: TypeNode | SubjectNode, total: number, first: (limit: number) => readonly Node[]): Node[] {
    return [...this.pages.page(of, total, first)];
  }

  private types(): TypeNode[] {
    return this.indexes.all().flatMap((index) => {
      const { view } = index;
      const types = new Set([...entityTypes, ...this.known(view).keys()]);
      return [...types]
        .flatMap((type) =>
          [true, false].map((isListed): TypeNode => ({ kind: 'type', index, view, type, isListed })),
        )
        .filter((node) => this.subjectsOf(node).length > 0);
    });
  }

  private subjectNodes(node: TypeNode, limit: number): readonly SubjectNode[] {
    const { index, view } = node;
    const root = index.corpus.root.toString();
    return this.subjectsOf(node)
      .first(limit)
      .map((subject) => ({
        kind: 'subject',
        index,
        view,
        subject,
        page: { root, subject: subject.subject },
      }));
  }

  /** What the filter leaves: names and other names, whatever their capitals and diacritics. */
  private subjectsOf({ index, view, type, isListed }: TypeNode): RankedSubjects {
    const found = this.known(view).get(type)?.[isListed ? 'listed' : 'unlisted'];
    if (!found) return new RankedSubjects(view, []);
    const words = foldName(this.filter).split(' ').filter(Boolean);
    if (words.length === 0) return found;
    const before = this.filtered.get(found);
    if (before?.filter === this.filter) return before.subjects;
    const subjects = found.matching((subject) => {
      const names = foldName(namesOf(index, subject).join(' '));
      return words.every((word) => names.includes(word));
    });
    this.filtered.set(found, { filter: this.filter, subjects });
    return subjects;
  }

  /** What a view mentions, by type; asked for again and again by a tree, and the same as long as the view is. */
  private known(view: CorpusView): ReadonlyMap<string, SubjectsOfType> {
    let known = this.subjects.get(view);
    if (!known) this.subjects.set(view, (known = subjectsByType(view)));
    return known;
  }
}

function releasesWith(
  { index, view, subject: { subject } }: SubjectNode,
  limit: number,
): readonly ReleaseNode[] {
  const { ordinals, counts } = view.occurrencesOf(subject);
  return Array.from(ordinals.subarray(0, limit), (ordinal, i) => ({
    kind: 'release',
    index,
    view,
    subject,
    release: view.releaseAt(ordinal),
    count: counts[i]!,
  }));
}
