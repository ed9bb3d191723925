import type { Entity } from '../recognition/entity';
import type { CorpusView } from './corpusView';
import type { SubjectKey } from './subject';
import { foldName, readSubject } from './subject';

/**
 * The subjects that somebody means by a word: the entity with this id; else all entities with this name or alias; else names
 * that no gazetteer lists. Capitals, diacritics, kinds of dashes and quotes don't matter in names.
 */
export function findSubjects(
  wanted: string,
  entities: ReadonlyMap<string, Entity>,
  view: CorpusView,
): readonly SubjectKey[] {
  if (entities.has(wanted) || view.frequency(wanted).count > 0) return [wanted];
  const folded = foldName(wanted);
  const named = [...entities.values()].filter(({ name, aliases }) =>
    [name, ...aliases].some((candidate) => foldName(candidate) === folded),
  );
  if (named.length > 0) return named.map(({ id }) => id);
  const unlisted = new Set<SubjectKey>();
  for (const { subject: key } of view.subjects()) {
    const subject = readSubject(key);
    if (!subject.listed && subject.name === folded) unlisted.add(key);
  }
  return [...unlisted].sort();
}
