import type { LineGroups } from './lineGroups';

/** Lines in an order; a line is named by its number in the order of files. */
export interface LineOrdering {
  readonly length: number;
  /** Up to `count` lines from a place of the order on. */
  slice(from: number, count: number): readonly number[];
}

/** For each group the number of its first line, and behind them the number of all lines. */
export function lineNumbers({ count, size }: LineGroups): Float64Array {
  const starts = new Float64Array(count + 1);
  for (let group = 0; group < count; group++) starts[group + 1] = starts[group]! + size(group);
  return starts;
}

/** The group that a line is of. */
export function groupOf(starts: Float64Array, line: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whole groups one behind the other. */
export function groupOrdering(groups: Int32Array, starts: Float64Array): LineOrdering {
  const before = new Float64Array(groups.length + 1);
  groups.forEach((group, i) => (before[i + 1] = before[i]! + starts[group + 1]! - starts[group]!));
  const length = before[groups.length]!;
  return {
    length,
    slice: (from, count) => {
      const lines: number[] = [];
      const end = Math.min(length, from + count);
      if (from >= end) return lines;
      for (let i = groupOf(before, from), at = from; at < end; i++)
        for (; at < end && at < before[i + 1]!; at++) lines.push(starts[groups[i]!]! + at - before[i]!);
      return lines;
    },
  };
}

/** Lines one by one. */
export function listedOrdering(lines: readonly number[]): LineOrdering {
  return { length: lines.length, slice: (from, count) => lines.slice(from, from + count) };
}

/** Groups of a time, by date or file; those without a date come last. Groups are numbered by file. */
export function groupsInTime(
  { count, date }: LineGroups,
  order: 'date' | 'newest' | 'file',
  isWanted: (date: number) => boolean,
): Int32Array {
  // Date and number in one double: sorting numbers takes a fraction of the time that comparing takes.
  const keys = new Float64Array(count);
  let kept = 0;
  for (let group = 0; group < count; group++) {
    const day = date(group);
    if (!isWanted(day)) continue;
    const rank = order === 'file' ? 0 : day === 0 ? lastDay : order === 'newest' ? lastDay - day : day;
    keys[kept++] = rank * mostGroups + group;
  }
  return Int32Array.from(keys.subarray(0, kept).sort(), (key) => key % mostGroups);
}

const lastDay = 100_000_000;
const mostGroups = 2 ** 26;
