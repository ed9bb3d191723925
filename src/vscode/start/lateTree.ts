import * as vscode from 'vscode';

/**
 * A tree view that is there from the start, and gets its rows when what makes them is loaded. The view stays the same: VS Code
 * before 1.101 loses one that is made anew with the id of another.
 */
export class LateTree<Node> implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly view: vscode.TreeView<Node>;
  private readonly changed = new vscode.EventEmitter<Node | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private provider: LoadedTree<Node> | undefined;

  /** @param asked is called whenever VS Code wants rows that nobody makes yet */
  constructor(
    id: string,
    canSelectMany: boolean,
    private readonly asked: () => void,
  ) {
    this.view = vscode.window.createTreeView(id, {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany,
    });
  }

  /** Hands over what makes the rows. */
  fillWith(provider: LoadedTree<Node>): vscode.Disposable {
    this.provider = provider;
    this.changed.fire(undefined);
    return provider.onDidChangeTreeData((node) => this.changed.fire(node));
  }

  getTreeItem(node: Node): vscode.TreeItem | Thenable<vscode.TreeItem> {
    // There are no nodes but those that it made.
    return this.provider!.getTreeItem(node);
  }

  getChildren(node?: Node): vscode.ProviderResult<Node[]> {
    if (this.provider) return this.provider.getChildren(node);
    this.asked();
    return [];
  }

  dispose(): void {
    this.view.dispose();
    this.changed.dispose();
  }
}

/** What makes the rows of a tree. */
interface LoadedTree<Node> {
  readonly onDidChangeTreeData: vscode.Event<Node | undefined>;
  getTreeItem(node: Node): vscode.TreeItem | Thenable<vscode.TreeItem>;
  getChildren(node?: Node): vscode.ProviderResult<Node[]>;
}
