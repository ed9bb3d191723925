/**
 * Bytes that are only ever added to: what was once written stays where it is, so whoever holds an address can read on while
 * more is written. Blocks lie in chunks, so that growing copies nothing.
 */
export class Arena {
  private readonly chunks: Uint8Array[] = [];
  private room = 0;
  private used = 0;
  /** Bytes written and adopted so far. */
  size = 0;

  constructor(private readonly chunkSize = 1 << 20) {}

  /** Copies a block in; returns its address. */
  add(block: Uint8Array): number {
    if (block.length > this.room || this.chunks.length === 0) this.open(block.length);
    const chunk = this.chunks.length - 1;
    const start = this.used;
    this.chunks[chunk]!.set(block, start);
    this.used += block.length;
    this.room -= block.length;
    this.size += block.length;
    return addressOf(chunk, start);
  }

  /** Takes bytes in as they are, without copying; returns the address of their first. */
  adopt(bytes: Uint8Array): number {
    this.chunks.push(bytes);
    this.room = 0;
    this.used = bytes.length;
    this.size += bytes.length;
    return addressOf(this.chunks.length - 1, 0);
  }

  chunkOf(address: number): Uint8Array {
    return this.chunks[Math.floor(address / span)]!;
  }

  offsetOf(address: number): number {
    return address % span;
  }

  private open(least: number): void {
    const length = Math.max(least, this.chunkSize);
    this.chunks.push(new Uint8Array(length));
    this.room = length;
    this.used = 0;
  }
}

/** Addresses are chunk × 2^32 + offset: exact in a double. */
const span = 2 ** 32;
const addressOf = (chunk: number, offset: number): number => chunk * span + offset;
