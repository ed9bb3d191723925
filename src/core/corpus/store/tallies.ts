/** Terms of one page; a page holds two numbers for each. */
const pageTerms = 512;

interface Page {
  /** The sign of the only tallies that may change it (not they themselves, which would keep their other pages in memory). */
  readonly owner: symbol;
  /** For each term how often it counts, then in how many releases. */
  readonly numbers: Uint32Array;
}

/**
 * For each term how often it counts and in how many releases. Copied before it changes where somebody holds it; a copy shares
 * the pages that stay as they are, so that one release costs a few of them, however many terms there are.
 */
export class Tallies {
  private readonly sign = Symbol();
  private pages: (Page | undefined)[] = [];

  /** Another with the same numbers, to be changed in place of this one. */
  clone(): Tallies {
    const copy = new Tallies();
    copy.pages = this.pages.slice();
    return copy;
  }

  /** Adds (`sign` 1) or takes away (-1) what one release holds of a term. */
  change(term: number, count: number, sign: 1 | -1): void {
    if (count === 0) return;
    const { numbers } = this.ownPage(Math.floor(term / pageTerms));
    const at = (term % pageTerms) * 2;
    numbers[at]! += sign * count;
    numbers[at + 1]! += sign;
  }

  count(term: number): number {
    return this.pages[Math.floor(term / pageTerms)]?.numbers[(term % pageTerms) * 2] ?? 0;
  }

  releaseCount(term: number): number {
    return this.pages[Math.floor(term / pageTerms)]?.numbers[(term % pageTerms) * 2 + 1] ?? 0;
  }

  private ownPage(place: number): Page {
    const page = this.pages[place];
    if (page?.owner === this.sign) return page;
    while (this.pages.length <= place) this.pages.push(undefined);
    const numbers = page === undefined ? new Uint32Array(pageTerms * 2) : page.numbers.slice();
    return (this.pages[place] = { owner: this.sign, numbers });
  }
}
