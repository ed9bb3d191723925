import type { Span } from '../text/span';

/** Overlapping passages beyond this many share a lane; the hover and the panel still tell them apart. */
export const maxLanes = 5;

/**
 * How much of a code's colour lies over the text of a passage, by its lane, of 255. Deeper ones have none: tints of passages on each
 * other would take the contrast from the text. Underlines tell them apart.
 */
const tints = [0x2e, 0x1a];

export function tintOf(lane: number): number {
  return tints[lane] ?? 0;
}

/**
 * How deep in a pile of overlapping passages each one lies, so that every code of it keeps a line of its own: a passage with two
 * codes takes two lanes. `passages` by start; those without a place or a code shown have no lane.
 */
export function lanesOf(
  passages: readonly { readonly id: string; readonly codes: number; readonly spans: readonly Span[] }[],
): ReadonlyMap<string, number> {
  const lanes = new Map<string, number>();
  const ends: number[] = [];
  for (const { id, codes, spans } of passages) {
    const first = spans[0];
    const last = spans.at(-1);
    if (!first || !last || codes === 0) continue;
    let lane = 0;
    while (ends.slice(lane, lane + codes).some((end) => end > first.start)) lane++;
    for (let i = 0; i < codes; i++) ends[lane + i] = last.end;
    lanes.set(id, lane);
  }
  return lanes;
}
