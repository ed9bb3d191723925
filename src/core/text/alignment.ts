import { type Pairs, type Stretch, uniquePairs } from './grams';
import { longestIncreasing } from './increasing';

/** Which tokens of a new text are those of an old one. */
export interface Alignment {
  /** For every old token the new one that it became, and the other way round; -1 where there is none. */
  readonly toNew: Int32Array;
  readonly toOld: Int32Array;
  /** 1 for old tokens that stand in another order than the rest. */
  readonly moved: Uint8Array;
  /** 2 for old tokens of runs that neither text has twice, 1 for those that neither has twice in some gap. */
  readonly rare: Uint8Array;
}

/** Runs of so many tokens, which neither text has twice, are looked for first, in both texts as a whole. */
const rareLength = 4;
/** Within what lies between these, shorter runs are looked for. */
const shorter = [3, 2, 1, 1] as const;
/** A run of at least so many tokens may have moved; fewer are too often said again. */
const leastMoved = 8;

/**
 * Aligns two sequences of token hashes: patience diff (Cohen) over runs of tokens instead of lines, then the rest in
 * between, then the runs that moved. Time n log n at worst. `divides` tells old tokens across which nothing is known to
 * be continuous (between fragments of a text that is not known whole); such a token equals none.
 */
export function align(
  old: Int32Array,
  now: Int32Array,
  divides: (oldToken: number) => boolean = () => false,
): Alignment {
  const toNew = new Int32Array(old.length).fill(-1);
  const toOld = new Int32Array(now.length).fill(-1);
  const moved = new Uint8Array(old.length);
  const rare = new Uint8Array(old.length);

  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head] && !divides(head))
    joinRare(head, head++);
  let oldEnd = old.length;
  let newEnd = now.length;
  while (oldEnd > head && newEnd > head && old[oldEnd - 1] === now[newEnd - 1] && !divides(oldEnd - 1)) {
    joinRare(--oldEnd, --newEnd);
  }
  const oldRest: Stretch = { hashes: old, from: head, to: oldEnd };
  const newRest: Stretch = { hashes: now, from: head, to: newEnd };
  const pairs = uniqueIn(oldRest, newRest, rareLength);
  inOrder(pairs, rareLength, joinRare);
  eachGap(oldRest, newRest, extend);
  for (let k = 0; k < pairs.olds.length; k++) {
    const [i, j] = [pairs.olds[k]!, pairs.news[k]!];
    joinMoved(i, j);
    for (let t = 0; t < rareLength; t++) if (toNew[i + t] === j + t) rare[i + t] = 2;
  }
  eachGap(oldRest, newRest, (gap) => fill(gap, 0));
  return { toNew, toOld, moved, rare };

  /** A run that also stands across the border of a stretch is not unique in it. */
  function uniqueIn(o: Stretch, n: Stretch, size: number): Pairs {
    const widened = ({ hashes, from, to }: Stretch): Stretch => ({
      hashes,
      from: Math.max(0, from - size + 1),
      to: Math.min(hashes.length, to + size - 1),
    });
    return uniquePairs(widened(o), widened(n), size);
  }

  function join(i: number, j: number): void {
    toNew[i] = j;
    toOld[j] = i;
  }

  function joinRare(i: number, j: number): void {
    join(i, j);
    rare[i] = 2;
  }

  function joinRareInGap(i: number, j: number): void {
    join(i, j);
    rare[i] = 1;
  }

  function inOrder({ olds, news }: Pairs, size: number, join: (i: number, j: number) => void): void {
    for (const k of longestIncreasing(news)) {
      for (let i = olds[k]!, j = news[k]!, t = 0; t < size; t++, i++, j++) {
        if (toNew[i] === -1 && toOld[j] === -1) join(i, j);
      }
    }
  }

  /** What lies between tokens that are aligned in order. */
  function eachGap(o: Stretch, n: Stretch, visit: (gap: Gap) => void): void {
    for (let oldFrom = o.from, newFrom = n.from; oldFrom < o.to || newFrom < n.to;) {
      let oldTo = oldFrom;
      while (oldTo < o.to && (toNew[oldTo] === -1 || moved[oldTo] === 1)) oldTo++;
      const newTo = oldTo < o.to ? toNew[oldTo]! : n.to;
      if (oldFrom < oldTo && newFrom < newTo) visit({ oldFrom, oldTo, newFrom, newTo });
      oldFrom = oldTo + 1;
      newFrom = newTo + 1;
    }
  }

  /** Aligns equal tokens at the beginning and at the end of a gap; gives what is left of it. */
  function extend({ oldFrom, oldTo, newFrom, newTo }: Gap): Gap {
    let [i, j, oldEnd, newEnd] = [oldFrom, newFrom, oldTo, newTo];
    while (i < oldEnd && j < newEnd && isFree(i, j)) join(i++, j++);
    while (oldEnd > i && newEnd > j && isFree(oldEnd - 1, newEnd - 1)) join(--oldEnd, --newEnd);
    return { oldFrom: i, oldTo: oldEnd, newFrom: j, newTo: newEnd };
  }

  function isFree(i: number, j: number): boolean {
    return old[i] === now[j] && toNew[i] === -1 && toOld[j] === -1 && !divides(i);
  }

  /** Looks for shorter runs in a gap, and in what they leave. */
  function fill(gap: Gap, depth: number): void {
    const { oldFrom, oldTo, newFrom, newTo } = extend(gap);
    const size = shorter[depth];
    if (size === undefined || oldFrom === oldTo || newFrom === newTo) return;
    if (size < 3 && !isWhole(oldFrom, oldTo)) return;
    const o = { hashes: old, from: oldFrom, to: oldTo };
    const n = { hashes: now, from: newFrom, to: newTo };
    inOrder(uniqueIn(o, n, size), size, depth === 0 ? joinRareInGap : join);
    eachGap(o, n, (rest) => fill(rest, depth + 1));
  }

  function isWhole(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (divides(i)) return false;
    return true;
  }

  function joinMoved(i: number, j: number): void {
    if (toNew[i] !== -1 || toOld[j] !== -1) return;
    let from = 0;
    while (i + from > 0 && j + from > 0 && isFree(i + from - 1, j + from - 1)) from--;
    let to = 0;
    while (i + to < old.length && j + to < now.length && isFree(i + to, j + to)) to++;
    if (to - from < leastMoved) return;
    for (let at = from; at < to; at++) {
      join(i + at, j + at);
      moved[i + at] = 1;
    }
  }
}

interface Gap {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}
