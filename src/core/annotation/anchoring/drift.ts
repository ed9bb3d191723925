import type { Comparison } from './comparison';

/** How sure it is that something went the right way: not at all, if it has no like, or in any case. */
export type Trust = 0 | 1 | 2;

/** A stretch of the old text that stands in today's, shifted as one. Offsets are as stored. */
export interface Cluster {
  readonly oldStart: number;
  readonly oldEnd: number;
  /** How far it was shifted, at either end: small changes within it add up. */
  readonly shiftAtStart: number;
  readonly shiftAtEnd: number;
  /** 2 where it agrees with the beginning or the end of the text, or with most of it; 1 where it is long. */
  readonly trust: Trust;
}

/** By how much the shift may differ over so long a stretch: letters are corrected, words respelled. */
function tolerance(distance: number): number {
  return Math.min(20, 3 + 0.01 * Math.max(0, distance));
}

/** Shortest stretch that is trusted for making up half of the text, and for its length alone. */
const leastTrusted = 400;
const longEnough = 1000;

/**
 * What of the old text was shifted together. A passage whose neighbours are known to have gone another way was not
 * moved by what was written before it: what looks like it is likely to be its like.
 */
export function findClusters(comparison: Comparison): readonly Cluster[] {
  const { old, toNew, moved, firm, oldTokens, newTokens, offsets } = comparison;
  const clusters: { -readonly [K in keyof Cluster]: Cluster[K] }[] = [
    { oldStart: 0, oldEnd: 0, shiftAtStart: 0, shiftAtEnd: 0, trust: 2 },
  ];
  let last = clusters[0]!;
  for (let i = 0; i < toNew.length; i++) {
    if (toNew[i] === -1 || moved[i] === 1 || firm[i] === 0) continue;
    const oldStart = old.storedAt(oldTokens.starts[i]!);
    const oldEnd = oldStart + oldTokens.ends[i]! - oldTokens.starts[i]!;
    const shift = offsets.toStored(newTokens.starts[toNew[i]!]!) - oldStart;
    // Fragments that contradict the others stand at the end, out of order.
    if (oldStart < last.oldEnd) continue;
    if (Math.abs(shift - last.shiftAtEnd) <= tolerance(oldStart - last.oldEnd)) {
      last.oldEnd = oldEnd;
      last.shiftAtEnd = shift;
    } else {
      last = { oldStart, oldEnd, shiftAtStart: shift, shiftAtEnd: shift, trust: 0 };
      clusters.push(last);
    }
  }
  const length = old.length ?? last.oldEnd;
  if (old.length !== undefined) {
    const shift = offsets.length - old.length;
    if (Math.abs(shift - last.shiftAtEnd) <= tolerance(length - last.oldEnd)) last.trust = 2;
    else
      clusters.push({
        oldStart: length,
        oldEnd: length,
        shiftAtStart: shift,
        shiftAtEnd: shift,
        trust: 2,
      });
  }
  for (const cluster of clusters) {
    const extent = cluster.oldEnd - cluster.oldStart;
    if (extent >= leastTrusted && extent > 0.55 * length) cluster.trust = 2;
    else if (extent >= longEnough && cluster.trust === 0) cluster.trust = 1;
  }
  spreadTrust(clusters);
  return clusters;
}

/** Clusters looked at on either side: one that was shifted otherwise may stand between two that were shifted alike. */
const neighbours = 4;

function spreadTrust(clusters: { trust: Trust }[] & Cluster[]): void {
  for (const direction of [1, -1]) {
    for (let n = 0; n < clusters.length; n++) {
      const i = direction === 1 ? n : clusters.length - 1 - n;
      const { trust } = clusters[i]!;
      for (let k = 1; k <= neighbours && trust > 0; k++) {
        const j = i + direction * k;
        const other = clusters[j];
        if (other && other.trust < trust && agree(clusters[Math.min(i, j)]!, clusters[Math.max(i, j)]!)) {
          other.trust = trust;
        }
      }
    }
  }
}

function agree(first: Cluster, second: Cluster): boolean {
  return Math.abs(second.shiftAtStart - first.shiftAtEnd) <= tolerance(second.oldStart - first.oldEnd);
}

/** Whether a place of the old text (offset of what is known of it) went the way its neighbours went. */
export function trustIn({ old, offsets, clusters }: Comparison, oldOffset: number, newOffset: number): Trust {
  const stored = old.storedAt(oldOffset);
  const shift = offsets.toStored(newOffset) - stored;
  const all = clusters();
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.oldStart <= stored) low = middle + 1;
    else high = middle;
  }
  let most: Trust = 0;
  for (let k = 0; k < neighbours; k++) {
    for (const cluster of [all[low - 1 - k], all[low + k]]) {
      if (cluster && cluster.trust > most && fits(cluster, stored, shift)) most = cluster.trust;
    }
  }
  return most;
}

function fits(
  { oldStart, oldEnd, shiftAtStart, shiftAtEnd }: Cluster,
  stored: number,
  shift: number,
): boolean {
  if (stored > oldEnd) return Math.abs(shift - shiftAtEnd) <= tolerance(stored - oldEnd);
  if (stored < oldStart) return Math.abs(shift - shiftAtStart) <= tolerance(oldStart - stored);
  const most = tolerance(oldEnd - oldStart);
  return (
    shift >= Math.min(shiftAtStart, shiftAtEnd) - most && shift <= Math.max(shiftAtStart, shiftAtEnd) + most
  );
}
