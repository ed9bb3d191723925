import type { PanelCode } from '../shared/protocol';

/** Where a code goes, told as a drop on another one is. */
export interface Nesting {
  readonly onto: string;
  readonly where: 'inside' | 'after';
}

/**
 * What Alt with an arrow key does to a code, as in outlines: to the right it comes below the code above it on its level, to the left it
 * leaves the one it is below. Undefined where there is none. `codes` are in the order of the tree.
 */
export function nestByKey(codes: readonly PanelCode[], id: string, key: string): Nesting | undefined {
  const at = codes.findIndex((code) => code.id === id);
  const code = codes[at];
  if (!code) return undefined;
  const before = codes.slice(0, at).reverse();
  if (key === 'Alt+ArrowLeft') {
    const parent = before.find(({ depth }) => depth < code.depth);
    return parent && { onto: parent.id, where: 'after' };
  }
  if (key !== 'Alt+ArrowRight') return undefined;
  const above = before.find(({ depth }) => depth <= code.depth);
  return above?.depth === code.depth ? { onto: above.id, where: 'inside' } : undefined;
}
