import type { NameIndex } from './compileNames';
import type { NameHit } from './names';

/**
 * Finds every name of an index in `text.slice(from, to)`: the leftmost longest ones flat, those inside them nested,
 * ordered by start, then the longer first. Offsets count from the start of `text`.
 */
export function findNames(index: NameIndex, text: string, from = 0, to = text.length): readonly NameHit[] {
  const words = [...text.slice(from, to).matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  const hits: NameHit[] = [];
  let flat = -1;
  for (let first = 0; first < words.length; first++) {
    for (let n = Math.min(index.longest, words.length - first); n > 0; n--) {
      const key = words.slice(first, first + n).map((w) => w[0]);
      const entries = index.byWords.get(key.join(' '));
      if (!entries) continue;
      const last = words[first + n - 1]!;
      const start = from + words[first]!.index;
      const end = from + last.index + last[0].length;
      const outer = hits[flat];
      if (outer && start < outer.end && end > outer.end) continue;
      const parent = outer && start < outer.end ? flat : -1;
      if (parent < 0) flat = hits.length;
      hits.push({ start, end, entries, parent });
    }
  }
  return hits;
}
