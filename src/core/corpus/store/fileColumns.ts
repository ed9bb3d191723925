import type { FileStamp, FileState } from '../facts';
import { grown } from './grown';
import type { FileHead } from './fileHead';
import { fileStates } from './fileHead';

const alive = 0xffffffff;
const bytesARow = 4 * 8 + 7 * 4 + 1;

/** Where a body lies in the arena. */
export interface BodyPlace {
  readonly address: number;
  readonly length: number;
}

/**
 * What is known of files, a row for each version of each file. A row never changes but for its `died`, the generation at
 * which the file was replaced or removed, and its stamps, which are no part of what is asked. Rows of one path (a slot) are
 * chained, so that an older view finds the version it knew.
 */
export class FileColumns {
  count = 0;
  private readonly sidecars = new Map<number, FileStamp>();
  private sizes = new Float64Array(64);
  private times = new Float64Array(64);
  private hashes = new Float64Array(64);
  private addresses = new Float64Array(64);
  private bodyLengths = new Uint32Array(64);
  private lengths = new Uint32Array(64);
  private issuers = new Int32Array(64);
  private dates = new Uint32Array(64);
  private slots = new Int32Array(64);
  private previous = new Int32Array(64);
  private died = new Uint32Array(64);
  private states = new Uint8Array(64);

  /** Adds a row; `previous` is the row before it of the same slot, or -1. */
  add(head: FileHead, body: BodyPlace, slot: number, previous: number): number {
    const row = this.count++;
    if (row >= this.sizes.length) this.grow(row + 1);
    if (head.sidecar !== undefined) this.sidecars.set(row, head.sidecar);
    this.sizes[row] = head.stamp.size;
    this.times[row] = head.stamp.mtime;
    this.hashes[row] = head.contentHash;
    this.addresses[row] = body.address;
    this.bodyLengths[row] = body.length;
    this.lengths[row] = head.length;
    this.dates[row] = head.date;
    this.issuers[row] = head.issuer;
    this.slots[row] = slot;
    this.previous[row] = previous;
    this.died[row] = alive;
    this.states[row] = fileStates.indexOf(head.state);
    return row;
  }

  /** Bytes held, the unused included. */
  get size(): number {
    return this.sizes.length * bytesARow;
  }

  kill(row: number, generation: number): void {
    this.died[row] = generation;
  }

  /** Gives a row other stamps, unless its time was forgotten. */
  restamp(row: number, { stamp, sidecar }: Pick<FileHead, 'stamp' | 'sidecar'>): void {
    if (this.times[row] === -1) return;
    this.sizes[row] = stamp.size;
    this.times[row] = stamp.mtime;
    if (sidecar === undefined) this.sidecars.delete(row);
    else this.sidecars.set(row, sidecar);
  }

  /** Makes a row's time one that no file has. */
  markStale(row: number): void {
    this.times[row] = -1;
  }

  /** Whether a row was there at a generation, given that it already existed. */
  livedAt(row: number, generation: number): boolean {
    return this.died[row]! > generation;
  }

  slotOf(row: number): number {
    return this.slots[row]!;
  }

  previousOf(row: number): number {
    return this.previous[row]!;
  }

  addressOf(row: number): number {
    return this.addresses[row]!;
  }

  bodyLengthOf(row: number): number {
    return this.bodyLengths[row]!;
  }

  /** `yyyymmdd`, 0 for none. */
  dateOf(row: number): number {
    return this.dates[row]!;
  }

  stateOf(row: number): FileState {
    return fileStates[this.states[row]!] as FileState;
  }

  isRelease(row: number): boolean {
    return this.states[row] === 0;
  }

  stampOf(row: number): FileStamp {
    return { size: this.sizes[row]!, mtime: this.times[row]! };
  }

  sidecarOf(row: number): FileStamp | undefined {
    return this.sidecars.get(row);
  }

  hashOf(row: number): number {
    return this.hashes[row]!;
  }

  headOf(row: number): FileHead {
    return {
      state: this.stateOf(row),
      stamp: this.stampOf(row),
      sidecar: this.sidecars.get(row),
      contentHash: this.hashes[row]!,
      length: this.lengths[row]!,
      date: this.dates[row]!,
      issuer: this.issuers[row]!,
    };
  }

  private grow(length: number): void {
    this.sizes = grown(this.sizes, length);
    this.times = grown(this.times, length);
    this.hashes = grown(this.hashes, length);
    this.addresses = grown(this.addresses, length);
    this.bodyLengths = grown(this.bodyLengths, length);
    this.lengths = grown(this.lengths, length);
    this.issuers = grown(this.issuers, length);
    this.dates = grown(this.dates, length);
    this.slots = grown(this.slots, length);
    this.previous = grown(this.previous, length);
    this.died = grown(this.died, length);
    this.states = grown(this.states, length);
  }
}
