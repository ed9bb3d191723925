import { grown } from './grown';

/** For each term how often it counts and in how many releases. Copied before it changes where somebody holds it. */
export class Tallies {
  private counts = new Uint32Array(256);
  private releases = new Uint32Array(256);

  /** Another with the same numbers. */
  clone(): Tallies {
    const copy = new Tallies();
    copy.counts = this.counts.slice();
    copy.releases = this.releases.slice();
    return copy;
  }

  /** Adds (`sign` 1) or takes away (-1) what one release holds of a term. */
  change(term: number, count: number, sign: 1 | -1): void {
    if (count === 0) return;
    if (term >= this.counts.length) {
      this.counts = grown(this.counts, term + 1);
      this.releases = grown(this.releases, term + 1);
    }
    this.counts[term]! += sign * count;
    this.releases[term]! += sign;
  }

  count(term: number): number {
    return this.counts[term] ?? 0;
  }

  releaseCount(term: number): number {
    return this.releases[term] ?? 0;
  }
}
