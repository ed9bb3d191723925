import type { EntityType } from '../../recognition/entity';
import type { ByteReader } from './byteReader';
import { MalformedBytes } from './byteReader';
import type { ByteWriter } from './byteWriter';
import { StringTable } from './stringTable';

/**
 * What the index counts, numbered: subjects by their keys, codes as `#id`, authors as `@name`, issuers as `!name`. Numbers are never
 * given twice. A subject that is mentioned as of several types (a gazetteer was edited) has a number for each.
 */
export class Terms {
  /** Each key behind a character that says its type. */
  private readonly strings = new StringTable();
  private readonly types: EntityType[] = [''];
  private readonly read: (string | undefined)[] = [];

  get count(): number {
    return this.strings.count;
  }

  get size(): number {
    return this.strings.size;
  }

  /** The numbers of a key, one for each of its types. */
  find(key: string): readonly number[] {
    const numbers: number[] = [];
    for (let type = 0; type < this.types.length; type++) {
      const number = this.strings.find(String.fromCharCode(type) + key);
      if (number >= 0) numbers.push(number);
    }
    return numbers;
  }

  /** The number of a key with a type, a new one where it is new. Without a type: any number of the key, for naming it only. */
  number(key: string, type: EntityType = ''): number {
    if (type === '') {
      const [known] = this.find(key);
      if (known !== undefined) return known;
    }
    return this.exact(key, type);
  }

  /** The number of a key with just this type, or with just none. */
  exact(key: string, type: EntityType): number {
    return this.strings.add(String.fromCharCode(this.typeNumber(type)) + key);
  }

  key(term: number): string {
    return (this.read[term] ??= this.strings.get(term).slice(1));
  }

  /** The first code unit of a key, without making the key. */
  firstUnit(term: number): number {
    return this.strings.unit(term, 1);
  }

  typeOf(term: number): EntityType {
    return this.types[this.strings.unit(term, 0)] ?? '';
  }

  write(out: ByteWriter): void {
    out.varint(this.types.length - 1);
    for (const type of this.types.slice(1)) out.string(type);
    this.strings.write(out);
  }

  /** Takes in what another dictionary wrote, this one being empty; yields now and then. Throws {@link MalformedBytes}. */
  *restore(reader: ByteReader): Generator<void, void> {
    for (let n = reader.varint(); n > 0; n--) this.types.push(reader.string());
    if (this.types.length > mostTypes) throw new MalformedBytes('too many types');
    yield* this.strings.restore(reader);
  }

  /** Types beyond 255 (nobody has that many) are all kept as the last one. */
  private typeNumber(type: EntityType): number {
    const known = this.types.indexOf(type);
    if (known >= 0) return known;
    return this.types.length === mostTypes ? mostTypes - 1 : this.types.push(type) - 1;
  }
}

const mostTypes = 256;
