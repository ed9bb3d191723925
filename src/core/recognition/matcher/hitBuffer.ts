/** Places where names stand, three numbers each, without an object a hit. Made once and reused: `clear` keeps its memory. */
export class HitBuffer {
  private numbers = new Int32Array(3 * 256);
  private used = 0;
  /** Where what is pushed counts from. */
  base = 0;

  get length(): number {
    return this.used;
  }

  push(start: number, end: number, form: number): void {
    const at = this.used * 3;
    if (at + 3 > this.numbers.length) {
      const larger = new Int32Array(this.numbers.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[at] = this.base + start;
    this.numbers[at + 1] = this.base + end;
    this.numbers[at + 2] = form;
    this.used++;
  }

  start(i: number): number {
    return this.numbers[i * 3]!;
  }

  end(i: number): number {
    return this.numbers[i * 3 + 1]!;
  }

  form(i: number): number {
    return this.numbers[i * 3 + 2]!;
  }

  clear(): void {
    this.used = 0;
  }
}
