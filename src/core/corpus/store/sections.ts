import { ByteReader, MalformedBytes } from './byteReader';
import { ByteWriter } from './byteWriter';

/** A piece of a file with its kind, length and checksum before it. */
export interface Section {
  readonly kind: number;
  readonly payload: Uint8Array;
  readonly sum: number;
}

/** A section in bytes of its own. */
export function writeSection(kind: number, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter(payload.length + 16);
  out.byte(kind);
  out.varint(checksum(payload));
  out.block(payload);
  return out.copy();
}

/** The sections of a file from `at` on, not yet checked. Throws {@link MalformedBytes} where the lengths can't be right. */
export function readSections(bytes: Uint8Array, at: number): readonly Section[] {
  const reader = new ByteReader(bytes, at);
  const sections: Section[] = [];
  while (reader.at < reader.end) {
    const kind = reader.byte();
    const sum = reader.varint();
    sections.push({ kind, sum, payload: reader.block() });
  }
  return sections;
}

/** A copy of the payload. Throws {@link MalformedBytes} where it isn't what was written. */
export function checkSection(section: Section): Uint8Array<ArrayBuffer> {
  // Not slice(): that of a Buffer copies nothing.
  const payload = new Uint8Array(section.payload);
  if (checksum(payload) !== section.sum) throw new MalformedBytes('checksum differs');
  return payload;
}

/** FNV-1a over words of four bytes, then over the bytes that are left: finds damage, not malice. */
function checksum(bytes: Uint8Array): number {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
  let sum = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) {
    sum = Math.imul(sum ^ words[i]!, 0x01000193);
    sum ^= sum >>> 15;
  }
  for (let i = words.length * 4; i < aligned.length; i++) sum = Math.imul(sum ^ aligned[i]!, 0x01000193);
  return sum >>> 0;
}
