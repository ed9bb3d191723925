import * as vscode from 'vscode';
import type { CorpusIndexes } from '../corpus/corpusIndexes';
import { TreePages } from './treePages';

/** A tree of what the indexes of the open corpora know: filtered by words, long lists a page at a time. */
export abstract class CorpusTree<Node, Paged extends Node>
  implements vscode.TreeDataProvider<Node>, vscode.Disposable
{
  private readonly changed = new vscode.EventEmitter<Node | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  protected readonly pages: TreePages<Paged>;
  private wanted = '';

  constructor(
    protected readonly indexes: CorpusIndexes,
    keyOf: (node: Paged) => string,
  ) {
    this.pages = new TreePages(keyOf);
  }

  abstract getTreeItem(node: Node): vscode.TreeItem | Promise<vscode.TreeItem>;
  abstract getChildren(node?: Node): vscode.ProviderResult<Node[]>;

  get filter(): string {
    return this.wanted;
  }

  set filter(filter: string) {
    this.wanted = filter;
    this.refresh();
  }

  showMore(of: Paged): void {
    this.pages.showMore(of);
    this.refresh();
  }

  refresh(): void {
    this.changed.fire(undefined);
  }

  dispose(): void {
    this.changed.dispose();
  }
}
