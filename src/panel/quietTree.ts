import type { VscodeTreeItem } from '@vscode-elements/elements/dist/vscode-tree-item/index.js';

/** Keeps from screen readers what a tree's rows hold besides what they say: the picture of the arrow, and groups of nothing. */
export function quietTree(root: ParentNode): void {
  for (const row of root.querySelectorAll<VscodeTreeItem>('vscode-tree-item'))
    void row.updateComplete.then(() => {
      for (const arrow of row.shadowRoot?.querySelectorAll('svg') ?? [])
        arrow.setAttribute('aria-hidden', 'true');
      row.shadowRoot?.querySelector('[part=children]')?.setAttribute('role', row.branch ? 'group' : 'none');
    });
}
