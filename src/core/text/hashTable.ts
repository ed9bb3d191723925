/** Numbers that hashes lead to, in flat arrays (open addressing): for many hashes, made once, asked often. */
export class HashTable {
  private readonly mask: number;
  private readonly keys: Int32Array;
  private readonly used: Uint8Array;

  /** For at most `count` different hashes. */
  constructor(count: number) {
    let bits = 4;
    while (1 << bits < count * 2) bits++;
    this.mask = (1 << bits) - 1;
    this.keys = new Int32Array(1 << bits);
    this.used = new Uint8Array(1 << bits);
  }

  /** How many slots there are. */
  get size(): number {
    return this.mask + 1;
  }

  /** The slot of a hash, taken for it if it is new. */
  add(hash: number): number {
    const slot = this.probe(hash);
    this.used[slot] = 1;
    this.keys[slot] = hash;
    return slot;
  }

  /** The slot of a hash, -1 where it was never added. */
  find(hash: number): number {
    const slot = this.probe(hash);
    return this.used[slot] === 1 ? slot : -1;
  }

  private probe(hash: number): number {
    const { mask, keys, used } = this;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (used[slot] === 1 && keys[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }
}
