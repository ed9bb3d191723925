import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The GUID of a thing by its name: a UUID of version 8, made of a hash, so that each export gives the same. */
export function guidOf(kind: string, ...names: readonly string[]): string {
  return format(hash([kind, ...names]));
}

/** The nth GUID that belongs to another, made of it without hashing: of a document's mentions there are many. */
export function guidBelow(guid: string, n: number, part = 0): string {
  const digits = guid.replaceAll('-', '');
  const place = n.toString(16).padStart(8, '0') + part.toString(16).padStart(4, '0');
  return format(digits.slice(0, 20) + place.slice(-12));
}

/**
 * A GUID that holds an annotation's id: the last twelve digits are the id read as a number to the base of 36, and the
 * digits before are a hash of it all, by which {@link idInGuid} knows its own.
 */
export function guidWithId(kind: string, id: string, ...names: readonly string[]): string {
  if (!/^[0-9a-z]{8}$/.test(id)) return guidOf(kind, id, ...names);
  const own = hash([kind, id, ...names]).slice(0, 8);
  const number = parseInt(id, 36).toString(16).padStart(12, '0');
  return format(own + hash([own, number]).slice(0, 12) + number);
}

/** The id in a GUID of {@link guidWithId}; undefined for any other GUID. */
export function idInGuid(guid: string): string | undefined {
  const digits = guid.toLowerCase().replace(/[{}-]/g, '');
  const number = digits.slice(20);
  if (
    format(digits.slice(0, 8) + hash([digits.slice(0, 8), number]).slice(0, 12) + number) !== dashed(digits)
  ) {
    return undefined;
  }
  return parseInt(number, 16).toString(36).padStart(8, '0');
}

function hash(names: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(names.join('\n'))));
}

/** Sets version 8 and the variant of RFC 9562. */
function format(hex: string): string {
  return dashed(`${hex.slice(0, 12)}8${hex.slice(13, 16)}8${hex.slice(17, 32)}`);
}

function dashed(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
