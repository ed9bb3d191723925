import type { IndexedRelease } from '../../core/corpus/corpusView';
import type { MentionFact } from '../../core/corpus/facts';
import type { SubjectFrequency } from '../../core/corpus/questions/frequencies';
import type { CorpusIndexing } from '../corpus/corpusIndexing';
import type { MoreNode } from '../corpusTree/treePages';

/** A row of the tree of entities. */
export type Node = TypeNode | SubjectNode | ReleaseNode | MentionNode | MoreNode<TypeNode | SubjectNode>;

export interface TypeNode {
  readonly kind: 'type';
  readonly index: CorpusIndexing;
  readonly type: string;
  readonly isListed: boolean;
}

export interface SubjectNode {
  readonly kind: 'subject';
  readonly index: CorpusIndexing;
  readonly subject: SubjectFrequency;
  /** What `pressmark.openEntityPage` opens. */
  readonly page: { readonly root: string; readonly subject: string };
}

export interface ReleaseNode {
  readonly kind: 'release';
  readonly index: CorpusIndexing;
  readonly subject: string;
  readonly release: IndexedRelease;
  readonly count: number;
}

export interface MentionNode {
  readonly kind: 'mention';
  readonly index: CorpusIndexing;
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
