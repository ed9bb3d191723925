import type { EntityType } from '../../recognition/entity';
import type { CorpusView, Frequency } from '../corpusView';
import type { SubjectKey } from '../subject';

/** A subject with how often it is mentioned. */
export interface SubjectFrequency extends Frequency {
  readonly subject: SubjectKey;
  readonly type: EntityType;
}

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

/** The subjects of one type, the most mentioned first: entities of a gazetteer, and names that none lists. */
export interface SubjectsOfType {
  readonly listed: readonly SubjectFrequency[];
  readonly unlisted: readonly SubjectFrequency[];
}

/** All subjects by type, at one go. */
export function subjectsByType(view: CorpusView): ReadonlyMap<EntityType, SubjectsOfType> {
  const found = new Map<EntityType, { listed: SubjectFrequency[]; unlisted: SubjectFrequency[] }>();
  for (const subject of view.subjects()) {
    let group = found.get(subject.type);
    if (!group) found.set(subject.type, (group = { listed: [], unlisted: [] }));
    (subject.subject.startsWith('?') ? group.unlisted : group.listed).push(subject);
  }
  for (const { listed, unlisted } of found.values())
    for (const group of [listed, unlisted])
      group.sort((a, b) => byFrequency(a, b) || compare(a.subject, b.subject));
  return found;
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

/** The more frequent first; of equally frequent, the one in more releases. */
export function byFrequency(a: Frequency, b: Frequency): number {
  return b.count - a.count || b.releases - a.releases;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
