/** Writes numbers and strings into bytes that grow. Read back with {@link ByteReader}, in the same order. */
export class ByteWriter {
  private bytes: Uint8Array<ArrayBuffer>;
  private at = 0;

  constructor(capacity = 256) {
    this.bytes = new Uint8Array(capacity);
  }

  get length(): number {
    return this.at;
  }

  /** Bytes held, the unused included. */
  get capacity(): number {
    return this.bytes.length;
  }

  /** Forgets what was written and keeps the room for it. */
  clear(): void {
    this.at = 0;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.at++] = value;
  }

  /** A whole number from 0 to 2^53, small ones in fewer bytes (LEB128). */
  varint(value: number): void {
    this.reserve(8);
    const { bytes } = this;
    let { at } = this;
    let rest = value;
    while (rest >= 0x80000000) {
      bytes[at++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    while (rest >= 0x80) {
      bytes[at++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    bytes[at++] = rest;
    this.at = at;
  }

  /** Any number, in eight bytes. */
  double(value: number): void {
    this.reserve(8);
    doubleView[0] = value;
    this.bytes.set(doubleBytes, this.at);
    this.at += 8;
  }

  /** Exactly the bytes, without their number. */
  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  /** Bytes with their number before them. */
  block(bytes: Uint8Array): void {
    this.varint(bytes.length);
    this.raw(bytes);
  }

  /** A text: a byte a code unit where all are Latin-1, else two. */
  string(text: string): void {
    const wide = isWide(text);
    this.varint(text.length * 2 + (wide ? 1 : 0));
    this.reserve(text.length * 2);
    const { bytes } = this;
    let { at } = this;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      bytes[at++] = unit & 0xff;
      if (wide) bytes[at++] = unit >>> 8;
    }
    this.at = at;
  }

  /** What was written, as a view: valid until the next write. */
  view(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.at);
  }

  /** The bytes written to, the unused included: valid until the next write. Making a view costs more than reading a string. */
  get buffer(): Uint8Array<ArrayBuffer> {
    return this.bytes;
  }

  /** What was written, as bytes of their own. */
  copy(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.at);
  }

  private reserve(more: number): void {
    if (this.at + more <= this.bytes.length) return;
    const bigger = new Uint8Array(Math.max(this.at + more, this.bytes.length * 2));
    bigger.set(this.view());
    this.bytes = bigger;
  }
}

const doubleView = new Float64Array(1);
const doubleBytes = new Uint8Array(doubleView.buffer);

function isWide(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0xff) return true;
  return false;
}
