/** Bytes that say something impossible: cut short, or not what was written. */
export class MalformedBytes extends Error {}

/** Reads what a {@link ByteWriter} wrote. Throws {@link MalformedBytes} beyond the end. */
export class ByteReader {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
    readonly end = bytes.length,
  ) {}

  byte(): number {
    if (this.at >= this.end) throw new MalformedBytes('cut short');
    return this.bytes[this.at++]!;
  }

  varint(): number {
    const { bytes, end } = this;
    let at = this.at;
    if (at >= end) throw new MalformedBytes('cut short');
    let byte = bytes[at++]!;
    let value = byte & 0x7f;
    for (let factor = 128; byte >= 0x80; factor *= 128) {
      if (at >= end) throw new MalformedBytes('cut short');
      byte = bytes[at++]!;
      value += (byte & 0x7f) * factor;
    }
    if (value > Number.MAX_SAFE_INTEGER) throw new MalformedBytes('number too large');
    this.at = at;
    return value;
  }

  double(): number {
    this.need(8);
    for (let i = 0; i < 8; i++) doubleBytes[i] = this.bytes[this.at + i]!;
    this.at += 8;
    return doubleView[0]!;
  }

  /** A view of the next block's bytes. */
  block(): Uint8Array {
    const length = this.varint();
    this.need(length);
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** Steps over a number of bytes. */
  skip(length: number): void {
    this.need(length);
    this.at += length;
  }

  skipBlock(): void {
    this.skip(this.varint());
  }

  skipString(): void {
    const head = this.varint();
    this.skip(head % 2 === 1 ? head - 1 : head / 2);
  }

  string(): string {
    const head = this.varint();
    const length = Math.floor(head / 2);
    const wide = head % 2 === 1;
    this.need(wide ? length * 2 : length);
    const text = wide ? this.wide(length) : this.narrow(length);
    this.at += wide ? length * 2 : length;
    return text;
  }

  private narrow(length: number): string {
    let text = '';
    for (let i = 0; i < length; i += piece)
      text += fromUnits(this.bytes.subarray(this.at + i, this.at + Math.min(length, i + piece)));
    return text;
  }

  private wide(length: number): string {
    const units = new Uint16Array(length);
    for (let i = 0; i < length; i++)
      units[i] = this.bytes[this.at + 2 * i]! | (this.bytes[this.at + 2 * i + 1]! << 8);
    let text = '';
    for (let i = 0; i < length; i += piece) text += fromUnits(units.subarray(i, i + piece));
    return text;
  }

  private need(length: number): void {
    if (this.at + length > this.end) throw new MalformedBytes('cut short');
  }
}

const doubleView = new Float64Array(1);
const doubleBytes = new Uint8Array(doubleView.buffer);

/** As many arguments as a call surely takes. */
const piece = 4096;

function fromUnits(units: Uint8Array | Uint16Array): string {
  return String.fromCharCode.apply(null, units as unknown as number[]);
}
