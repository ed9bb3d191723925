/**
 * A trie over the words of names, its edges in open-addressing tables keyed by node and hash of a word. A node holds the forms that end
 * there, and up to two longer ones that no other name shares so far: only when more begin alike do they get nodes of their own.
 * Words whose keys are equal share an edge. So whoever walks the trie compares each form that it offers, letter by letter.
 * Root is node 0; its many edges have a table of their own.
 */
export interface NameTrie {
  readonly root: EdgeTable;
  readonly inner: EdgeTable;
  /** Two numbers a node: the first form to compare there plus one, times four, plus `hasEdges`, plus `isSticky`; and `initials`. */
  readonly nodes: Int32Array;
}

export interface EdgeTable {
  /** Two numbers an edge: its key (0: free) and the child. The number of edges is a power of two. */
  readonly edges: Int32Array;
  readonly mask: number;
}

/** In the first number of a node: names go on below; the second then has a bit for the first letter, modulo 32, of each word that does. */
export const hasEdges = 1;
/** In the first number of a node: a name whose last word may stick to a small word ends one edge below. */
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

/** A form as the builder needs it. */
export interface TrieForm {
  readonly words: readonly (readonly number[])[];
  /** Whether its last word may stick to a small word. */
  readonly sticky: boolean;
}

const mostUnshared = 2;

/** Grows a trie form by form. Forms are told by their number. */
export class TrieBuilder {
  private readonly root = new TableBuilder();
  private readonly inner = new TableBuilder();
  /** By node: its forms, the number of words that lead there, its flags and initials. */
  private readonly nodes: BuiltNode[] = [{ forms: [], depth: 0, flags: hasEdges, initials: 0 }];

  constructor(private readonly forms: readonly TrieForm[]) {
    forms.forEach((_, form) => this.insert(form, 0));
  }

  /** The trie, and by form the next one at the same node plus one, 0 for none. */
  build(): { readonly trie: NameTrie; readonly next: Int32Array } {
    const nodes = new Int32Array(this.nodes.length * 2);
    const next = new Int32Array(this.forms.length);
    this.nodes.forEach(({ forms, flags, initials }, n) => {
      nodes[n * 2] = (((forms[0] ?? -1) + 1) << 2) | flags;
      nodes[n * 2 + 1] = initials;
      for (let k = 1; k < forms.length; k++) next[forms[k - 1]!] = forms[k]! + 1;
    });
    return { trie: { root: this.root.build(), inner: this.inner.build(), nodes }, next };
  }

  private insert(form: number, from: number): void {
    const { words, sticky } = this.forms[form]!;
    let at = from;
    let parent = from;
    for (;;) {
      const node = this.nodes[at]!;
      if (node.depth === words.length) {
        node.forms.push(form);
        if (sticky) this.nodes[parent]!.flags |= isSticky;
        return;
      }
      if ((node.flags & hasEdges) === 0) {
        if (
          node.forms.filter((other) => this.forms[other]!.words.length > node.depth).length < mostUnshared
        ) {
          node.forms.push(form);
          return;
        }
        this.share(at);
      }
      parent = at;
      at = this.child(at, words[node.depth]!);
    }
  }

  /** Gives the longer forms of a node nodes of their own. */
  private share(at: number): void {
    const node = this.nodes[at]!;
    const longer = node.forms.filter((form) => this.forms[form]!.words.length > node.depth);
    node.forms = node.forms.filter((form) => this.forms[form]!.words.length === node.depth);
    node.flags |= hasEdges;
    for (const form of longer) this.insert(form, at);
  }

  private child(at: number, word: readonly number[]): number {
    const table = at === 0 ? this.root : this.inner;
    const hash = hashWord(word);
    const known = childOf(table, at, hash);
    if (known >= 0) return known;
    const node = this.nodes[at]!;
    node.initials |= 1 << (word[0]! & 31);
    table.add(edgeKey(at, hash), this.nodes.length);
    this.nodes.push({ forms: [], depth: node.depth + 1, flags: 0, initials: 0 });
    return this.nodes.length - 1;
  }
}

interface BuiltNode {
  forms: number[];
  readonly depth: number;
  flags: number;
  initials: number;
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
