import type { CorpusView, IndexedRelease } from '../../core/corpus/corpusView';
import type { MentionFact } from '../../core/corpus/facts';
import type { SubjectFrequency } from '../../core/corpus/questions/rankedSubjects';
import type { CorpusIndexing } from '../corpus/corpusIndexing';
import type { MoreNode } from '../corpusTree/treePages';

/** A row of the tree of entities. All rows of one drawing speak of the same view of the index, which may move on meanwhile. */
export type Node = TypeNode | SubjectNode | ReleaseNode | MentionNode | MoreNode<TypeNode | SubjectNode>;

interface Row {
  readonly index: CorpusIndexing;
  readonly view: CorpusView;
}

export interface TypeNode extends Row {
  readonly kind: 'type';
  readonly type: string;
  readonly isListed: boolean;
}

export interface SubjectNode extends Row {
  readonly kind: 'subject';
  readonly subject: SubjectFrequency;
  /** What `pressmark.openEntityPage` opens. */
  readonly page: { readonly root: string; readonly subject: string };
}

export interface ReleaseNode extends Row {
  readonly kind: 'release';
  readonly subject: string;
  readonly release: IndexedRelease;
  readonly count: number;
}

export interface MentionNode extends Row {
  readonly kind: 'mention';
  readonly release: IndexedRelease;
  readonly mention: MentionFact;
}

/** The same row has the same key after a change, so that it stays open and selected. */
export function keyOf(node: TypeNode | SubjectNode | ReleaseNode): string {
  const root = node.index.corpus.root.path;
  if (node.kind === 'type') return `${root} ${node.type} ${node.isListed}`;
  if (node.kind === 'subject') return `${root} ${node.subject.type} ${node.subject.subject}`;
  return `${root} ${node.subject} ${node.release.path}`;
}
