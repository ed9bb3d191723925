import { HashTable } from './hashTable';

/** A stretch of a sequence of token hashes: `[from, to)`. */
export interface Stretch {
  readonly hashes: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** Places in two stretches at which the same run of tokens begins that neither has twice, in the order of the first. */
export interface Pairs {
  readonly olds: Int32Array;
  readonly news: Int32Array;
}

const none = -1;
const several = -2;

/**
 * Runs of `size` tokens that stand exactly once in each of two stretches. Linear; a run is told by a hash of 32 bits and
 * checked token by token.
 */
export function uniquePairs(old: Stretch, now: Stretch, size: number): Pairs {
  const oldRuns = old.to - old.from - size + 1;
  const newRuns = now.to - now.from - size + 1;
  if (oldRuns <= 0 || newRuns <= 0) return { olds: new Int32Array(0), news: new Int32Array(0) };
  if (oldRuns * newRuns <= few) return fewPairs(old, now, size);
  // The table is made of the shorter one, and the longer one held against it.
  const [short, long] = oldRuns <= newRuns ? [old, now] : [now, old];
  const table = new HashTable(Math.min(oldRuns, newRuns));
  const inShort = new Int32Array(table.size).fill(none);
  const inLong = new Int32Array(table.size).fill(none);
  for (let i = short.from; i <= short.to - size; i++) {
    const slot = table.add(hashOf(short.hashes, i, size));
    inShort[slot] = inShort[slot] === none ? i : several;
  }
  for (let i = long.from; i <= long.to - size; i++) {
    const slot = table.find(hashOf(long.hashes, i, size));
    if (slot >= 0 && inShort[slot]! >= 0) inLong[slot] = inLong[slot] === none ? i : several;
  }
  const [inOld, inNew] = short === old ? [inShort, inLong] : [inLong, inShort];
  const partner = new Int32Array(oldRuns).fill(none);
  let count = 0;
  for (let slot = 0; slot < table.size; slot++) {
    const [i, j] = [inOld[slot]!, inNew[slot]!];
    if (i < 0 || j < 0 || !sameRun(old.hashes, i, now.hashes, j, size)) continue;
    partner[i - old.from] = j;
    count++;
  }
  const olds = new Int32Array(count);
  const news = new Int32Array(count);
  for (let i = 0, k = 0; i < oldRuns; i++) {
    if (partner[i] === none) continue;
    olds[k] = i + old.from;
    news[k++] = partner[i]!;
  }
  return { olds, news };
}

/** So few comparisons are made faster without a table. */
const few = 400;

function fewPairs(old: Stretch, now: Stretch, size: number): Pairs {
  const olds: number[] = [];
  const news: number[] = [];
  for (let i = old.from; i <= old.to - size; i++) {
    const j = onlyPlace(now, old.hashes, i, size);
    if (j >= 0 && onlyPlace(old, old.hashes, i, size) >= 0) {
      olds.push(i);
      news.push(j);
    }
  }
  return { olds: Int32Array.from(olds), news: Int32Array.from(news) };
}

/** Where in a stretch a run of tokens stands, if it stands there exactly once. */
function onlyPlace({ hashes, from, to }: Stretch, run: Int32Array, at: number, size: number): number {
  let place = none;
  for (let i = from; i <= to - size; i++) {
    if (hashes[i] !== run[at] || !sameRun(hashes, i, run, at, size)) continue;
    if (place !== none) return several;
    place = i;
  }
  return place;
}

/** For every place of a sequence, how many runs of `size` tokens that it has more than once begin before it. */
export function countRepeats(hashes: Int32Array, size: number): Int32Array {
  const runs = Math.max(0, hashes.length - size + 1);
  const table = new HashTable(runs);
  const times = new Int32Array(table.size);
  const slots = new Int32Array(runs);
  for (let i = 0; i < runs; i++) times[(slots[i] = table.add(hashOf(hashes, i, size)))]!++;
  const counts = new Int32Array(hashes.length + 1);
  for (let i = 0; i < hashes.length; i++) {
    counts[i + 1] = counts[i]! + (i < runs && times[slots[i]!]! > 1 ? 1 : 0);
  }
  return counts;
}

function hashOf(hashes: Int32Array, from: number, size: number): number {
  let hash = 0;
  for (let i = from; i < from + size; i++) hash = (Math.imul(hash, 0x2c1b3c6d) + hashes[i]!) ^ (hash >>> 13);
  return Math.imul(hash ^ (hash >>> 16), 0x297a2d39) | 0;
}

function sameRun(a: Int32Array, i: number, b: Int32Array, j: number, size: number): boolean {
  for (let k = 0; k < size; k++) if (a[i + k] !== b[j + k]) return false;
  return true;
}
