import type { EntityType } from '../../recognition/entity';
import { grown } from './grown';

/** What the index counts, numbered: subjects by their keys, codes as `#id`, authors as `@name`. Numbers are never given twice. */
export class Terms {
  readonly keys: string[] = [];
  private readonly numbers = new Map<string, number>();
  /** By term: number of its type; 0 for codes and authors. */
  private types = new Uint8Array(256);
  private readonly typeNames: string[] = [''];

  get count(): number {
    return this.keys.length;
  }

  find(key: string): number | undefined {
    return this.numbers.get(key);
  }

  /** The term's number, a new one where it is new. The type of a term is the latest one given. */
  number(key: string, type: EntityType = ''): number {
    const known = this.numbers.get(key);
    if (known !== undefined) {
      if (type !== '' && type !== this.typeOf(known)) this.types[known] = this.typeNumber(type);
      return known;
    }
    const number = this.keys.length;
    this.keys.push(key);
    this.numbers.set(key, number);
    this.types = grown(this.types, number + 1);
    this.types[number] = this.typeNumber(type);
    return number;
  }

  typeOf(term: number): EntityType {
    return this.typeNames[this.types[term]!]!;
  }

  /** Types beyond 255 (nobody has that many) are all kept as the unnamed type. */
  private typeNumber(type: EntityType): number {
    const known = this.typeNames.indexOf(type);
    if (known >= 0) return known;
    if (this.typeNames.length > 255) return 0;
    return this.typeNames.push(type) - 1;
  }
}
