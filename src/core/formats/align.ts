/** Maps an offset (UTF-16) of one text to another; a start goes to the next thing seen, an end to the last before it. */
export type OffsetMap = (offset: number, side: 'start' | 'end') => number;

/** White space and control characters: what tools change on their way without changing the text. */
const unseen = /[\s\p{Cc}]/u;

/**
 * How offsets of another tool's text fall on ours, where the two differ in white space only; undefined where they differ
 * in more, so that quotes have to be sought instead. Where even the lengths of white space agree, no offset moves.
 */
export function alignTexts(theirs: string, ours: string): OffsetMap | undefined {
  if (theirs === ours) return (offset) => offset;
  if (isAlikeInPlace(theirs, ours)) return (offset) => Math.min(offset, ours.length);
  const seenThere = seenOffsets(theirs);
  const seenHere = seenOffsets(ours);
  if (seenThere.length !== seenHere.length) return undefined;
  for (let i = 0; i < seenThere.length; i++) {
    if (theirs.charCodeAt(seenThere[i]!) !== ours.charCodeAt(seenHere[i]!)) return undefined;
  }
  return (offset, side) => {
    const before = countBelow(seenThere, offset);
    if (side === 'start') return seenHere[before] ?? ours.length;
    return before === 0 ? 0 : seenHere[before - 1]! + 1;
  };
}

/** Whether the texts differ, unit by unit, only in white space and in what U+FFFD stands for; also at their ends. */
function isAlikeInPlace(theirs: string, ours: string): boolean {
  for (let i = 0; i < Math.max(theirs.length, ours.length); i++) {
    if (theirs[i] === ours[i]) continue;
    if (i < theirs.length && !isUnseen(theirs, i) && theirs[i] !== '\ufffd') return false;
    if (i < ours.length && !isUnseen(ours, i) && !isNoXml(ours, i)) return false;
  }
  return true;
}

function isNoXml(text: string, offset: number): boolean {
  return text.charCodeAt(offset) >= 0xfffe;
}

function seenOffsets(text: string): Int32Array {
  const offsets = new Int32Array(text.length);
  let count = 0;
  for (let i = 0; i < text.length; i++) if (!isUnseen(text, i)) offsets[count++] = i;
  return offsets.subarray(0, count);
}

function isUnseen(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  if (unit > 0x20 && unit < 0x7f) return false;
  return unseen.test(text[offset]!);
}

function countBelow(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
