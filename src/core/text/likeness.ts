/** Longer texts are compared by their ends only: time grows with the product of the lengths. */
const longest = 256;

/**
 * How alike two texts are, 0..1: the shorter one is matched within the longer one, at its errors (edit distance) and at all
 * that the match leaves out. Of very long texts only the ends are looked at.
 *
 * The matching is that of `approx-string-match` (Myers, “A Fast Bit-Vector Algorithm for Approximate String Matching”,
 * 1999), of which it takes the first best match; but nothing is allocated, and no other match is looked at.
 */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length === 0 || b.length === 0) return 0;
  if (a.length > longest || b.length > longest) {
    const half = longest / 2;
    return (likeness(a.slice(0, half), b.slice(0, half)) + likeness(a.slice(-half), b.slice(-half))) / 2;
  }
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const { errors, end } = firstBest(short, long);
  const matched = lengthOfMatch(short, long, end, errors);
  return Math.max(0, 1 - (errors + Math.max(0, long.length - matched)) / long.length);
}

/** Words of 32 rows that a pattern takes at most. */
const mostWords = longest / 32;
/** For every character of the pattern a slot, 0 for all others; and for every slot the rows it stands in. */
const slots = new Uint16Array(0x10000);
const rows = new Int32Array((longest + 1) * mostWords);
/** Vertical differences of a column: where the distance grows by one from row to row, and where it falls. */
const grows = new Int32Array(mostWords);
const falls = new Int32Array(mostWords);

/** The least distance of the pattern to any stretch of the text, and the first place where such a stretch ends. */
function firstBest(pattern: string, text: string): { readonly errors: number; readonly end: number } {
  let errors = pattern.length;
  let end = 1;
  prepare(pattern, false);
  for (let j = 0, distance = pattern.length; j < text.length; j++) {
    distance += step(slots[text.charCodeAt(j)]!, pattern.length);
    if (distance < errors) [errors, end] = [distance, j + 1];
  }
  clear(pattern);
  return { errors, end };
}

/** How far back from `end` the longest stretch begins that has just so many errors. */
function lengthOfMatch(pattern: string, text: string, end: number, errors: number): number {
  const furthest = Math.max(0, end - pattern.length - errors);
  let length = 0;
  prepare(pattern, true);
  for (let j = end - 1, distance = pattern.length; j >= furthest; j--) {
    distance += step(slots[text.charCodeAt(j)]!, pattern.length);
    if (distance <= errors) length = end - j;
  }
  clear(pattern);
  return length;
}

function prepare(pattern: string, backwards: boolean): void {
  const words = (pattern.length + 31) >> 5;
  let used = 0;
  for (let row = 0; row < pattern.length; row++) {
    const unit = pattern.charCodeAt(backwards ? pattern.length - 1 - row : row);
    let slot = slots[unit]!;
    if (slot === 0) {
      slots[unit] = slot = ++used;
      rows.fill(0, slot * mostWords, slot * mostWords + words);
    }
    rows[slot * mostWords + (row >> 5)]! |= 1 << (row & 31);
  }
  grows.fill(-1, 0, words);
  falls.fill(0, 0, words);
}

function clear(pattern: string): void {
  for (let row = 0; row < pattern.length; row++) slots[pattern.charCodeAt(row)] = 0;
}

/** Goes on by one character of the text; gives by how much the distance in the last row changes: -1, 0 or 1. */
function step(slot: number, length: number): number {
  const last = (length - 1) >> 5;
  let carry = 0;
  for (let word = 0; word <= last; word++) {
    const pV = grows[word]!;
    const mV = falls[word]!;
    const isNegative = carry >>> 31;
    const equal = rows[slot * mostWords + word]! | isNegative;
    const xV = equal | mV;
    const xH = (((equal & pV) + pV) ^ pV) | equal;
    let pH = mV | ~(xH | pV);
    let mH = pV & xH;
    const top = word === last ? 1 << ((length - 1) & 31) : 1 << 31;
    const out = ((pH & top) === 0 ? 0 : 1) - ((mH & top) === 0 ? 0 : 1);
    pH = (pH << 1) | (carry > 0 ? 1 : 0);
    mH = (mH << 1) | isNegative;
    grows[word] = mH | ~(xV | pH);
    falls[word] = pH & xV;
    carry = out;
  }
  return carry;
}
