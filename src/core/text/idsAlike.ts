/** At most two of the known ids that may have been meant by one that is not known, the likeliest first. */
export function idsAlike(id: string, known: Iterable<string>): readonly string[] {
  const folded = fold(id);
  const near = [...known].map((candidate) => ({
    candidate,
    distance: editDistance(folded, fold(candidate)),
  }));
  const bound = Math.max(1, Math.floor(folded.length / 4));
  return near
    .filter(({ distance }) => distance <= bound)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 2)
    .map(({ candidate }) => candidate);
}

const fold = (id: string): string => id.toLowerCase().replace(/[\s_-]+/g, '');

function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 8 || a.length > 64) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? Infinity;
}
