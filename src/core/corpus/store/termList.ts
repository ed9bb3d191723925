import type { EntityType } from '../../recognition/entity';
import type { ByteReader } from './byteReader';
import type { ByteWriter } from './byteWriter';
import type { Terms } from './terms';

export interface TermEntry {
  readonly key: string;
  readonly type: EntityType;
}

/** Writes a dictionary, its terms in the order of their numbers. */
export function writeTermList(out: ByteWriter, terms: Terms): void {
  const types = new Map<EntityType, number>();
  for (let term = 0; term < terms.count; term++)
    if (!types.has(terms.typeOf(term))) types.set(terms.typeOf(term), types.size);
  out.varint(types.size);
  for (const type of types.keys()) out.string(type);
  out.varint(terms.count);
  terms.keys.forEach((key, term) => {
    out.varint(types.get(terms.typeOf(term))!);
    out.string(key);
  });
}

/** Reads a dictionary, yielding its terms in the order of their numbers. */
export function* readTermList(reader: ByteReader): Generator<TermEntry, void> {
  const types: EntityType[] = [];
  for (let n = reader.varint(); n > 0; n--) types.push(reader.string());
  for (let n = reader.varint(); n > 0; n--) {
    const type = types[reader.varint()] ?? '';
    yield { key: reader.string(), type };
  }
}
