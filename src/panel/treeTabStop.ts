import type { VscodeTreeItem } from '@vscode-elements/elements/dist/vscode-tree-item/index.js';

const rowTag = 'vscode-tree-item';

/**
 * Keeps a tree in the order of Tab, which stops at the row last used. The tree itself loses that stop where the row goes, as it
 * does when codes are searched: then the first row takes it. And where the row is below another: Tab passes by everything that
 * stands in an element with a tabindex of -1, so the rows above the stop have none.
 */
export function keepTabStop(root: ParentNode): void {
  const rows = [...root.querySelectorAll<VscodeTreeItem>(rowTag)];
  const [first] = rows;
  if (!first) return;
  const stop = rows.find((row) => row.tabIndex === 0 && row.checkVisibility());
  if (!stop) {
    first.active = true;
    first.tabIndex = 0; // It may count as active already, and then nothing changes by that.
    return;
  }
  for (let above = rowAbove(stop); above; above = rowAbove(above)) above.removeAttribute('tabindex');
}

/** Does so whenever the focus moves in the tree, once the tree has followed it. */
export function followTabStop(root: HTMLElement): void {
  const soon = (event: Event): void => {
    if (event.target instanceof Element && event.target.closest(rowTag))
      requestAnimationFrame(() => keepTabStop(root));
  };
  root.addEventListener('focusin', soon);
  root.addEventListener('click', soon);
}

function rowAbove(row: Element): Element | null | undefined {
  return row.parentElement?.closest(rowTag);
}
