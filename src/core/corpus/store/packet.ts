import type { FileFacts } from '../facts';
import { ByteReader } from './byteReader';
import { ByteWriter } from './byteWriter';
import { FileBlockWriter, readFileBlock } from './fileBlock';
import type { BlockFile } from './fileBlock';
import { writeBody } from './fileCodec';
import { dateNumber } from './fileHead';
import type { TermEntry } from './termList';
import { readTermList, writeTermList } from './termList';
import { Terms } from './terms';

/** Facts of some files with a dictionary of their own, in one run of bytes: what a worker sends. */
export class PacketWriter {
  private readonly terms = new Terms();
  private readonly files = new FileBlockWriter(this.terms);
  private readonly body = new ByteWriter(1 << 12);

  add(facts: FileFacts): void {
    const { title, date, issuer } = facts.metadata;
    this.body.clear();
    writeBody(this.body, facts, this.terms);
    this.files.add({ ...facts, title, date: dateNumber(date), issuer }, this.body.view());
  }

  /** Adds that a file is still what the index holds, with its new stamps. */
  addUnchanged(file: Pick<FileFacts, 'path' | 'stamp' | 'sidecar'>): void {
    this.files.add({ ...file, state: 'unchanged', contentHash: 0, length: 0, date: 0 }, nothing);
  }

  finish(): Uint8Array<ArrayBuffer> {
    const { heads, bodies } = this.files.views();
    const out = new ByteWriter(heads.length + bodies.length + 32 * this.terms.count + 64);
    writeTermList(out, this.terms);
    out.block(heads);
    out.block(bodies);
    return out.copy();
  }
}

const nothing = new Uint8Array();

/** Reads a packet. Throws MalformedBytes where the bytes can't be one. */
export class PacketReader {
  readonly terms: readonly TermEntry[];
  private readonly heads: Uint8Array;
  /** The run in which the bodies of the files lie. */
  readonly bodies: Uint8Array;

  constructor(bytes: Uint8Array) {
    const reader = new ByteReader(bytes);
    this.terms = [...readTermList(reader)];
    this.heads = reader.block();
    this.bodies = reader.block();
  }

  files(): Generator<BlockFile, void> {
    return readFileBlock(this.heads, this.bodies.length, (term) => this.terms[term]?.key);
  }
}
