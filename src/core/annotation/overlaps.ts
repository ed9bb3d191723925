import type { Span } from '../text/span';

/** As many overlapping passages as one needs to know of. */
const atMost = 12;

/**
 * For each passage the ids of those that share text with it, by start; passages without a place have none. `passages` by start
 * of their first span; of a discontinuous one, only its spans count. At most twelve each.
 */
export function overlapsOf(
  passages: readonly { readonly id: string; readonly spans: readonly Span[] }[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const note = (id: string, other: string): void => {
    const known = found.get(id);
    if (!known) found.set(id, [other]);
    else if (known.length < atMost && !known.includes(other)) known.push(other);
  };
  const pieces = passages
    .flatMap(({ id, spans }) => spans.map(({ start, end }) => ({ id, start, end })))
    .sort((a, b) => a.start - b.start);
  let open: typeof pieces = [];
  for (const piece of pieces) {
    open = open.filter(({ end }) => end > piece.start);
    for (const other of open) {
      if (other.id === piece.id) continue;
      note(piece.id, other.id);
      note(other.id, piece.id);
    }
    if (piece.start < piece.end) open.push(piece);
  }
  return found;
}
