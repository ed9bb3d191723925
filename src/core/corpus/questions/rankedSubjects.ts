import type { EntityType } from '../../recognition/entity';
import type { CorpusView, Frequency, SubjectTally } from '../corpusView';
import type { SubjectKey } from '../subject';
import { byFrequency } from './byFrequency';

/** A subject with how often it is mentioned. */
export interface SubjectFrequency extends Frequency {
  readonly subject: SubjectKey;
  readonly type: EntityType;
}

/** From so many on, sorting all is faster than keeping the first in order. */
const manyWanted = 2000;

/** Subjects, the most mentioned first, then by key. Only those that are asked for get their keys, and are put in order. */
export class RankedSubjects {
  constructor(
    private readonly view: CorpusView,
    private readonly tallies: readonly SubjectTally[],
  ) {}

  get length(): number {
    return this.tallies.length;
  }

  first(limit: number): readonly SubjectFrequency[] {
    const best: SubjectTally[] = [];
    if (limit > manyWanted) best.push(...[...this.tallies].sort(this.compare).slice(0, limit));
    else for (const tally of this.tallies) this.insert(best, tally, limit);
    return best.map(({ number, type, count, releases }) => ({
      subject: this.keyOf(number),
      type,
      count,
      releases,
    }));
  }

  /** Those whose keys pass a test. */
  matching(isWanted: (subject: SubjectKey) => boolean): RankedSubjects {
    return new RankedSubjects(
      this.view,
      this.tallies.filter(({ number }) => isWanted(this.keyOf(number))),
    );
  }

  /** Puts one in where it belongs among the best so far. */
  private insert(best: SubjectTally[], tally: SubjectTally, limit: number): void {
    if (best.length >= limit) {
      const last = best.at(-1);
      if (last === undefined || this.compare(last, tally) <= 0) return;
      best.pop();
    }
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(best[middle]!, tally) <= 0) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, tally);
  }

  private readonly compare = (a: SubjectTally, b: SubjectTally): number => {
    const order = byFrequency(a, b);
    if (order !== 0) return order;
    const [first, second] = [this.keyOf(a.number), this.keyOf(b.number)];
    return first < second ? -1 : first > second ? 1 : 0;
  };

  private keyOf(number: number): SubjectKey {
    return this.view.subjectAt(number).subject;
  }
}
