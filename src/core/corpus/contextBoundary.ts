const isSpace = (text: string, at: number): boolean => /\s/.test(text[at] ?? ' ');

/** Where a context of at most `width` code units before `end` begins, not before `limit`: at the beginning of a word, if one fits. */
export function wordBoundaryBefore(text: string, limit: number, end: number, width: number): number {
  const earliest = Math.max(limit, end - width);
  if (earliest === limit) return limit;
  let at = earliest;
  while (at < end && !isSpace(text, at - 1)) at++;
  return at < end ? at : wholeCharacter(text, earliest, 1);
}

/** Where a context of at most `width` code units after `start` ends, not after `limit`: at the end of a word, if one fits. */
export function wordBoundaryAfter(text: string, start: number, limit: number, width: number): number {
  const latest = Math.min(limit, start + width);
  if (latest === limit) return limit;
  let at = latest;
  while (at > start && !isSpace(text, at)) at--;
  return at > start ? at : wholeCharacter(text, latest, -1);
}

/** Steps out of a surrogate pair, forwards or backwards. */
function wholeCharacter(text: string, at: number, step: 1 | -1): number {
  const inPair = (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
  return inPair ? at + step : at;
}
