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

/** Throws {@link MalformedBytes} where the payload isn't what was written. */
export function checkSection(section: Section): void {
  if (checksum(section.payload) !== section.sum) throw new MalformedBytes('checksum differs');
}

/** FNV-1a, 32 bits: finds damage, not malice. */
function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) sum = Math.imul(sum ^ bytes[i]!, 0x01000193);
  return sum >>> 0;
}
