import { align } from './alignment';
import { type Edit, sortEdits } from './edit';
import { toLf } from './lines';
import { type Tokens, tokenize } from './tokens';

/** Shorter replacements are taken as they are: somebody types over a word. */
const leastReplaced = 20;

/**
 * The edits that turned `before` into `after` (relative to `before`, in any order), each that replaced a longer stretch
 * split into what really changed: a corrected copy pasted over a paragraph, other line ends, a file read anew. What has
 * less than half of its words in common counts as replaced. UTF-16 offsets; sorted.
 */
export function refineEdits(before: string, edits: readonly Edit[], after: string): readonly Edit[] {
  let shift = 0;
  return sortEdits(edits).flatMap((edit) => {
    const { start, end, insertedLength } = edit;
    const was = before.slice(start, end);
    const is = after.slice(start + shift, start + shift + insertedLength);
    shift += insertedLength - (end - start);
    const refined = split(was, is);
    return refined
      ? refined.map((part) => ({ ...part, start: start + part.start, end: start + part.end }))
      : [edit];
  });
}

/** Offsets of `was`. */
function split(was: string, is: string): readonly Edit[] | undefined {
  if (was === is) return [];
  if ((was.includes('\r') || is.includes('\r')) && toLf(was) === toLf(is)) return lineEnds(was, is);
  if (was.length < leastReplaced || is.length < leastReplaced) return undefined;
  const old = tokenize(was);
  const now = tokenize(is);
  const { toNew, moved } = align(old.hashes, now.hashes);
  const kept = Array.from(toNew.keys()).filter((i) => toNew[i] !== -1 && moved[i] === 0);
  if (2 * lengthOf(old, kept) < lengthOf(old, Array.from(toNew.keys()))) return undefined;
  const edits: Edit[] = [];
  let [from, to] = [0, 0];
  const gap = (end: number, newEnd: number): void => {
    const edit = smallest(was, from, end, is, to, newEnd);
    if (edit) edits.push(edit);
  };
  for (const i of kept) {
    const j = toNew[i]!;
    gap(old.starts[i]!, now.starts[j]!);
    [from, to] = [old.ends[i]!, now.ends[j]!];
  }
  gap(was.length, is.length);
  return edits;
}

function lengthOf(tokens: Tokens, indices: readonly number[]): number {
  return indices.reduce((sum, i) => sum + tokens.ends[i]! - tokens.starts[i]!, 0);
}

/** `was[from, end)` became `is[to, newEnd)`: without what both begin and end with. */
function smallest(
  was: string,
  from: number,
  end: number,
  is: string,
  to: number,
  newEnd: number,
): Edit | undefined {
  while (from < end && to < newEnd && was[from] === is[to]) [from, to] = [from + 1, to + 1];
  while (from < end && to < newEnd && was[end - 1] === is[newEnd - 1]) [end, newEnd] = [end - 1, newEnd - 1];
  return from === end && to === newEnd ? undefined : { start: from, end, insertedLength: newEnd - to };
}

/** The line ends that differ in two texts that are else the same. */
function lineEnds(was: string, is: string): readonly Edit[] {
  const ends = /\r\n?|\n/g;
  const others = is.matchAll(ends);
  return [...was.matchAll(ends)].flatMap((match) => {
    const other = others.next().value![0];
    const { index: start } = match;
    return match[0] === other ? [] : [{ start, end: start + match[0].length, insertedLength: other.length }];
  });
}
