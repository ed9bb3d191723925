/**
 * A text cut into words and signs (white space is left out), for comparing texts quickly. UTF-16 offsets. Two tokens
 * with the same hash are taken for equal; who must be sure compares the text.
 */
export interface Tokens {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly hashes: Int32Array;
}

const space = 0;
const letter = 1;
/** A sign of its own: punctuation, and what is written without spaces between words. */
const sign = 2;

/** Longer words are cut, so that no token of a hostile text is all of it. */
const longest = 64;

let kinds: Uint8Array | undefined;

function kindsOfUnits(): Uint8Array {
  if (kinds) return kinds;
  kinds = new Uint8Array(0x10000).fill(sign);
  const letters = /[\p{L}\p{N}\p{M}\p{Cs}]/u;
  const spaces = /[\s\u200b]/;
  const alone = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
  for (let unit = 0; unit < 0x10000; unit++) {
    const character = String.fromCharCode(unit);
    if (spaces.test(character)) kinds[unit] = space;
    else if (letters.test(character) && !alone.test(character)) kinds[unit] = letter;
  }
  return kinds;
}

export function tokenize(text: string): Tokens {
  const kindOf = kindsOfUnits();
  let capacity = Math.max(16, text.length >> 2);
  let starts = new Int32Array(capacity);
  let ends = new Int32Array(capacity);
  let hashes = new Int32Array(capacity);
  let count = 0;
  for (let at = 0; at < text.length;) {
    let unit = text.charCodeAt(at);
    const kind = kindOf[unit]!;
    if (kind === space) {
      at++;
      continue;
    }
    if (count === capacity) {
      capacity *= 2;
      starts = grown(starts, capacity);
      ends = grown(ends, capacity);
      hashes = grown(hashes, capacity);
    }
    let hash = Math.imul(unit + 0x9e3779b9, 0x85ebca6b);
    let end = at + 1;
    if (kind === letter) {
      for (const most = Math.min(text.length, at + longest); end < most; end++) {
        unit = text.charCodeAt(end);
        if (kindOf[unit] !== letter) break;
        hash = Math.imul(hash ^ unit, 0x01000193) + (hash >>> 15);
      }
    }
    starts[count] = at;
    ends[count] = end;
    hashes[count++] = hash | 0;
    at = end;
  }
  return {
    count,
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    hashes: hashes.subarray(0, count),
  };
}

function grown(array: Int32Array<ArrayBuffer>, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity);
  larger.set(array);
  return larger;
}

/** Index of the first token that ends after `offset`; `count` where there is none. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens.ends[middle]! > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
