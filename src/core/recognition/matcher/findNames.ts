import type { NameIndex } from './compileNames';
import { HitBuffer } from './hitBuffer';
import type { NameHit } from './names';
import { scanNames } from './scanNames';

const buffer = new HitBuffer();

/**
 * Finds the names of an index in `text.slice(from, to)`. The leftmost longest ones are flat and never overlap; those inside
 * them are nested and tell their flat parent; those that cross a flat one are left out. Ordered by start, then the longer
 * first. Offsets count from the start of `text`. What lies outside the stretch counts as a boundary. Never throws, and takes time
 * linear in the stretch.
 */
export function findNames(index: NameIndex, text: string, from = 0, to = text.length): readonly NameHit[] {
  buffer.clear();
  scanNames(index, text, Math.max(0, from), Math.min(to, text.length), buffer);
  const hits: NameHit[] = [];
  let flat = -1;
  let flatEnd = -1;
  for (let i = 0; i < buffer.length;) {
    const start = buffer.start(i);
    let next = i;
    while (next < buffer.length && buffer.start(next) === start) next++;
    // Within one start the longest comes first; equal spans are one hit with the entries of all its forms.
    const order = longestFirst(i, next);
    for (let k = 0; k < order.length;) {
      const end = buffer.end(order[k]!);
      let same = k;
      while (same < order.length && buffer.end(order[same]!) === end) same++;
      if (start >= flatEnd || end <= flatEnd) {
        const isFlat = start >= flatEnd;
        if (isFlat) {
          flat = hits.length;
          flatEnd = end;
        }
        hits.push({
          start,
          end,
          entries: entriesOf(index, order.slice(k, same)),
          parent: isFlat ? -1 : flat,
        });
      }
      k = same;
    }
    i = next;
  }
  return hits;
}

function longestFirst(from: number, to: number): readonly number[] {
  if (to - from === 1) return [from];
  const order = Array.from({ length: to - from }, (_, k) => from + k);
  return order.sort((a, b) => buffer.end(b) - buffer.end(a) || buffer.form(a) - buffer.form(b));
}

function entriesOf(index: NameIndex, hits: readonly number[]): readonly number[] {
  const entries: number[] = [];
  for (const hit of hits) {
    const form = buffer.form(hit);
    for (let k = index.entryStarts[form]!; k < index.entryStarts[form + 1]!; k++)
      entries.push(index.formEntries[k]!);
  }
  return hits.length > 1 ? [...new Set(entries)].sort((a, b) => a - b) : entries;
}
