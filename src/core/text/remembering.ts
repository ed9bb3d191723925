/** A bound on memory, not on correctness. */
const most = 20_000;

/**
 * The same function of short texts, which remembers what it gave. It keeps, and reads, copies of the texts: a slice of a release would
 * keep all of the release in memory.
 */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let given = known.get(text);
    if (given === undefined) {
      if (known.size >= most) known.clear();
      const own = ownCopy(text, 0, text.length);
      known.set(own, (given = read(own)));
    }
    return given;
  };
}

/** A copy of `text[start, end)` that doesn't keep the whole text in memory, as engines let longer slices do. */
export function ownCopy(text: string, start: number, end: number): string {
  let copy = '';
  for (let i = start; i < end; i += 8) copy += text.slice(i, Math.min(end, i + 8));
  return copy;
}
