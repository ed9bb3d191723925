import { ByteReader, MalformedBytes } from './byteReader';
import { ByteWriter } from './byteWriter';
import { FileBlockWriter, readFileBlock } from './fileBlock';
import { copyBody } from './fileCodec';
import type { Section } from './sections';
import { checkSection, readSections, writeSection } from './sections';
import { Store } from './store';
import { StringTable } from './stringTable';
import { TermTableReader } from './termTable';
import { Terms } from './terms';

// A stored index: sections of file heads and of bodies in turns, then the paths in the same order, then the dictionary.
const headsKind = 1;
const bodiesKind = 2;
const pathsKind = 3;
const termsKind = 4;

/** A section of files holds about so many bytes: written and read in a few milliseconds. */
const sectionSize = 1 << 18;

/**
 * A store in bytes, piece by piece, files by path; the dead are left out, and terms nobody uses any more. Only adding to
 * the store between two pieces is allowed (it isn't written then).
 */
export function* writeStore(store: Store): Generator<Uint8Array<ArrayBuffer>, void> {
  const { columns, arena } = store;
  const terms = new Terms();
  const numbers = new TermNumbers(store.terms, terms);
  const paths = new StringTable();
  const block = new FileBlockWriter();
  const table = new TermTableReader();
  const body = new ByteWriter(1 << 12);
  for (const row of store.rowsByPath()) {
    const address = columns.addressOf(row);
    const at = arena.offsetOf(address);
    const bytes = arena.chunkOf(address).subarray(at, at + columns.bodyLengthOf(row));
    body.clear();
    copyBody(body, bytes, numbers, table);
    const head = columns.headOf(row);
    block.add({ ...head, issuer: head.issuer < 0 ? -1 : numbers.of(head.issuer) }, body.view());
    paths.add(store.pathOf(row));
    if (block.length >= sectionSize) yield* writeBlock(block);
  }
  yield* writeBlock(block);
  const tables = new ByteWriter(paths.size);
  paths.write(tables);
  yield writeSection(pathsKind, tables.view());
  tables.clear();
  terms.write(tables);
  yield writeSection(termsKind, tables.view());
}

function* writeBlock(block: FileBlockWriter): Generator<Uint8Array<ArrayBuffer>, void> {
  const { heads, bodies } = block.views();
  yield writeSection(headsKind, heads);
  yield writeSection(bodiesKind, bodies);
  block.clear();
}

/** Numbers of terms in another dictionary, given when first asked for. */
class TermNumbers {
  private readonly given: Int32Array;

  constructor(
    private readonly from: Terms,
    private readonly to: Terms,
  ) {
    this.given = new Int32Array(from.count).fill(-1);
  }

  of(term: number): number {
    let number = this.given[term] ?? -1;
    if (number < 0) {
      number = this.to.exact(this.from.key(term), this.from.typeOf(term));
      this.given[term] = number;
    }
    return number;
  }
}

/**
 * Reads a stored index from `at` on; yields now and then, where a host can breathe, and returns the store. Throws
 * {@link MalformedBytes} where the bytes aren't what was written.
 */
export function* readStore(bytes: Uint8Array, at: number): Generator<void, Store> {
  const sections = readSections(bytes, at);
  const store = new Store();
  yield* store.order.restore(readerOf(sections, pathsKind));
  yield* store.terms.restore(readerOf(sections, termsKind));
  const heads = sections.filter(({ kind }) => kind === headsKind);
  const bodies = sections.filter(({ kind }) => kind === bodiesKind);
  if (heads.length !== bodies.length) throw new MalformedBytes('cut short');
  for (const [i, section] of heads.entries()) {
    readBlock(store, section, bodies[i]!);
    yield;
  }
  if (store.columns.count !== store.order.count) throw new MalformedBytes('files are missing');
  return store;
}

function readBlock(store: Store, heads: Section, bodies: Section): void {
  const chunk = checkSection(bodies);
  const address = store.arena.adopt(chunk);
  for (const { head, at, end } of readFileBlock(checkSection(heads), chunk.length)) {
    if (store.columns.count >= store.order.count) throw new MalformedBytes('too many files');
    store.addRow(store.columns.count, head, address + at, chunk, at, end - at);
  }
}

function readerOf(sections: readonly Section[], kind: number): ByteReader {
  const section = sections.find((candidate) => candidate.kind === kind);
  if (section === undefined) throw new MalformedBytes('cut short');
  return new ByteReader(checkSection(section));
}
