import { headClasses, wordClasses } from './lexicon';
import { Kind } from './tokenKind';
import type { Tokens } from './tokens';
import type { Vocabulary } from './vocabulary';

/** How many columns of 32-bit numbers tokens have. */
const columns = 8;
/** Memory for so many tokens is kept from text to text. */
const usual = 1 << 14;

/**
 * Gathers tokens without knowing how many will come, in memory that is kept from text to text: to get it, and to clear it away,
 * takes longer than to fill it.
 */
export class TokenDrafts {
  private capacity = 0;
  private count = 0;
  private ofSalient = 0;
  private ofUppers = 0;
  private ofStops = 0;
  private text = '';
  private words!: Vocabulary;
  private start!: Int32Array;
  private end!: Int32Array;
  private classes!: Int32Array;
  private word!: Int32Array;
  private salient!: Int32Array;
  private uppers!: Int32Array;
  private stops!: Int32Array;
  private first!: Uint16Array;
  private kind!: Uint8Array;
  private spaced!: Uint8Array;

  constructor() {
    this.grow(usual);
  }

  begin(text: string, words: Vocabulary): void {
    this.text = text;
    this.words = words;
    this.count = this.ofSalient = this.ofUppers = this.ofStops = 0;
    if (this.capacity > usual) this.grow(usual);
  }

  /** Adds the token at `text[from, to)`. */
  push(from: number, to: number, kind: number, gap: number): void {
    this.pushWord(from, to, kind, gap, this.words.numberOf(this.text, from, to));
  }

  /** Adds a token whose word's hash is known already. */
  pushHashed(from: number, to: number, kind: number, gap: number, hash: number): void {
    this.pushWord(from, to, kind, gap, this.words.numberOfHashed(this.text, from, to, hash));
  }

  /** Adds a stop. */
  pushStop(at: number): void {
    this.stops[this.ofStops++] = this.count;
    this.put(at, at, Kind.stop, 1, 0, 0, 0);
  }

  private pushWord(from: number, to: number, kind: number, gap: number, word: number): void {
    const classes = word < 0 ? wordClasses(this.text.slice(from, to)) : this.words.classesOf(word);
    if ((kind >= Kind.capital && kind <= Kind.number) || (classes & headClasses) !== 0)
      this.salient[this.ofSalient++] = this.count;
    if (kind === Kind.upper) this.uppers[this.ofUppers++] = this.count;
    this.put(from, to, kind, gap, word, classes, this.text.charCodeAt(from));
  }

  private put(
    from: number,
    to: number,
    kind: number,
    gap: number,
    word: number,
    classes: number,
    first: number,
  ): void {
    const t = this.count++;
    this.start[t] = from;
    this.end[t] = to;
    this.kind[t] = kind;
    this.spaced[t] = gap;
    this.word[t] = word;
    this.classes[t] = classes;
    this.first[t] = first;
    if (this.count === this.capacity) this.grow(this.capacity * 2);
  }

  private grow(capacity: number): void {
    const { start, end, classes, word, salient, uppers, stops, first, kind, spaced } = this;
    const memory = new ArrayBuffer(capacity * (4 * columns));
    const column = (n: number): Int32Array => new Int32Array(memory, capacity * 4 * n, capacity);
    this.start = column(0);
    this.end = column(1);
    this.classes = column(2);
    this.word = column(3);
    this.salient = column(4);
    this.uppers = column(5);
    this.stops = column(6);
    this.first = new Uint16Array(memory, capacity * 28, capacity);
    this.kind = new Uint8Array(memory, capacity * 30, capacity);
    this.spaced = new Uint8Array(memory, capacity * 31, capacity);
    if (this.count > 0) {
      this.start.set(start);
      this.end.set(end);
      this.classes.set(classes);
      this.word.set(word);
      this.salient.set(salient);
      this.uppers.set(uppers);
      this.stops.set(stops);
      this.first.set(first);
      this.kind.set(kind);
      this.spaced.set(spaced);
    }
    this.capacity = capacity;
  }

  /** All of them, as views of the memory that the next text is read into. */
  tokens(): Tokens {
    const { count, text, words } = this;
    this.text = '';
    return {
      text,
      count,
      start: this.start.subarray(0, count),
      end: this.end.subarray(0, count),
      kind: this.kind.subarray(0, count),
      classes: this.classes.subarray(0, count),
      spaced: this.spaced.subarray(0, count),
      first: this.first.subarray(0, count),
      salient: this.salient.subarray(0, this.ofSalient),
      uppers: this.uppers.subarray(0, this.ofUppers),
      stops: this.stops.subarray(0, this.ofStops),
      word: this.word.subarray(0, count),
      vocabulary: words,
    };
  }
}
