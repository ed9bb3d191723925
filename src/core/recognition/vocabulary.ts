import { ownCopy } from '../text/remembering';
import { foldWord } from './fold';
import { wordClasses } from './lexicon';
import { hashSeed, hashUnit } from './matcher/nameTrie';

/** More different words than these begin another vocabulary: a bound on memory, not on correctness. */
const mostWords = 1 << 17;
/** In an entry of the table the lower bits are the number of a word, the upper ones those of its hash. */
const tagShift = 18;
const mostNumber = (1 << tagShift) - 1;
/** Longer words are not kept. */
const longestWord = 48;

/**
 * The words of many releases by number, each kept once: a release is read without making a string for each of its words, and what is
 * asked of a word is worked out once. An open-addressing table of numbers, by FNV-1a over the words' code units.
 */
export class Vocabulary {
  /**
   * The number of the word in each slot, 0 where it is free, and above it what of its hash fits: a table of nothing but that misses the
   * processor's caches least. The hashes by number.
   */
  private table = new Int32Array(1 << 13);
  private hashes = new Int32Array(1 << 12);
  /** Letters of all words, one behind the other; where a word begins. */
  private letters = new Uint16Array(1 << 15);
  private begins = new Int32Array(1 << 12);
  private readonly words: string[] = [''];
  private readonly foldedWords: (string | undefined)[] = [''];
  private classes = new Int32Array(1 << 12);

  get isFull(): boolean {
    return this.words.length > mostWords;
  }

  /** The number of the word at `text[start, end)`; 0 for none, -1 for one too long to be kept. */
  numberOf(text: string, start: number, end: number): number {
    if (end - start > longestWord) return -1;
    let hash = hashSeed;
    for (let i = start; i < end; i++) hash = hashUnit(hash, text.charCodeAt(i));
    return this.numberOfHashed(text, start, end, hash);
  }

  /** The same where the hash of the word's code units is known. */
  numberOfHashed(text: string, start: number, end: number, unmixed: number): number {
    const length = end - start;
    if (length > longestWord) return -1;
    const hash = unmixed ^ (unmixed >>> 15);
    const { table, begins, letters } = this;
    const mask = table.length - 1;
    let slot = hash & mask;
    for (;;) {
      const entry = table[slot]!;
      if (entry === 0) break;
      if ((entry ^ hash) >>> tagShift === 0) {
        const number = entry & mostNumber;
        const at = begins[number]!;
        let i = 0;
        while (i < length && letters[at + i] === text.charCodeAt(start + i)) i++;
        if (i === length && begins[number + 1] === at + length) return number;
      }
      slot = (slot + 1) & mask;
    }
    return length === 0 ? 0 : this.add(ownCopy(text, start, end), hash, slot);
  }

  word(number: number): string {
    return this.words[number]!;
  }

  /** Its word classes in the lexicon. */
  classesOf(number: number): number {
    return this.classes[number]!;
  }

  /** As `foldWord` gives it. */
  folded(number: number): string {
    return (this.foldedWords[number] ??= foldWord(this.words[number]!));
  }

  private add(word: string, hash: number, slot: number): number {
    const number = this.words.length;
    this.words.push(word);
    this.foldedWords.push(undefined);
    if (number + 2 > this.begins.length) {
      this.begins = enlarged(this.begins, new Int32Array(number * 2 + 2));
      this.classes = enlarged(this.classes, new Int32Array(number * 2 + 2));
      this.hashes = enlarged(this.hashes, new Int32Array(number * 2 + 2));
    }
    const at = this.begins[number]!;
    const end = at + word.length;
    if (end > this.letters.length)
      this.letters = enlarged(this.letters, new Uint16Array(this.letters.length * 2));
    for (let i = 0; i < word.length; i++) this.letters[at + i] = word.charCodeAt(i);
    this.begins[number + 1] = end;
    this.classes[number] = wordClasses(word);
    this.hashes[number] = hash;
    this.table[slot] = entryOf(number, hash);
    if (number * 2 > this.table.length) this.grow();
    return number;
  }

  private grow(): void {
    const old = this.table;
    this.table = new Int32Array(old.length * 2);
    const mask = this.table.length - 1;
    for (const entry of old) {
      if (entry === 0) continue;
      let slot = this.hashes[entry & mostNumber]! & mask;
      while (this.table[slot] !== 0) slot = (slot + 1) & mask;
      this.table[slot] = entry;
    }
  }
}

function entryOf(number: number, hash: number): number {
  return number | (hash & ~mostNumber);
}

function enlarged<A extends Int32Array | Uint16Array>(from: A, into: A): A {
  into.set(from);
  return into;
}

let current = new Vocabulary();

/** The vocabulary to read the next release with. */
export function vocabulary(): Vocabulary {
  if (current.isFull) current = new Vocabulary();
  return current;
}
