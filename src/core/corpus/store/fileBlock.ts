import { ByteReader, MalformedBytes } from './byteReader';
import { ByteWriter } from './byteWriter';
import type { FileHead } from './fileHead';
import { readHead, writeHead } from './fileHead';

/** Files in two runs of bytes: heads (each with the length of its body) and bodies, one behind the other. */
export class FileBlockWriter {
  private readonly heads = new ByteWriter(1 << 12);
  private readonly bodies = new ByteWriter(1 << 14);

  get length(): number {
    return this.heads.length + this.bodies.length;
  }

  add(head: FileHead, body: Uint8Array): void {
    writeHead(this.heads, head);
    this.heads.varint(body.length);
    this.bodies.raw(body);
  }

  /** Views of both runs: valid until the next file. */
  views(): { readonly heads: Uint8Array<ArrayBuffer>; readonly bodies: Uint8Array<ArrayBuffer> } {
    return { heads: this.heads.view(), bodies: this.bodies.view() };
  }

  clear(): void {
    this.heads.clear();
    this.bodies.clear();
  }
}

/** A file of a block: its head, and where its body lies in the run of bodies. */
export interface BlockFile {
  readonly head: FileHead;
  readonly at: number;
  readonly end: number;
}

/** Reads the files of a block. Throws {@link MalformedBytes}. */
export function* readFileBlock(heads: Uint8Array, bodiesLength: number): Generator<BlockFile, void> {
  const reader = new ByteReader(heads);
  let at = 0;
  while (reader.at < reader.end) {
    const head = readHead(reader);
    const end = at + reader.varint();
    if (end > bodiesLength) throw new MalformedBytes('cut short');
    yield { head, at, end };
    at = end;
  }
}
