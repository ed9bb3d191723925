import type { FileStamp, FileState } from '../facts';
import type { ByteReader } from './byteReader';
import type { ByteWriter } from './byteWriter';

/** `unchanged`: what the index holds of the file is still true, only its stamps differ. */
export type HeadState = FileState | 'unchanged';

/** What the index keeps of a file in columns. */
export interface FileHead {
  readonly state: HeadState;
  readonly stamp: FileStamp;
  readonly sidecar?: FileStamp | undefined;
  readonly contentHash: number;
  readonly length: number;
  /** `yyyymmdd` as a number, 0 for none. */
  readonly date: number;
  /** Number of the term, -1 for none. */
  readonly issuer: number;
}

/** In the order of their numbers. */
export const fileStates: readonly HeadState[] = [
  'release',
  'not-a-release',
  'binary',
  'too-large',
  'unreadable',
  'unchanged',
];

export function writeHead(out: ByteWriter, head: FileHead): void {
  out.byte(fileStates.indexOf(head.state));
  writeStamp(out, head.stamp);
  out.byte(head.sidecar === undefined ? 0 : 1);
  if (head.sidecar !== undefined) writeStamp(out, head.sidecar);
  out.double(head.contentHash);
  out.varint(head.length);
  out.varint(head.date);
  out.varint(head.issuer + 1);
}

export function readHead(reader: ByteReader): FileHead {
  return {
    state: fileStates[reader.byte()] ?? 'unreadable',
    stamp: readStamp(reader),
    sidecar: reader.byte() === 1 ? readStamp(reader) : undefined,
    contentHash: reader.double(),
    length: reader.varint(),
    date: reader.varint(),
    issuer: reader.varint() - 1,
  };
}

function writeStamp(out: ByteWriter, stamp: FileStamp): void {
  out.varint(stamp.size);
  out.double(stamp.mtime);
}

function readStamp(reader: ByteReader): FileStamp {
  return { size: reader.varint(), mtime: reader.double() };
}

/** `2024-01-21` as 20240121, anything else as 0. */
export function dateNumber(date: string | undefined): number {
  const match = date === undefined ? null : /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  return match ? Number(match[1]) * 10000 + Number(match[2]) * 100 + Number(match[3]) : 0;
}

export function dateText(date: number): string | undefined {
  if (date === 0) return undefined;
  const text = String(date).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}
