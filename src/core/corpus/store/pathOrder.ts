/** Paths, each with a slot for good, and their order. */
export class PathOrder {
  private readonly slots = new Map<string, number>();
  private readonly paths: string[] = [];
  /** Newest row of each slot, also a dead one; -1 for none. */
  readonly newest: number[] = [];
  private sorted: Int32Array = new Int32Array(0);
  private ranks: Int32Array = new Int32Array(0);

  find(path: string): number | undefined {
    return this.slots.get(path);
  }

  slot(path: string): number {
    const known = this.slots.get(path);
    if (known !== undefined) return known;
    const slot = this.paths.length;
    this.paths.push(path);
    this.newest.push(-1);
    this.slots.set(path, slot);
    return slot;
  }

  path(slot: number): string {
    return this.paths[slot]!;
  }

  /** Place of each slot in the order of paths. The array is never changed: a later order is another array. */
  rankBySlot(): Int32Array {
    if (this.sorted.length < this.paths.length) this.sort();
    return this.ranks;
  }

  private sort(): void {
    const { paths, sorted: before } = this;
    // Not a typed array: sorting one takes no advantage of what is sorted already, as a listing is.
    const added = Array.from({ length: paths.length - before.length }, (_, i) => before.length + i);
    added.sort((a, b) => (paths[a]! < paths[b]! ? -1 : 1));
    const sorted = new Int32Array(paths.length);
    let i = 0;
    let j = 0;
    for (let k = 0; k < sorted.length; k++) {
      const takeOld = j === added.length || (i < before.length && paths[before[i]!]! < paths[added[j]!]!);
      sorted[k] = takeOld ? before[i++]! : added[j++]!;
    }
    const ranks = new Int32Array(sorted.length);
    for (let k = 0; k < sorted.length; k++) ranks[sorted[k]!] = k;
    this.sorted = sorted;
    this.ranks = ranks;
  }
}
