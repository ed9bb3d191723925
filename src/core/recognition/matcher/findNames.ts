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
  const outer = { hit: -1, end: -1 };
  for (let i = 0; i < buffer.length;) {
    const start = buffer.start(i);
    let next = i + 1;
    while (next < buffer.length && buffer.start(next) === start) next++;
    if (next === i + 1) put(hits, outer, start, buffer.end(i), entriesOf(index, buffer.form(i)));
    else {
      // Within one start the longest comes first; equal spans are one hit with the entries of all its forms.
      const order = longestFirst(i, next);
      for (let k = 0; k < order.length;) {
        const end = buffer.end(order[k]!);
        let same = k;
        while (same < order.length && buffer.end(order[same]!) === end) same++;
        const entries =
          same === k + 1
            ? entriesOf(index, buffer.form(order[k]!))
            : entriesOfAll(index, order.slice(k, same));
        put(hits, outer, start, end, entries);
        k = same;
      }
    }
    i = next;
  }
  return hits;
}

/** Adds a hit: a flat one, or one inside the last flat one; not one that crosses it. */
function put(
  hits: NameHit[],
  outer: { hit: number; end: number },
  start: number,
  end: number,
  entries: readonly number[],
): void {
  if (start >= outer.end) {
    outer.hit = hits.length;
    outer.end = end;
    hits.push({ start, end, entries, parent: -1 });
  } else if (end <= outer.end) hits.push({ start, end, entries, parent: outer.hit });
}

function longestFirst(from: number, to: number): readonly number[] {
  const order: number[] = [];
  for (let hit = from; hit < to; hit++) order.push(hit);
  return order.sort((a, b) => buffer.end(b) - buffer.end(a) || buffer.form(a) - buffer.form(b));
}

/** Made once for each form that is found: the same names are found again and again. */
function entriesOf(index: NameIndex, form: number): readonly number[] {
  return (index.entryLists[form] ??= [
    ...index.formEntries.subarray(index.entryStarts[form], index.entryStarts[form + 1]),
  ]);
}

function entriesOfAll(index: NameIndex, hits: readonly number[]): readonly number[] {
  const entries = hits.flatMap((hit) => entriesOf(index, buffer.form(hit)));
  return [...new Set(entries)].sort((a, b) => a - b);
}
