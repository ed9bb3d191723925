import type { EntityType } from '../../recognition/entity';
import type { CorpusView, Frequency, SubjectTally } from '../corpusView';
import type { SubjectKey } from '../subject';
import { byFrequency } from './byFrequency';
import type { SubjectFrequency } from './rankedSubjects';
import { RankedSubjects } from './rankedSubjects';

/** A code with how many passages carry it, and in how many releases. */
export interface CodeFrequency extends Frequency {
  readonly code: string;
}

/** Entities of a gazetteer (of one type, where given), the most mentioned first, then by id. */
export function entitiesByFrequency(view: CorpusView, type?: EntityType): readonly SubjectFrequency[] {
  return subjectsByFrequency(view, (key) => !key.startsWith('?'), type);
}

/** Names that rules found and no gazetteer lists, and dates; the most mentioned first. See `readSubject` for their parts. */
export function unlistedByFrequency(view: CorpusView, type?: EntityType): readonly SubjectFrequency[] {
  return subjectsByFrequency(view, (key) => key.startsWith('?'), type);
}

/** The subjects of one type: entities of a gazetteer, and names that none lists. */
export interface SubjectsOfType {
  readonly listed: RankedSubjects;
  readonly unlisted: RankedSubjects;
}

/** All subjects by type, at one go. */
export function subjectsByType(view: CorpusView): ReadonlyMap<EntityType, SubjectsOfType> {
  const found = new Map<EntityType, { listed: SubjectTally[]; unlisted: SubjectTally[] }>();
  for (const tally of view.subjectTallies()) {
    let group = found.get(tally.type);
    if (!group) found.set(tally.type, (group = { listed: [], unlisted: [] }));
    (tally.isListed ? group.listed : group.unlisted).push(tally);
  }
  return new Map(
    [...found].map(([type, { listed, unlisted }]) => [
      type,
      { listed: new RankedSubjects(view, listed), unlisted: new RankedSubjects(view, unlisted) },
    ]),
  );
}

function subjectsByFrequency(
  view: CorpusView,
  wanted: (key: SubjectKey) => boolean,
  type: EntityType | undefined,
): readonly SubjectFrequency[] {
  const found: SubjectFrequency[] = [];
  for (const subject of view.subjects())
    if (wanted(subject.subject) && (type === undefined || subject.type === type)) found.push(subject);
  return found.sort((a, b) => byFrequency(a, b) || compare(a.subject, b.subject));
}

/** Codes by how many passages carry them, the most frequent first, then by id. */
export function codesByFrequency(view: CorpusView): readonly CodeFrequency[] {
  return [...view.codes()].sort((a, b) => byFrequency(a, b) || compare(a.code, b.code));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
