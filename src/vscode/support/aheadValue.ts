/**
 * What stands in a box that is written into from two sides: by keys that came before it was there, and by the person, who goes on typing
 * in it while the former are still under way. What the editor says of the box is about a past that may not know them yet.
 */
export class AheadValue {
  /** What keys before the box have written. */
  ahead = '';
  private newest = '';
  /** What the box may have held before the newest value came there; whether that was typed ahead alone. */
  private readonly older = new Map<string, boolean>([['', true]]);
  private isThere = true;

  /** Keys before the box have written this much. */
  write(ahead: string): string {
    this.ahead = ahead;
    return this.renew(ahead, true);
  }

  /** What stands in the box in the end, when the editor says that this is in it. */
  shown(said: string): string {
    if (this.isThere || said.startsWith(this.newest)) {
      this.isThere = true;
      return said;
    }
    const before = [...this.older.keys()]
      .filter((value) => said.startsWith(value))
      .reduce((longest, value) => (value.length > longest.length ? value : longest), '');
    const typed = said.slice(before.length);
    // An echo of what was written before.
    if (typed === '') return this.newest;
    return this.renew((this.older.get(before) ? this.ahead : this.newest) + typed, false);
  }

  private renew(value: string, isAhead: boolean): string {
    this.older.set(this.newest, this.older.get(this.newest) ?? this.wasAhead);
    this.wasAhead = isAhead;
    this.newest = value;
    this.isThere = false;
    return value;
  }

  private wasAhead = true;
}
