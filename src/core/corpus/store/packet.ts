import type { EntityType } from '../../recognition/entity';
import type { FileFacts, FileStamp, FileState } from '../facts';
import { ByteReader, MalformedBytes } from './byteReader';
import { ByteWriter } from './byteWriter';
import { writeBody } from './fileCodec';
import { Terms } from './terms';

/**
 * Facts of many files with a dictionary of their own, in one run of bytes: what a worker sends and a cache keeps.
 * Layout: length of the files' part, files one behind the other, then types, terms.
 */
export class PacketWriter {
  readonly terms: Terms;
  private readonly files = new ByteWriter(1 << 16);
  private readonly body = new ByteWriter(1 << 12);
  private count = 0;

  constructor(terms = new Terms()) {
    this.terms = terms;
  }

  /** Bytes of the files so far. */
  get length(): number {
    return this.files.length;
  }

  add(facts: FileFacts): void {
    const { title, date, issuer } = facts.metadata;
    this.body.clear();
    writeBody(this.body, facts, this.terms);
    this.addHead({ ...facts, title, date: dateNumber(date), issuer }, this.body.view());
  }

  /** Adds a file whose body is already written with this packet's terms. */
  addHead(head: FileHead, body: Uint8Array): void {
    const { files } = this;
    this.count++;
    files.string(head.path);
    files.byte(states.indexOf(head.state));
    writeStamp(files, head.stamp);
    files.byte(head.sidecar === undefined ? 0 : 1);
    if (head.sidecar !== undefined) writeStamp(files, head.sidecar);
    files.double(head.contentHash);
    files.varint(head.length);
    files.varint(head.date);
    files.string(head.title ?? '');
    files.varint(head.issuer === undefined ? 0 : this.terms.number(`!${head.issuer}`) + 1);
    files.block(body);
  }

  finish(): Uint8Array<ArrayBuffer> {
    const out = new ByteWriter(this.files.length + 64 * this.terms.count + 64);
    out.varint(this.files.length);
    out.varint(this.count);
    out.raw(this.files.view());
    const types = [...new Set(this.terms.keys.map((_, term) => this.terms.typeOf(term)))];
    out.varint(types.length);
    for (const type of types) out.string(type);
    out.varint(this.terms.count);
    this.terms.keys.forEach((key, term) => {
      out.varint(types.indexOf(this.terms.typeOf(term)));
      out.string(key);
    });
    return out.copy();
  }
}

/** What the index keeps of a file in columns. */
export interface FileHead {
  readonly path: string;
  readonly state: FileState;
  readonly stamp: FileStamp;
  readonly sidecar?: FileStamp | undefined;
  readonly contentHash: number;
  readonly length: number;
  /** `yyyymmdd` as a number, 0 for none. */
  readonly date: number;
  readonly title?: string | undefined;
  readonly issuer?: string | undefined;
}

/** A file of a packet; its body lies at `[at, end)` of the packet's bytes. */
export interface PacketFile extends FileHead {
  readonly at: number;
  readonly end: number;
}

/** Reads a packet. Throws {@link MalformedBytes} where the bytes can't be one. */
export class PacketReader {
  readonly count: number;
  readonly terms: readonly { readonly key: string; readonly type: EntityType }[];
  private readonly filesAt: number;

  constructor(private readonly bytes: Uint8Array) {
    const reader = new ByteReader(bytes);
    const length = reader.varint();
    this.count = reader.varint();
    this.filesAt = reader.at;
    if (reader.at + length > bytes.length) throw new MalformedBytes('cut short');
    reader.at += length;
    const types: string[] = [];
    for (let n = reader.varint(); n > 0; n--) types.push(reader.string());
    const terms: { key: string; type: EntityType }[] = [];
    for (let n = reader.varint(); n > 0; n--) {
      const type = types[reader.varint()] ?? '';
      terms.push({ key: reader.string(), type });
    }
    this.terms = terms;
  }

  *files(): Generator<PacketFile, void> {
    const reader = new ByteReader(this.bytes, this.filesAt);
    for (let n = this.count; n > 0; n--) yield this.file(reader);
  }

  private file(reader: ByteReader): PacketFile {
    const path = reader.string();
    const state = states[reader.byte()] ?? 'unreadable';
    const stamp = readStamp(reader);
    const sidecar = reader.byte() === 1 ? readStamp(reader) : undefined;
    const contentHash = reader.double();
    const length = reader.varint();
    const date = reader.varint();
    const title = reader.string();
    const issuer = reader.varint();
    const body = reader.varint();
    const at = reader.at;
    reader.at += body;
    if (reader.at > this.bytes.length) throw new MalformedBytes('cut short');
    return {
      path,
      state,
      stamp,
      sidecar,
      contentHash,
      length,
      date,
      title: title === '' ? undefined : title,
      issuer: issuer === 0 ? undefined : this.terms[issuer - 1]?.key.slice(1),
      at,
      end: reader.at,
    };
  }
}

const states: readonly FileState[] = ['release', 'not-a-release', 'binary', 'too-large', 'unreadable'];

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
