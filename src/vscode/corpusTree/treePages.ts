import * as vscode from 'vscode';

/** How many rows of a list are shown at once; the rest is behind a "more…" row. */
const pageSize = 100;

/** The row behind which the rest of a list is. */
export interface MoreNode<Of> {
  readonly kind: 'more';
  /** Whose rows they are. */
  readonly of: Of;
  readonly left: number;
}

/** Long lists of a tree, a page at a time. `keyOf` names a row, the same after a change. */
export class TreePages<Of> {
  private readonly shown = new Map<string, number>();

  constructor(private readonly keyOf: (of: Of) => string) {}

  /**
   * The rows that are shown, and behind which row the rest is.
   *
   * @param total how many rows there are
   * @param first makes the first so many of them
   */
  page<Row>(
    of: Of,
    total: number,
    first: (limit: number) => readonly Row[],
  ): readonly (Row | MoreNode<Of>)[] {
    const limit = this.limit(of);
    const left = total - limit;
    return left > 0 ? [...first(limit), { kind: 'more', of, left }] : first(total);
  }

  showMore(of: Of): void {
    this.shown.set(this.keyOf(of), this.limit(of) + pageSize);
  }

  private limit(of: Of): number {
    return this.shown.get(this.keyOf(of)) ?? pageSize;
  }
}

/** @param command carried out with the row when it is chosen */
export function moreItem(node: MoreNode<unknown>, command: string): vscode.TreeItem {
  const title = vscode.l10n.t('{0} more…', node.left);
  const item = new vscode.TreeItem(title);
  item.command = { command, title, arguments: [node] };
  return item;
}
