import type { Span } from './span';

/**
 * A stretch of a text that was replaced by `insertedLength` code units. Several edits of one change are all relative to
 * the text before the change, in reading order, and do not overlap: as an editor reports them, sorted.
 */
export interface Edit extends Span {
  readonly insertedLength: number;
}

/** Edits in reading order. At one place an insertion comes before a replacement. */
export function sortEdits<E extends Edit>(edits: readonly E[]): readonly E[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** By how much the edits make the text longer. */
export function lengthChange(edits: readonly Edit[]): number {
  return edits.reduce((sum, edit) => sum + edit.insertedLength - (edit.end - edit.start), 0);
}

/** The edits (relative to the text after `edits`) that take them back. */
export function invertEdits(edits: readonly Edit[]): readonly Edit[] {
  let shift = 0;
  return edits.map((edit) => {
    const start = edit.start + shift;
    shift += edit.insertedLength - (edit.end - edit.start);
    return { start, end: start + edit.insertedLength, insertedLength: edit.end - edit.start };
  });
}

/** The one edit that makes `before` to `after`: all between what they begin and end with alike. */
export function replacement(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return { start, end: before.length - tail, insertedLength: after.length - tail - start };
}
