import { Arena } from './arena';
import { ByteReader } from './byteReader';
import { ByteWriter } from './byteWriter';
import { FileColumns } from './fileColumns';
import type { TermMap } from './fileCodec';
import { copyBody } from './fileCodec';
import type { FileHead } from './fileHead';
import { PathOrder } from './pathOrder';
import { PostingLists } from './postingLists';
import { Tallies } from './tallies';
import { TermTableReader } from './termTable';
import { Terms } from './terms';

/** Sums over all living releases. */
export interface Totals {
  readonly releases: number;
  readonly mentions: number;
  readonly passages: number;
}

/**
 * The index's data. Every change only adds (a row, postings, bytes) and marks older rows as dead from a generation on; so a
 * view is no more than a generation and a number of rows.
 */
export class Store {
  readonly terms = new Terms();
  readonly arena = new Arena();
  readonly lists = new PostingLists();
  readonly columns = new FileColumns();
  readonly order = new PathOrder();
  generation = 0;
  deadRows = 0;
  deadBytes = 0;
  totals: Totals = { releases: 0, mentions: 0, passages: 0 };
  private staleMarks = 0;
  private tallies = new Tallies();
  private talliesShared = false;
  private readonly table = new TermTableReader();
  private readonly body = new ByteWriter(1 << 12);

  /** The tallies as they are now; they won't change under the one who asked. */
  shareTallies(): Tallies {
    this.talliesShared = true;
    return this.tallies;
  }

  /** Puts a file in, in place of an earlier version. `numbers` tells this store's numbers of another dictionary's terms. */
  add(path: string, head: FileHead, body: Uint8Array, numbers: TermMap): void {
    if (head.state === 'unchanged') {
      const row = this.livingRow(path);
      if (row !== undefined) this.columns.restamp(row, head);
      return;
    }
    this.remove(path);
    this.body.clear();
    copyBody(this.body, body, numbers, this.table);
    const bytes = this.body.view();
    const issuer = head.issuer < 0 ? -1 : numbers.of(head.issuer);
    this.addRow(this.order.slot(path), { ...head, issuer }, this.arena.add(bytes), bytes, 0, bytes.length);
  }

  /** Adds a row for a path without a living one, whose body lies in the arena, and at `at` among `bytes`. */
  addRow(slot: number, head: FileHead, address: number, bytes: Uint8Array, at: number, length: number): void {
    const row = this.columns.add(head, { address, length }, slot, this.order.newest(slot));
    this.order.setNewest(slot, row);
    if (head.state !== 'release') return;
    this.count(new ByteReader(bytes, at), 1);
    for (let i = 0; i < this.table.length; i++)
      this.lists.append(this.table.terms[i]!, row, this.table.counts[i]!);
  }

  remove(path: string): boolean {
    const row = this.livingRow(path);
    if (row === undefined) return false;
    this.generation++;
    this.deadRows++;
    this.columns.kill(row, this.generation);
    const address = this.columns.addressOf(row);
    if (this.columns.isRelease(row))
      this.count(new ByteReader(this.arena.chunkOf(address), this.arena.offsetOf(address)), -1);
    this.deadBytes += this.columns.bodyLengthOf(row);
    return true;
  }

  /** Forgets when a file was read. */
  markStale(path: string): void {
    const row = this.livingRow(path);
    if (row === undefined) return;
    this.columns.markStale(row);
    this.staleMarks++;
  }

  livingRow(path: string): number | undefined {
    const slot = this.order.find(path);
    const row = slot < 0 ? -1 : this.order.newest(slot);
    return row >= 0 && this.columns.livedAt(row, this.generation) ? row : undefined;
  }

  pathOf(row: number): string {
    return this.order.path(this.columns.slotOf(row));
  }

  /** The first `count` rows that lived at a generation, in the order of their paths. */
  rowsByPath(generation = this.generation, count = this.columns.count): Int32Array {
    const { columns } = this;
    const ranks = this.order.rankBySlot();
    const byRank = new Int32Array(ranks.length).fill(-1);
    for (let row = 0; row < count; row++)
      if (columns.livedAt(row, generation)) byRank[ranks[columns.slotOf(row)]!] = row;
    return byRank.filter((row) => row >= 0);
  }

  /** Grows with every change. */
  get changes(): number {
    return this.columns.count + this.generation + this.staleMarks;
  }

  /** Bytes held, with the room they have to grow. */
  get size(): number {
    return this.arena.size + this.lists.size + this.columns.size + this.terms.size + this.order.size;
  }

  /** Reads a body's table and counts, and adds them to the tallies or takes them away. */
  private count(reader: ByteReader, sign: 1 | -1): void {
    if (this.talliesShared) {
      this.tallies = this.tallies.clone();
      this.talliesShared = false;
    }
    const { table, tallies, totals } = this;
    reader.skipString();
    table.read(reader);
    for (let i = 0; i < table.length; i++) tallies.change(table.terms[i]!, table.counts[i]!, sign);
    reader.skipBlock();
    reader.skipBlock();
    const mentions = countOfBlock(reader);
    const passages = countOfBlock(reader);
    this.totals = {
      releases: totals.releases + sign,
      mentions: totals.mentions + sign * mentions,
      passages: totals.passages + sign * passages,
    };
  }
}

/** The number with which a block begins; the reader goes behind the block. */
function countOfBlock(reader: ByteReader): number {
  const length = reader.varint();
  const end = reader.at + length;
  const count = reader.varint();
  reader.at = end;
  return count;
}
