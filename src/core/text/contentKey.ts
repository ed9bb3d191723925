/**
 * A key that two texts share only if they are the same, but for a chance of one in 2^53: for telling within one session
 * whether a text is again what it was. Not for files (see fingerprint). Multiplicative hashing after cyrb53 (bryc).
 */
export function contentKey(text: string): string {
  const [a, b] = mix(text);
  return `${text.length}:${b.toString(36)}${a.toString(36)}`;
}

/** The same as a number of 53 bits, for tables of many texts. */
export function contentHash(text: string): number {
  const [a, b] = mix(text);
  return (b & 0x1fffff) * 0x100000000 + a;
}

function mix(text: string): readonly [number, number] {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a >>> 0, b >>> 0];
}
