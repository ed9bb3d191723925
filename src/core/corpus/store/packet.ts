import type { FileFacts } from '../facts';
import { ByteReader } from './byteReader';
import { ByteWriter } from './byteWriter';
import type { BlockFile } from './fileBlock';
import { FileBlockWriter, readFileBlock } from './fileBlock';
import { writeBody } from './fileCodec';
import { dateNumber } from './fileHead';
import { Terms } from './terms';

/** Facts of some files with a dictionary of their own, in one run of bytes: what a worker sends. */
export class PacketWriter {
  private readonly terms = new Terms();
  private readonly files = new FileBlockWriter();
  private readonly paths = new ByteWriter(1 << 10);
  private readonly body = new ByteWriter(1 << 12);

  add(facts: FileFacts): void {
    const { date, issuer } = facts.metadata;
    this.body.clear();
    writeBody(this.body, facts, this.terms);
    this.paths.string(facts.path);
    this.files.add(
      {
        ...facts,
        date: dateNumber(date),
        issuer: issuer === undefined ? -1 : this.terms.number(`!${issuer}`),
      },
      this.body.view(),
    );
  }

  /** Adds that a file is still what the index holds, with its new stamps. */
  addUnchanged(file: Pick<FileFacts, 'path' | 'stamp' | 'sidecar'>): void {
    this.paths.string(file.path);
    this.files.add({ ...file, state: 'unchanged', contentHash: 0, length: 0, date: 0, issuer: -1 }, nothing);
  }

  finish(): Uint8Array<ArrayBuffer> {
    const { heads, bodies } = this.files.views();
    const out = new ByteWriter(heads.length + bodies.length + this.paths.length + 32 * this.terms.count + 64);
    this.terms.write(out);
    out.block(this.paths.view());
    out.block(heads);
    out.block(bodies);
    return out.copy();
  }
}

const nothing = new Uint8Array();

/** Reads a packet. Throws MalformedBytes where the bytes can't be one. */
export class PacketReader {
  readonly terms = new Terms();
  private readonly paths: Uint8Array;
  private readonly heads: Uint8Array;
  /** The run in which the bodies of the files lie. */
  readonly bodies: Uint8Array;

  constructor(bytes: Uint8Array) {
    const reader = new ByteReader(bytes);
    const steps = this.terms.restore(reader);
    while (!steps.next().done);
    this.paths = reader.block();
    this.heads = reader.block();
    this.bodies = reader.block();
  }

  *files(): Generator<BlockFile & { readonly path: string }, void> {
    const paths = new ByteReader(this.paths);
    for (const file of readFileBlock(this.heads, this.bodies.length)) yield { ...file, path: paths.string() };
  }
}
