/** A half-open stretch `[start, end)` of a text, in UTF-16 code units, as the editor counts. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Order of reading: first start, then the longer one first (parents before what they hold). */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
