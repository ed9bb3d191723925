/**
 * A trie over the words of names, its edges in open-addressing tables keyed by node and hash of a word. Words whose keys are equal
 * share an edge: whoever walks the trie verifies letters at its end. Root is node 0; its many edges have a table of their own.
 */
export interface NameTrie {
  readonly root: EdgeTable;
  readonly inner: EdgeTable;
  /** By node: the first form that ends there plus one, times four; plus `hasEdges`, plus `isSticky`. */
  readonly nodes: Int32Array;
}

export interface EdgeTable {
  /** Two numbers an edge: its key (0: free) and the child. The number of edges is a power of two. */
  readonly edges: Int32Array;
  readonly mask: number;
}

/** In `nodes`: names go on below. */
export const hasEdges = 1;
/** In `nodes`: a name whose last word may stick to a small word ends one edge below. */
export const isSticky = 2;

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

/** The key of an edge: never 0. */
function edgeKey(node: number, hash: number): number {
  const mixed = Math.imul(hash ^ Math.imul(node, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) | 0 || 1;
}

/** The child of a node by a word's hash, or -1. `table` is the root's for node 0, else the inner one. */
export function childOf(table: EdgeTable, node: number, hash: number): number {
  const { edges, mask } = table;
  const key = edgeKey(node, hash);
  for (let slot = key & mask; ; slot = (slot + 1) & mask) {
    const found = edges[slot << 1]!;
    if (found === key) return edges[(slot << 1) | 1]!;
    if (found === 0) return -1;
  }
}

/** Grows a trie word by word. */
export class TrieBuilder {
  private readonly root = new TableBuilder();
  private readonly inner = new TableBuilder();
  private nodes = new Int32Array(64);
  private count = 1;

  /** The node at the end of a path of words, made where it is missing. */
  insert(words: readonly (readonly number[])[]): number {
    let node = 0;
    for (const word of words) node = this.child(node, hashWord(word));
    return node;
  }

  /** The first form that ends at a node, or -1. */
  formAt(node: number): number {
    return (this.nodes[node]! >> 2) - 1;
  }

  setForm(node: number, form: number): void {
    this.nodes[node] = ((form + 1) << 2) | (this.nodes[node]! & 3);
  }

  markSticky(words: readonly (readonly number[])[]): void {
    const node = this.insert(words.slice(0, -1));
    this.nodes[node] = this.nodes[node]! | isSticky;
  }

  build(): NameTrie {
    return { root: this.root.build(), inner: this.inner.build(), nodes: this.nodes.slice(0, this.count) };
  }

  private child(node: number, hash: number): number {
    const table = node === 0 ? this.root : this.inner;
    const known = childOf(table, node, hash);
    if (known >= 0) return known;
    if (this.count === this.nodes.length) {
      const larger = new Int32Array(this.count * 2);
      larger.set(this.nodes);
      this.nodes = larger;
    }
    this.nodes[node] = this.nodes[node]! | hasEdges;
    table.add(edgeKey(node, hash), this.count);
    return this.count++;
  }
}

class TableBuilder implements EdgeTable {
  edges = new Int32Array(32);
  mask = 15;
  private count = 0;

  add(key: number, child: number): void {
    if (++this.count * 2 > this.mask) this.grow();
    this.place(key, child);
  }

  build(): EdgeTable {
    return { edges: this.edges, mask: this.mask };
  }

  private grow(): void {
    const old = this.edges;
    this.edges = new Int32Array(old.length * 2);
    this.mask = this.mask * 2 + 1;
    for (let at = 0; at < old.length; at += 2) if (old[at] !== 0) this.place(old[at]!, old[at + 1]!);
  }

  private place(key: number, child: number): void {
    let slot = key & this.mask;
    while (this.edges[slot << 1] !== 0) slot = (slot + 1) & this.mask;
    this.edges[slot << 1] = key;
    this.edges[(slot << 1) | 1] = child;
  }
}
