/** One replacement in a source text; `start` and `end` are UTF-16 code units of that text. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function inOrder(splices: readonly Splice[]): Splice[] {
  return [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
}

export function overlap(splices: readonly Splice[]): boolean {
  return inOrder(splices).some((splice, i, all) => splice.start < (all[i - 1]?.end ?? 0));
}

/** Applies splices that don't overlap, in any order; those at one place are kept in the order given. */
export function applySplices(source: string, splices: readonly Splice[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, text } of inOrder(splices)) {
    if (start < at) throw new RangeError('splices overlap');
    out += source.slice(at, start) + text;
    at = end;
  }
  return out + source.slice(at);
}

/** The end of line most used at the top of a source: what new lines of it are written with. */
export function lineEndOf(source: string): '\n' | '\r\n' {
  const at = source.indexOf('\n');
  return at > 0 && source[at - 1] === '\r' ? '\r\n' : '\n';
}

/** Offset just past the line break that ends the line `at` stands in, or the length of the source. */
export function nextLine(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end + 1;
}

export function lineStart(source: string, at: number): number {
  return at === 0 ? 0 : source.lastIndexOf('\n', at - 1) + 1;
}
