import type { CorpusView, IndexedRelease } from '../corpusView';
import type { SubjectKey } from '../subject';
import { dateNumber } from '../store/fileHead';
import type { LinePlace, ReleasePlaces } from './linePlaces';
import { placesIn } from './linePlaces';

/** The releases of a concordance by path, numbered from 0, each with its places. */
export interface LineGroups {
  readonly count: number;
  ordinal(group: number): number;
  release(group: number): IndexedRelease;
  /** `yyyymmdd`, 0 for none. */
  date(group: number): number;
  /** How many places it has: at least one. */
  size(group: number): number;
  /** By start. */
  places(group: number): readonly LinePlace[];
}

/**
 * A subject's releases, straight from the index: nothing is made of a release before somebody looks at it, so that the million
 * mentions of a head of state cost no more than a few numbers a release.
 */
export function subjectGroups(view: CorpusView, subject: SubjectKey): LineGroups {
  const { ordinals, counts, dates } = view.occurrencesOf(subject);
  const release = (group: number): IndexedRelease => view.releaseAt(ordinals[group]!);
  return {
    count: ordinals.length,
    ordinal: (group) => ordinals[group]!,
    release,
    date: (group) => dates[group]!,
    size: (group) => counts[group]!,
    places: (group) => placesIn(view, release(group), subject),
  };
}

/** Releases whose places were found one by one; `found` may grow at its end, what was made of it stays as it was. */
export function foundGroups(found: readonly ReleasePlaces[]): LineGroups {
  return {
    count: found.length,
    ordinal: (group) => found[group]!.release.ordinal,
    release: (group) => found[group]!.release,
    date: (group) => dateNumber(found[group]!.release.date),
    size: (group) => found[group]!.places.length,
    places: (group) => found[group]!.places,
  };
}
