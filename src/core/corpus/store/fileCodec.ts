import type { FileFacts, MentionFact, PassageFact } from '../facts';
import { ByteReader } from './byteReader';
import { ByteWriter } from './byteWriter';
import type { TermNames } from './mentionCodec';
import { readMentions, scanMentions, writeMentions } from './mentionCodec';
import { readPassages, writePassages } from './passageCodec';
import { TermTable, TermTableReader, writeTermTable } from './termTable';
import type { Terms } from './terms';

// A file's body: its headline; its table of terms; then, each with its length before it: line lengths, word signature, mentions, passages.

const rest = new ByteWriter(4096);
const part = new ByteWriter(4096);

/** Writes the body of a file, numbering its terms in `terms`. */
export function writeBody(out: ByteWriter, facts: FileFacts, terms: Terms): void {
  const table = new TermTable(terms);
  rest.clear();
  part.clear();
  writeLines(part, facts.lineStarts);
  rest.block(part.view());
  rest.block(facts.words);
  part.clear();
  writeMentions(part, facts.mentions, table);
  rest.block(part.view());
  part.clear();
  writePassages(part, facts.passages, table);
  rest.block(part.view());
  out.string(facts.metadata.title ?? '');
  writeTermTable(out, table.numbers, table.counts, table.numbers.length);
  out.raw(rest.view());
}

/** The headline with which a body begins; undefined where the release has none. */
export function readTitle(bytes: Uint8Array, at: number): string | undefined {
  const title = new ByteReader(bytes, at).string();
  return title === '' ? undefined : title;
}

function writeLines(out: ByteWriter, lineStarts: readonly number[]): void {
  out.varint(lineStarts.length);
  let before = 0;
  for (const start of lineStarts) {
    out.varint(start - before);
    before = start;
  }
}

/** What number a term has in another dictionary. */
export interface TermMap {
  of(term: number): number;
}

/** Copies a body into another dictionary. */
export function copyBody(out: ByteWriter, body: Uint8Array, numbers: TermMap, table: TermTableReader): void {
  const reader = new ByteReader(body);
  reader.skipString();
  out.raw(body.subarray(0, reader.at));
  table.read(reader);
  for (let i = 0; i < table.length; i++) table.terms[i] = numbers.of(table.terms[i]!);
  writeTermTable(out, table.terms, table.counts, table.length);
  out.raw(body.subarray(reader.at));
}

/** Reads parts of a body that lies at `at` among `bytes`; what isn't asked for is stepped over. */
export class BodyReader {
  private readonly reader: ByteReader;
  private readonly table: TermTableReader;
  private readonly names: TermNames;

  constructor(bytes: Uint8Array, at: number, terms: Terms) {
    this.reader = new ByteReader(bytes, at);
    this.reader.skipString();
    this.table = new TermTableReader().read(this.reader);
    const { table } = this;
    this.names = {
      key: (place) => terms.key(table.terms[place]!),
      type: (place) => terms.typeOf(table.terms[place]!),
    };
  }

  lineStarts(): number[] {
    const reader = this.blockAfter(0);
    const starts: number[] = [];
    let start = 0;
    for (let n = reader.varint(); n > 0; n--) starts.push((start += reader.varint()));
    return starts;
  }

  words(): Uint8Array {
    const reader = this.blockAfter(1);
    return reader.bytes.subarray(reader.at, reader.end);
  }

  /** All mentions, or those of some terms (numbered as in the dictionary). */
  mentions(terms?: readonly number[]): MentionFact[] {
    if (terms === undefined) return readMentions(this.blockAfter(2), this.names);
    const table = this.table.terms.subarray(0, this.table.length);
    const places = terms.map((term) => table.indexOf(term)).filter((place) => place >= 0);
    return places.length === 0 ? [] : readMentions(this.blockAfter(2), this.names, places);
  }

  /** The term (numbered as in the dictionary) and region of every mention. */
  scan(visit: (term: number, region: number) => void): void {
    const { terms } = this.table;
    scanMentions(this.blockAfter(2), (place, region) => visit(terms[place]!, region));
  }

  passages(): PassageFact[] {
    return readPassages(this.blockAfter(3), this.names);
  }

  private blockAfter(skipped: number): ByteReader {
    const { bytes, at } = this.reader;
    const reader = new ByteReader(bytes, at);
    for (let i = 0; i < skipped; i++) reader.skipBlock();
    const length = reader.varint();
    return new ByteReader(bytes, reader.at, reader.at + length);
  }
}
