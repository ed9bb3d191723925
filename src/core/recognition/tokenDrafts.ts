import { wordClasses } from './lexicon';
import { Kind } from './tokenKind';
import type { Tokens } from './tokens';
import type { Vocabulary } from './vocabulary';

/** Numbers of a token while a text is read: start, end, kind and whether space stands before, number of the word. */
const width = 4;

/** Gathers tokens without knowing how many will come, in memory that is kept from text to text. */
export class TokenDrafts {
  private numbers = new Int32Array(width * 1024);
  private count = 0;
  private text = '';
  private words!: Vocabulary;

  start(text: string, words: Vocabulary): void {
    this.text = text;
    this.words = words;
    this.count = 0;
  }

  /** Adds the token at `text[from, to)`. */
  push(from: number, to: number, kind: number, gap: number): void {
    this.pushWord(from, to, kind, gap, this.words.numberOf(this.text, from, to));
  }

  /** Adds a token whose word's hash is known already. */
  pushHashed(from: number, to: number, kind: number, gap: number, hash: number): void {
    this.pushWord(from, to, kind, gap, this.words.numberOfHashed(this.text, from, to, hash));
  }

  private pushWord(from: number, to: number, kind: number, gap: number, word: number): void {
    const at = this.count * width;
    if (at + width > this.numbers.length) {
      const larger = new Int32Array(this.numbers.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    const { numbers } = this;
    numbers[at] = from;
    numbers[at + 1] = to;
    numbers[at + 2] = (kind << 1) | gap;
    numbers[at + 3] = word;
    this.count++;
  }

  /** All of them, in arrays of their own. */
  tokens(): Tokens {
    const { count, numbers, text, words } = this;
    const memory = new ArrayBuffer(count * 20);
    const start = new Int32Array(memory, 0, count);
    const end = new Int32Array(memory, count * 4, count);
    const classes = new Int32Array(memory, count * 8, count);
    const word = new Int32Array(memory, count * 12, count);
    const first = new Uint16Array(memory, count * 16, count);
    const kind = new Uint8Array(memory, count * 18, count);
    const spaced = new Uint8Array(memory, count * 19, count);
    for (let t = 0, at = 0; t < count; t++, at += width) {
      const from = (start[t] = numbers[at]!);
      const to = (end[t] = numbers[at + 1]!);
      const k = (kind[t] = numbers[at + 2]! >> 1);
      spaced[t] = numbers[at + 2]! & 1;
      const number = (word[t] = numbers[at + 3]!);
      if (k === Kind.stop) continue;
      first[t] = text.charCodeAt(from);
      classes[t] = number < 0 ? wordClasses(text.slice(from, to)) : words.classesOf(number);
    }
    this.text = '';
    return { text, count, start, end, kind, classes, spaced, first, word, vocabulary: words };
  }
}
