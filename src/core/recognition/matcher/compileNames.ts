import type { NameEntry } from './names';

/** Names made ready for `findNames`. Treat as opaque. */
export interface NameIndex {
  readonly entries: readonly NameEntry[];
  readonly byWords: ReadonlyMap<string, readonly number[]>;
  readonly longest: number;
}

/** Makes a list of names searchable. Hits name their entries by position in this list. */
export function compileNames(entries: readonly NameEntry[]): NameIndex {
  const byWords = new Map<string, number[]>();
  let longest = 0;
  entries.forEach((entry, i) => {
    const words = entry.text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
    longest = Math.max(longest, words.length);
    const key = words.join(' ');
    byWords.set(key, [...(byWords.get(key) ?? []), i]);
  });
  return { entries, byWords, longest };
}
