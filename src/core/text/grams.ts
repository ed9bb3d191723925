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
  const runs = Math.min(old.to - old.from, now.to - now.from) - size + 1;
  if (runs <= 0) return { olds: new Int32Array(0), news: new Int32Array(0) };
  // Of the shorter one a table is made: hash of the run -> its place there and its place in the longer one.
  const [short, long] = old.to - old.from <= now.to - now.from ? [old, now] : [now, old];
  const shortRuns = short.to - short.from - size + 1;
  let bits = 4;
  while (1 << bits < shortRuns * 2) bits++;
  const mask = (1 << bits) - 1;
  const keys = new Int32Array(1 << bits);
  const inShort = new Int32Array(1 << bits).fill(none);
  const inLong = new Int32Array(1 << bits).fill(none);
  for (let i = short.from; i < short.from + shortRuns; i++) {
    const key = hashOf(short.hashes, i, size);
    let slot = (key ^ (key >>> 15)) & mask;
    while (inShort[slot] !== none && keys[slot] !== key) slot = (slot + 1) & mask;
    inShort[slot] = inShort[slot] === none ? i : several;
    keys[slot] = key;
  }
  for (let i = long.from; i <= long.to - size; i++) {
    const key = hashOf(long.hashes, i, size);
    let slot = (key ^ (key >>> 15)) & mask;
    while (inShort[slot] !== none && keys[slot] !== key) slot = (slot + 1) & mask;
    if (inShort[slot]! >= 0) inLong[slot] = inLong[slot] === none ? i : several;
  }
  const pairs: [number, number][] = [];
  for (let slot = 0; slot <= mask; slot++) {
    const a = inShort[slot]!;
    const b = inLong[slot]!;
    if (a < 0 || b < 0 || !sameRun(short.hashes, a, long.hashes, b, size)) continue;
    pairs.push(short === old ? [a, b] : [b, a]);
  }
  pairs.sort((p, q) => p[0] - q[0]);
  return { olds: Int32Array.from(pairs, (p) => p[0]), news: Int32Array.from(pairs, (p) => p[1]) };
}

/** Share of the runs of `size` tokens that a sequence has more than once, 0..1: of the later ones of each. */
export function repetition(hashes: Int32Array, size: number): number {
  const runs = hashes.length - size + 1;
  if (runs <= 0) return 0;
  const seen = new Set<number>();
  for (let i = 0; i < runs; i++) seen.add(hashOf(hashes, i, size));
  return 1 - seen.size / runs;
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
