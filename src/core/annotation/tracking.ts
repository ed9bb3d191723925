import type { Edit } from '../text/edit';
import type { Span } from '../text/span';

/**
 * A passage that follows the edits of its text. An open border is one whose text has just been replaced or deleted from
 * within: what is typed there next, in its stead, belongs to the passage.
 */
export interface TrackedSpan extends Span {
  readonly openStart?: boolean;
  readonly openEnd?: boolean;
}

/**
 * Where a passage lies after `edits` (sorted, see {@link Edit}), in UTF-16 offsets of the text after them.
 * - Text inserted strictly inside belongs to it; text inserted at a border, or replacing something across a border, does
 *   not; text that replaces a part of it does, even a part at its border.
 * - Where nothing of the passage is left it is empty: an orphan, whose quote its annotation keeps.
 */
export function trackSpan(span: TrackedSpan, edits: readonly Edit[]): TrackedSpan {
  return new SpanTracker(edits).track(span);
}

/** Tracks many spans through the same edits, each in time logarithmic in the number of edits. */
export class SpanTracker {
  /** Sums over the edits before each: what they insert, and what they delete. */
  private readonly inserted: Float64Array;
  private readonly deleted: Float64Array;

  /** `edits` in reading order. */
  constructor(private readonly edits: readonly Edit[]) {
    this.inserted = new Float64Array(edits.length + 1);
    this.deleted = new Float64Array(edits.length + 1);
    edits.forEach((edit, i) => {
      this.inserted[i + 1] = this.inserted[i]! + edit.insertedLength;
      this.deleted[i + 1] = this.deleted[i]! + edit.end - edit.start;
    });
  }

  /** True where an edit changes or borders on the span; all others only shift it. */
  touches({ start, end }: Span): boolean {
    const edit = this.edits[this.firstEndingAtOrAfter(start)];
    return edit !== undefined && edit.start <= end;
  }

  track(span: TrackedSpan): TrackedSpan {
    const { edits, inserted, deleted } = this;
    const first = this.firstEndingAtOrAfter(span.start);
    const after = this.firstStartingAfter(span.end);
    let start = span.start + inserted[first]! - deleted[first]!;
    if (first >= after) return { start, end: start + span.end - span.start };
    if (span.start === span.end) {
      // What is left of an orphan stays before whatever is written at its place.
      const cover = edits[first]!;
      if (cover.start < span.start) start += Math.min(0, cover.start - span.start);
      return { start, end: start };
    }
    let surviving = span.end - span.start;
    let insertedInside = 0;
    const open = { start: false, end: false };
    // Only edits at the borders need looking at; those in between are summed up.
    let i = first;
    for (; i < after && edits[i]!.start <= span.start; i++) look(edits[i]!);
    let j = after;
    while (j > i && edits[j - 1]!.end >= span.end) j--;
    surviving -= deleted[j]! - deleted[i]!;
    insertedInside += inserted[j]! - inserted[i]!;
    for (; j < after; j++) look(edits[j]!);
    if (surviving <= 0) return { start, end: start };
    const end = start + surviving + insertedInside;
    return { start, end, ...(open.start && { openStart: true }), ...(open.end && { openEnd: true }) };

    function look(edit: Edit): void {
      const pure = edit.start === edit.end;
      if (pure && edit.start === span.start && edit.start !== span.end) {
        if (span.openStart) [insertedInside, open.start] = [insertedInside + edit.insertedLength, true];
        else start += edit.insertedLength;
      } else if (pure && edit.start === span.end) {
        if (span.openEnd) [insertedInside, open.end] = [insertedInside + edit.insertedLength, true];
      } else {
        surviving -= Math.max(0, Math.min(edit.end, span.end) - Math.max(edit.start, span.start));
        if (span.start <= edit.start && edit.end <= span.end) {
          insertedInside += edit.insertedLength;
          open.start ||= edit.start === span.start;
          open.end ||= edit.end === span.end;
        } else if (edit.start < span.start) {
          start += edit.insertedLength - (span.start - edit.start);
        }
      }
    }
  }

  private firstEndingAtOrAfter(offset: number): number {
    return firstIndex(this.edits.length, (i) => this.edits[i]!.end >= offset);
  }

  private firstStartingAfter(offset: number): number {
    return firstIndex(this.edits.length, (i) => this.edits[i]!.start > offset);
  }
}

/** The first of `length` indices for which `holds`, which holds for all after it; `length` where there is none. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
