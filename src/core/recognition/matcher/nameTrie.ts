import type { RuledForm } from './nameForm';

/**
 * A trie over the words of names, in one array. A node is at least three numbers: where its forms stand in the pool, as `formsOf`
 * reads it, and whether its last words may stick; a bit for the first letter, modulo 32, of each word that goes on below; and the
 * mask of its table, which follows, two numbers an edge: the hash of a word (0: free) and the child. Node and edges lie together, so
 * that a step costs one or two cache lines. Where no names go on, the child is no node but the place of its forms, less than 0 as
 * `~place`. A node also holds up to two longer forms that no other name shares so far: only when more begin alike do they
 * get nodes of their own. Words of one hash share an edge. So whoever walks the trie compares each form that it offers, letter by
 * letter. The root is at 0.
 */
export type NameTrie = Int32Array;

const headLength = 3;

const prime = 0x01000193;
export const hashSeed = 0x811c9dc5 | 0;

/** FNV-1a over 16-bit units. */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, prime);
}

function hashWord(word: readonly number[]): number {
  let hash = hashSeed;
  for (const unit of word) hash = hashUnit(hash, unit);
  return hash;
}

/** The child of a node by a word's hash: a node, or less than 0 the place of forms, or 0 for none. */
export function childOf(trie: NameTrie, node: number, hash: number): number {
  const mask = trie[node + 2]!;
  const key = keyOf(hash);
  for (let slot = slotOf(key) & mask; ; slot = (slot + 1) & mask) {
    const at = node + headLength + (slot << 1);
    const found = trie[at]!;
    if (found === key) return trie[at + 1]!;
    if (found === 0) return 0;
  }
}

/** The hash as edges have it: never 0. */
function keyOf(hash: number): number {
  return hash === 0 ? 1 : hash;
}

function slotOf(key: number): number {
  return key ^ (key >>> 15);
}

/** Where the forms of a child stand in the pool, or -1. */
export function formsOf(trie: NameTrie, child: number): number {
  return child < 0 ? ~child : (trie[child]! >> 1) - 1;
}

/** Whether a name whose last word may stick to a small word ends one edge below a node. */
export function isSticky(trie: NameTrie, node: number): boolean {
  return (trie[node]! & 1) !== 0;
}

/** Whether a word with this folded first letter may go on from a node. */
export function mayGoOn(trie: NameTrie, node: number, letter: number): boolean {
  return ((trie[node + 1]! >>> (letter & 31)) & 1) !== 0;
}

interface BuiltNode {
  forms: number[];
  readonly depth: number;
  sticky: boolean;
  initials: number;
  edges: number;
  /** Whether longer forms have nodes below. */
  shared: boolean;
}

interface Edge {
  readonly parent: number;
  readonly key: number;
  readonly child: number;
}

const mostUnshared = 2;

/** Grows a trie form by form. Forms are told by their number. */
export class TrieBuilder {
  private readonly nodes: BuiltNode[] = [newNode(0)];
  private readonly edges: Edge[] = [];
  /** Children by parent and key, in one number. */
  private readonly children = new Map<number, number>();

  constructor(private readonly forms: readonly RuledForm[]) {
    forms.forEach((_, form) => this.insert(form, 0));
  }

  /** The trie; `place` is asked once for the forms of each node where they shall stand in the pool. */
  build(place: (forms: readonly number[]) => number): NameTrie {
    const starts = new Int32Array(this.nodes.length);
    let length = 0;
    this.nodes.forEach(({ edges, shared }, n) => {
      starts[n] = length;
      if (shared) length += headLength + 2 * slotsFor(edges);
    });
    const trie = new Int32Array(length);
    this.nodes.forEach(({ forms, sticky, initials, edges }, n) => {
      if (edges === 0) return;
      const at = starts[n]!;
      trie[at] = (forms.length === 0 ? 0 : (place(forms) + 1) << 1) | (sticky ? 1 : 0);
      trie[at + 1] = initials;
      trie[at + 2] = slotsFor(edges) - 1;
    });
    for (const { parent, key, child } of this.edges) {
      const { forms, edges } = this.nodes[child]!;
      put(trie, starts[parent]!, key, edges > 0 ? starts[child]! : ~place(forms));
    }
    return trie;
  }

  private insert(form: number, from: number): void {
    const {
      form: { words },
      glue,
    } = this.forms[form]!;
    let at = from;
    let parent = from;
    for (;;) {
      const node = this.nodes[at]!;
      if (node.depth === words.length) {
        if (glue === 'word') this.nodes[parent]!.sticky = true;
        node.forms.push(form);
        return;
      }
      if (!node.shared) {
        const longer = node.forms.filter((other) => this.forms[other]!.form.words.length > node.depth);
        if (longer.length < mostUnshared) {
          node.forms.push(form);
          return;
        }
        // More begin alike: each gets a node of its own.
        node.forms = node.forms.filter((other) => this.forms[other]!.form.words.length === node.depth);
        node.shared = true;
        for (const other of longer) this.insert(other, at);
      }
      parent = at;
      at = this.child(at, words[node.depth]!);
    }
  }

  private child(at: number, word: readonly number[]): number {
    const key = keyOf(hashWord(word));
    const both = at * 2 ** 32 + key;
    const known = this.children.get(both);
    if (known !== undefined) return known;
    const child = this.nodes.length;
    const node = this.nodes[at]!;
    node.initials |= 1 << (word[0]! & 31);
    node.edges++;
    this.nodes.push(newNode(node.depth + 1));
    this.edges.push({ parent: at, key, child });
    this.children.set(both, child);
    return child;
  }
}

function newNode(depth: number): BuiltNode {
  return { forms: [], depth, sticky: false, initials: 0, edges: 0, shared: depth === 0 };
}

/** A power of two, at least twice as many as there are edges. */
function slotsFor(edges: number): number {
  let slots = 1;
  while (slots < 2 * edges) slots *= 2;
  return slots;
}

function put(trie: Int32Array, node: number, key: number, child: number): void {
  const mask = trie[node + 2]!;
  let slot = slotOf(key) & mask;
  while (trie[node + headLength + (slot << 1)] !== 0) slot = (slot + 1) & mask;
  const at = node + headLength + (slot << 1);
  trie[at] = key;
  trie[at + 1] = child;
}
