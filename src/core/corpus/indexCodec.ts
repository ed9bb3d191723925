import { CorpusIndex } from './corpusIndex';
import type { EntityKeys, GazetteerKeys, NameKeys } from './gazetteerKeys';
import { ByteReader, MalformedBytes } from './store/byteReader';
import { ByteWriter } from './store/byteWriter';
import { checkSection, readSections, writeSection } from './store/sections';
import { readStore } from './store/storeCodec';

/** What a stored index was made with. */
export interface IndexOrigin {
  /** Names the analysis: another one makes all that is stored worthless. */
  readonly engine: string;
  /** The settings that decide what is read and how (globs, detection, encoding), as text. */
  readonly settings: string;
  /** The gazetteer the mentions were recognised with. */
  readonly gazetteer: GazetteerKeys;
}

export interface StoredIndex extends IndexOrigin {
  readonly index: CorpusIndex;
}

/** Why a stored index is of no use; the corpus is indexed from scratch then. */
export type Unusable = 'damaged' | 'other-version' | 'other-engine' | 'other-settings';

export type IndexReading =
  { readonly ok: true; readonly stored: StoredIndex } | { readonly ok: false; readonly reason: Unusable };

const magic = [0x70, 0x72, 0x6d, 0x69]; // prmi
const formatVersion = 1;
const originKind = 9;

/** An index in bytes, piece by piece, each made in a few milliseconds. The index may be changed meanwhile. */
export function* writeIndex(
  index: CorpusIndex,
  origin: IndexOrigin,
): Generator<Uint8Array<ArrayBuffer>, void> {
  yield Uint8Array.from([...magic, formatVersion]);
  yield writeSection(originKind, originBytes(origin));
  yield* index.pieces();
}

/**
 * Reads a stored index in steps of a few milliseconds (run the generator to its end, breathing in between). Bytes that are not
 * what {@link writeIndex} wrote with the same engine and settings give a reason, never an exception.
 */
export function* readIndex(
  bytes: Uint8Array,
  expected: Pick<IndexOrigin, 'engine' | 'settings'>,
): Generator<void, IndexReading> {
  if (magic.some((byte, i) => bytes[i] !== byte)) return { ok: false, reason: 'damaged' };
  if (bytes[magic.length] !== formatVersion) return { ok: false, reason: 'other-version' };
  try {
    const at = magic.length + 1;
    const origin = yield* readOrigin(bytes, at);
    if (origin.engine !== expected.engine) return { ok: false, reason: 'other-engine' };
    if (origin.settings !== expected.settings) return { ok: false, reason: 'other-settings' };
    const store = yield* readStore(bytes, at);
    return { ok: true, stored: { ...origin, index: new CorpusIndex(store) } };
  } catch (error) {
    if (error instanceof MalformedBytes || error instanceof RangeError)
      return { ok: false, reason: 'damaged' };
    throw error;
  }
}

function originBytes({ engine, settings, gazetteer }: IndexOrigin): Uint8Array {
  const out = new ByteWriter(1 << 16);
  out.string(engine);
  out.string(settings);
  out.varint(gazetteer.size);
  for (const [id, keys] of gazetteer) {
    out.string(id);
    out.double(keys.core);
    out.varint(keys.names.length);
    for (const { hash, words } of keys.names) {
      out.double(hash);
      out.varint(words.length);
      for (const word of words) out.varint(word >>> 0);
    }
  }
  return out.copy();
}

function* readOrigin(bytes: Uint8Array, at: number): Generator<void, IndexOrigin> {
  const section = readSections(bytes, at).find(({ kind }) => kind === originKind);
  if (section === undefined) throw new MalformedBytes('cut short');
  const reader = new ByteReader(checkSection(section));
  const engine = reader.string();
  const settings = reader.string();
  const gazetteer = new Map<string, EntityKeys>();
  for (let n = reader.varint(); n > 0; n--) {
    const id = reader.string();
    const core = reader.double();
    const names: NameKeys[] = [];
    for (let left = reader.varint(); left > 0; left--) names.push(readName(reader));
    gazetteer.set(id, { core, names });
    yield;
  }
  return { engine, settings, gazetteer };
}

function readName(reader: ByteReader): NameKeys {
  const hash = reader.double();
  const words: number[] = [];
  for (let n = reader.varint(); n > 0; n--) words.push(reader.varint() | 0);
  return { hash, words };
}
