/**
 * A trie over the words of names, its edges in one open-addressing table keyed by (node, hash of a word). Two words with one
 * hash share an edge: whoever walks the trie verifies letters at its end. Root is node 0.
 */
export interface NameTrie {
  /** Four numbers an edge: node + 1 (0: free), hash, child, unused. The number of edges is a power of two. */
  readonly edges: Int32Array;
  readonly mask: number;
  /** By node: the first form that ends there, or -1. */
  readonly formOf: Int32Array;
  /** By node: 1 where a name whose last word may stick to a small word ends one edge below. */
  readonly sticky: Uint8Array;
  readonly nodes: number;
}

const prime = 0x01000193;
export const hashSeed = 0x811c9dc5 | 0;

/** FNV-1a over 16-bit units. */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, prime);
}

export function hashWord(word: readonly number[]): number {
  let hash = hashSeed;
  for (const unit of word) hash = hashUnit(hash, unit);
  return hash;
}

/** Where the search for an edge starts; it goes on edge by edge until a free one. */
export function edgeSlot(node: number, hash: number, mask: number): number {
  let h = Math.imul(hash ^ Math.imul(node, 0x9e3779b1), 0x85ebca6b);
  h ^= h >>> 15;
  return h & mask;
}

/** The child of a node by a word's hash, or -1. */
export function childOf(edges: Int32Array, mask: number, node: number, hash: number): number {
  for (let slot = edgeSlot(node, hash, mask); ; slot = (slot + 1) & mask) {
    const at = slot << 2;
    const owner = edges[at]!;
    if (owner === 0) return -1;
    if (owner === node + 1 && edges[at + 1] === hash) return edges[at + 2]!;
  }
}

/** Grows a trie word by word. */
export class TrieBuilder {
  private edges = new Int32Array(1 << 8);
  private mask = (1 << 6) - 1;
  private forms = new Int32Array(64).fill(-1);
  private stickyNodes = new Uint8Array(64);
  private nodes = 1;

  /** The node at the end of a path of words, made where it is missing. */
  insert(words: readonly (readonly number[])[]): number {
    let node = 0;
    for (const word of words) node = this.child(node, hashWord(word));
    return node;
  }

  formAt(node: number): number {
    return this.forms[node]!;
  }

  setForm(node: number, form: number): void {
    this.forms[node] = form;
  }

  markSticky(words: readonly (readonly number[])[]): void {
    this.stickyNodes[this.insert(words.slice(0, -1))] = 1;
  }

  build(): NameTrie {
    const { edges, mask, nodes } = this;
    return {
      edges,
      mask,
      nodes,
      formOf: this.forms.slice(0, nodes),
      sticky: this.stickyNodes.slice(0, nodes),
    };
  }

  private child(node: number, hash: number): number {
    const known = childOf(this.edges, this.mask, node, hash);
    if (known >= 0) return known;
    if (this.nodes * 2 > this.mask) this.grow();
    if (this.nodes === this.forms.length) this.growNodes();
    const child = this.nodes++;
    place(this.edges, this.mask, node + 1, hash, child);
    return child;
  }

  private grow(): void {
    const old = this.edges;
    this.edges = new Int32Array(old.length * 2);
    this.mask = this.edges.length / 4 - 1;
    for (let at = 0; at < old.length; at += 4)
      if (old[at] !== 0) place(this.edges, this.mask, old[at]!, old[at + 1]!, old[at + 2]!);
  }

  private growNodes(): void {
    const forms = new Int32Array(this.nodes * 2).fill(-1);
    forms.set(this.forms);
    this.forms = forms;
    const sticky = new Uint8Array(this.nodes * 2);
    sticky.set(this.stickyNodes);
    this.stickyNodes = sticky;
  }
}

function place(edges: Int32Array, mask: number, owner: number, hash: number, child: number): void {
  let slot = edgeSlot(owner - 1, hash, mask);
  while (edges[slot << 2] !== 0) slot = (slot + 1) & mask;
  edges.set([owner, hash, child], slot << 2);
}
