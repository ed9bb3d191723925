import type { ByteReader } from './byteReader';
import { grown } from './grown';
import { StringTable } from './stringTable';

/** Paths, each with a slot for good, and their order. */
export class PathOrder {
  private readonly paths = new StringTable();
  private newestRows = new Int32Array(64);
  private sorted: Int32Array = new Int32Array(0);
  private ranks: Int32Array = new Int32Array(0);

  get count(): number {
    return this.paths.count;
  }

  get size(): number {
    return this.paths.size + this.newestRows.byteLength + this.sorted.byteLength + this.ranks.byteLength;
  }

  /** -1 where no file had this path. */
  find(path: string): number {
    return this.paths.find(path);
  }

  slot(path: string): number {
    const slot = this.paths.add(path);
    if (slot >= this.newestRows.length) this.newestRows = grown(this.newestRows, slot + 1);
    return slot;
  }

  path(slot: number): string {
    return this.paths.get(slot);
  }

  /** Newest row of a slot, also a dead one; -1 for none. */
  newest(slot: number): number {
    return this.newestRows[slot]! - 1;
  }

  setNewest(slot: number, row: number): void {
    this.newestRows[slot] = row + 1;
  }

  /** Place of each slot in the order of paths. The array is never changed: a later order is another array. */
  rankBySlot(): Int32Array {
    if (this.sorted.length < this.count) this.sort();
    return this.ranks;
  }

  /** Takes in paths in their order, this being empty; yields now and then. */
  *restore(sortedPaths: ByteReader): Generator<void, void> {
    yield* this.paths.restore(sortedPaths);
    this.newestRows = new Int32Array(this.count);
    this.sorted = Int32Array.from({ length: this.count }, (_, i) => i);
    this.ranks = this.sorted;
  }

  private sort(): void {
    const { sorted: before, count } = this;
    const added = Array.from({ length: count - before.length }, (_, i) => {
      const slot = before.length + i;
      return { slot, path: this.path(slot) };
    });
    added.sort((a, b) => (a.path < b.path ? -1 : 1));
    const sorted = new Int32Array(count);
    let taken = 0;
    let filled = 0;
    for (const { slot, path } of added) {
      const until = this.placeIn(before, path, taken);
      sorted.set(before.subarray(taken, until), filled);
      filled += until - taken;
      taken = until;
      sorted[filled++] = slot;
    }
    sorted.set(before.subarray(taken), filled);
    const ranks = new Int32Array(count);
    for (let k = 0; k < count; k++) ranks[sorted[k]!] = k;
    this.sorted = sorted;
    this.ranks = ranks;
  }

  /** How many of the sorted slots come before a path, `from` at least. */
  private placeIn(sorted: Int32Array, path: string, from: number): number {
    let low = from;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.path(sorted[middle]!) < path) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
