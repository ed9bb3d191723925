/**
 * Which words a text may hold, in about 5 bits for each different word (a Bloom filter of three hashes): tells without
 * reading a file that it does not speak of a name. Words are runs of letters and digits, folded in case and diacritics;
 * words glued together by stripped markup (`ComradeKim`) count apart too.
 */
export function wordSignature(text: string): Uint8Array {
  const words = distinctWords(text);
  const bits = Math.max(64, Math.ceil((words.size * bitsPerWord) / 8) * 8);
  const signature = new Uint8Array(bits / 8);
  for (const hash of words) each(hash, bits, (bit) => (signature[bit >> 3]! |= 1 << (bit & 7)) !== 0);
  return signature;
}

/** Hashes of all the words of some names or phrases, to be looked for with {@link mayHoldAll}. */
export function wordHashes(texts: readonly string[]): readonly number[] {
  const hashes = new Set<number>();
  for (const text of texts) for (const hash of distinctWords(text, false)) hashes.add(hash);
  return [...hashes];
}

/** False only if the text surely lacks one of the words. */
export function mayHoldAll(signature: Uint8Array, hashes: readonly number[]): boolean {
  const bits = signature.length * 8;
  if (bits === 0) return false;
  return hashes.every((hash) => each(hash, bits, (bit) => (signature[bit >> 3]! & (1 << (bit & 7))) !== 0));
}

const bitsPerWord = 5;

function each(hash: number, bits: number, test: (bit: number) => boolean): boolean {
  const step = (Math.imul(hash, 0x9e3779b1) >>> 0) | 1;
  for (let i = 0; i < 3; i++) if (!test(((hash + Math.imul(i, step)) >>> 0) % bits)) return false;
  return true;
}

/** Of a code unit: 0 where a word ends, `skipped`, `several`, or the folded unit. */
const folded = new Uint16Array(65536);
const capital = new Uint8Array(65536);
const known = new Uint8Array(65536);
const skipped = 1;
const several = 2;
const sequences = new Map<number, readonly number[]>();

function fold(unit: number): number {
  if (known[unit] === 1) return folded[unit]!;
  known[unit] = 1;
  const char = String.fromCharCode(unit);
  if (/\p{Lu}|\p{Lt}/u.test(char)) capital[unit] = 1;
  if (/[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/u.test(char)) folded[unit] = skipped;
  else if (/[\p{L}\p{N}]/u.test(char) && !/\p{Lm}/u.test(char)) {
    const units = char.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
    folded[unit] = units.length === 1 ? units.charCodeAt(0) : several;
    if (units.length !== 1)
      sequences.set(
        unit,
        Array.from(units, (one) => one.charCodeAt(0)),
      );
  } else if (unit >= 0xd800 && unit < 0xe000) folded[unit] = unit;
  return folded[unit]!;
}

const mix = (hash: number, unit: number): number => (Math.imul(hash ^ unit, 0x01000193) + 0x9e37) | 0 || 1;

/** Hashes of the different words; in a text also those of the parts of words with a capital inside. */
function distinctWords(text: string, withParts = true): Set<number> {
  const words = new Set<number>();
  let whole = 0;
  let part = 0;
  let small = false;
  let parts = false;
  for (let i = 0; i <= text.length; i++) {
    const raw = i < text.length ? text.charCodeAt(i) : 0;
    const unit = fold(raw);
    if (unit === skipped) continue;
    if (unit === 0) {
      if (whole !== 0) words.add(whole);
      if (parts) words.add(part);
      whole = part = 0;
      small = parts = false;
      continue;
    }
    if (withParts && small && capital[raw] === 1) {
      words.add(part);
      part = 0;
      parts = true;
    }
    small = capital[raw] === 0;
    if (unit === several) {
      for (const one of sequences.get(raw)!) {
        whole = mix(whole, one);
        part = mix(part, one);
      }
    } else {
      whole = mix(whole, unit);
      part = mix(part, unit);
    }
  }
  return words;
}
