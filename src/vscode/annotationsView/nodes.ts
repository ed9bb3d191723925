import * as vscode from 'vscode';
import type { AnnotationGrouping, IndexedAnnotation } from '../../core/corpus/questions/annotations';
import type { CorpusIndexing } from '../corpus/corpusIndexing';
import type { MoreNode } from '../corpusTree/treePages';

/** A row of the tree of annotations. */
export type Node =
  | { readonly kind: 'corpus'; readonly index: CorpusIndexing; readonly count: number }
  | GroupNode
  | AnnotationNode
  | MoreNode<GroupNode>;

export interface GroupNode {
  readonly kind: 'group';
  readonly index: CorpusIndexing;
  readonly by: AnnotationGrouping;
  /** As `groupAnnotations` names it. */
  readonly key: string;
  readonly annotations: readonly IndexedAnnotation[];
  /** What `pressmark.openConcordance` opens, of a code. */
  readonly page?: { readonly root: string; readonly code: string };
}

export interface AnnotationNode extends IndexedAnnotation {
  readonly kind: 'annotation';
  readonly index: CorpusIndexing;
  readonly group: GroupNode;
}

/** What a person calls a group. */
export function groupName({ by, key, index, annotations }: GroupNode): string {
  if (by === 'code')
    return key === '' ? vscode.l10n.t('without a code') : (index.corpus.codes.get(key)?.name ?? `${key} ?`);
  if (by === 'author') return key === '' ? vscode.l10n.t('nobody named') : key;
  if (by === 'state') return stateName(key);
  const [first] = annotations;
  return first?.release.title ?? key;
}

export function stateName(state: string): string {
  const names: Record<string, string> = {
    exact: vscode.l10n.t('in place'),
    moved: vscode.l10n.t('moved with its text'),
    fuzzy: vscode.l10n.t('text changed: to be reviewed'),
    ambiguous: vscode.l10n.t('several places: to be reviewed'),
    orphan: vscode.l10n.t('text gone: to be reviewed'),
  };
  return names[state] ?? state;
}

export function isDoubtful(state: string): boolean {
  return state !== 'exact' && state !== 'moved';
}

/** Groups in the order a person expects: codes as in the codebook, releases by date, authors by name, states by urgency. */
export function compareGroups(a: GroupNode, b: GroupNode): number {
  if (a.by === 'code') return codePosition(a) - codePosition(b) || compare(a.key, b.key);
  if (a.by === 'state') return states.indexOf(a.key) - states.indexOf(b.key);
  if (a.by === 'release') return compare(dateOf(a), dateOf(b)) || compare(a.key, b.key);
  return compare(a.key || '\uffff', b.key || '\uffff');
}

const states = ['orphan', 'ambiguous', 'fuzzy', 'moved', 'exact'];

function codePosition({ index, key }: GroupNode): number {
  if (key === '') return Number.MAX_SAFE_INTEGER;
  const at = [...index.corpus.codes.keys()].indexOf(key);
  return at < 0 ? Number.MAX_SAFE_INTEGER - 1 : at;
}

function dateOf({ annotations }: GroupNode): string {
  return annotations[0]?.release.date ?? '\uffff';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
