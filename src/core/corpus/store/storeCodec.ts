import { ByteReader, MalformedBytes } from './byteReader';
import { ByteWriter } from './byteWriter';
import { readFileBlock } from './fileBlock';
import { FileBlockWriter } from './fileBlock';
import { copyBody } from './fileCodec';
import type { Section } from './sections';
import { checkSection, readSections, writeSection } from './sections';
import { Store } from './store';
import { TermTableReader } from './termTable';
import { readTermList, writeTermList } from './termList';
import { Terms } from './terms';

// A stored index: sections of file heads and of bodies in turns, then the dictionary, then the number of files.
const headsKind = 1;
const bodiesKind = 2;
const termsKind = 3;
const endKind = 4;

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
  const block = new FileBlockWriter(terms);
  const table = new TermTableReader();
  const body = new ByteWriter(1 << 12);
  const rows = store.livingRows();
  for (const row of rows) {
    const address = columns.addressOf(row);
    const chunk = arena.chunkOf(address);
    const at = arena.offsetOf(address);
    body.clear();
    copyBody(body, chunk.subarray(at, at + columns.bodyLengthOf(row)), numbers, table);
    block.add(columns.headOf(row), body.view());
    if (block.length >= sectionSize) yield* writeBlock(block);
  }
  if (block.count > 0) yield* writeBlock(block);
  const dictionary = new ByteWriter(terms.count * 24 + 16);
  writeTermList(dictionary, terms);
  yield writeSection(termsKind, dictionary.view());
  const end = new ByteWriter(8);
  end.varint(rows.length);
  yield writeSection(endKind, end.view());
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
      number = this.to.number(this.from.keys[term]!, this.from.typeOf(term));
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
  for (const term of readTermList(readerOf(sections, termsKind))) {
    if (store.terms.number(term.key, term.type) !== store.terms.count - 1)
      throw new MalformedBytes('a term twice');
    yield;
  }
  const count = readerOf(sections, endKind).varint();
  const heads = sections.filter(({ kind }) => kind === headsKind);
  const bodies = sections.filter(({ kind }) => kind === bodiesKind);
  if (heads.length !== bodies.length) throw new MalformedBytes('cut short');
  for (const [i, section] of heads.entries()) {
    readBlock(store, section, bodies[i]!);
    yield;
  }
  if (store.columns.count !== count) throw new MalformedBytes('files are missing');
  return store;
}

function readBlock(store: Store, heads: Section, bodies: Section): void {
  checkSection(heads);
  checkSection(bodies);
  const chunk = bodies.payload.slice();
  const address = store.arena.adopt(chunk);
  for (const { head, at, end } of readFileBlock(
    heads.payload,
    chunk.length,
    (term) => store.terms.keys[term],
  ))
    store.addAt(head, address + at, chunk, at, end - at);
}

function readerOf(sections: readonly Section[], kind: number): ByteReader {
  const section = sections.find((candidate) => candidate.kind === kind);
  if (section === undefined) throw new MalformedBytes('cut short');
  checkSection(section);
  return new ByteReader(section.payload);
}
