import type { EntityType } from '../../recognition/entity';
import { grown } from './grown';

/**
 * What the index counts, numbered: subjects by their keys, codes as `#id`, authors as `@name`. Numbers are never given twice.
 * A subject that is mentioned as of several types (a gazetteer was edited) has a number for each.
 */
export class Terms {
  readonly keys: string[] = [];
  private readonly first = new Map<string, number>();
  private readonly further = new Map<string, number[]>();
  /** By term: number of its type; 0 for none. */
  private types = new Uint8Array(256);
  private readonly typeNames: string[] = [''];

  get count(): number {
    return this.keys.length;
  }

  /** The numbers of a key, one for each of its types. */
  find(key: string): readonly number[] {
    const first = this.first.get(key);
    return first === undefined ? [] : [first, ...(this.further.get(key) ?? [])];
  }

  /** The number of a key with a type, a new one where it is new. Without a type: any number of the key, for naming it only. */
  number(key: string, type: EntityType = ''): number {
    const first = this.first.get(key);
    if (first === undefined) {
      const number = this.add(key, type);
      this.first.set(key, number);
      return number;
    }
    if (type === '' || this.typeOf(first) === type) return first;
    if (this.types[first] === 0) {
      this.types[first] = this.typeNumber(type);
      return first;
    }
    const others = this.further.get(key) ?? [];
    const known = others.find((term) => this.typeOf(term) === type);
    if (known !== undefined) return known;
    const number = this.add(key, type);
    this.further.set(key, [...others, number]);
    return number;
  }

  typeOf(term: number): EntityType {
    return this.typeNames[this.types[term]!]!;
  }

  private add(key: string, type: EntityType): number {
    const number = this.keys.push(key) - 1;
    this.types = grown(this.types, number + 1);
    this.types[number] = this.typeNumber(type);
    return number;
  }

  /** Types beyond 255 (nobody has that many) are all kept as the last one. */
  private typeNumber(type: EntityType): number {
    const known = this.typeNames.indexOf(type);
    if (known >= 0) return known;
    return this.typeNames.length > 255 ? 255 : this.typeNames.push(type) - 1;
  }
}
