import type { AnchorState } from '../../annotation/annotation';
import type { Span } from '../../text/span';
import type { PassageFact } from '../facts';
import type { ByteReader } from './byteReader';
import type { ByteWriter } from './byteWriter';
import type { TermNames } from './mentionCodec';
import { unzigzag, zigzag } from './mentionCodec';
import type { TermTable } from './termTable';

const states: readonly AnchorState[] = ['exact', 'moved', 'fuzzy', 'ambiguous', 'orphan'];
const hasNote = 8;
const hasEntity = 16;
const hasAuthor = 32;

/** Writes annotations; codes and authors count as terms, `#code` and `@author`. */
export function writePassages(out: ByteWriter, passages: readonly PassageFact[], table: TermTable): void {
  out.varint(passages.length);
  for (const passage of passages) {
    out.string(passage.id);
    out.byte(
      states.indexOf(passage.state) |
        (passage.hasNote ? hasNote : 0) |
        (passage.entity === undefined ? 0 : hasEntity) |
        (passage.author === undefined ? 0 : hasAuthor),
    );
    out.varint(passage.codes.length);
    for (const code of passage.codes) out.varint(table.counted(`#${code}`));
    if (passage.entity !== undefined) out.varint(table.named(passage.entity));
    if (passage.author !== undefined) out.varint(table.counted(`@${passage.author}`));
    writeSpans(out, passage.spans);
    out.varint(zigzag(passage.firstRegion));
    out.varint(zigzag(passage.lastRegion - passage.firstRegion));
  }
}

function writeSpans(out: ByteWriter, spans: readonly Span[]): void {
  out.varint(spans.length);
  let before = 0;
  for (const { start, end } of spans) {
    out.varint(zigzag(start - before));
    out.varint(end - start);
    before = start;
  }
}

export function readPassages(reader: ByteReader, names: TermNames): PassageFact[] {
  const passages: PassageFact[] = [];
  for (let n = reader.varint(); n > 0; n--) passages.push(readPassage(reader, names));
  return passages;
}

function readPassage(reader: ByteReader, names: TermNames): PassageFact {
  const id = reader.string();
  const flags = reader.byte();
  const codes: string[] = [];
  for (let n = reader.varint(); n > 0; n--) codes.push(names.key(reader.varint()).slice(1));
  const entity = flags & hasEntity ? names.key(reader.varint()) : undefined;
  const author = flags & hasAuthor ? names.key(reader.varint()).slice(1) : undefined;
  const spans = readSpans(reader);
  const firstRegion = unzigzag(reader.varint());
  return {
    id,
    codes,
    ...(entity === undefined ? {} : { entity }),
    ...(author === undefined ? {} : { author }),
    state: states[flags & 7]!,
    hasNote: (flags & hasNote) !== 0,
    spans,
    firstRegion,
    lastRegion: firstRegion + unzigzag(reader.varint()),
  };
}

function readSpans(reader: ByteReader): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let n = reader.varint(); n > 0; n--) {
    start += unzigzag(reader.varint());
    spans.push({ start, end: start + reader.varint() });
  }
  return spans;
}
