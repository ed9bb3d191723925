import { likeness } from './likeness';

/** At most two of the known ids that may have been meant by one that is not known, the likeliest first. */
export function idsAlike(id: string, known: Iterable<string>): readonly string[] {
  const folded = fold(id);
  const errors = Math.max(1, Math.floor(folded.length / 4));
  return [...known]
    .map((candidate) => {
      const other = fold(candidate);
      const least = 1 - errors / Math.max(folded.length, other.length);
      return { candidate, least, alike: likeness(folded, other) };
    })
    .filter(({ alike, least }) => alike > 0 && alike >= least - 1e-9)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, 2)
    .map(({ candidate }) => candidate);
}

const fold = (id: string): string => id.toLowerCase().replace(/[\s_-]+/g, '');
