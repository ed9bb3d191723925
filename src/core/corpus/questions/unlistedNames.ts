import type { EntityType } from '../../recognition/entity';
import { isSuggestible } from '../../recognition/suggest';
import type { CorpusView, Frequency, IndexedRelease } from '../corpusView';
import type { MentionFact } from '../facts';
import { foldName, readSubject, type SubjectKey } from '../subject';
import { unlistedByFrequency } from './frequencies';

/** A name that rules found and no gazetteer lists, as the index knows it: folded. */
export interface UnlistedName extends Frequency {
  readonly subject: SubjectKey;
  readonly type: EntityType;
}

/** Names to suggest as new entities, the most frequent first, at most `most`; `listed` are names that are known by now. */
export function unlistedNames(
  view: CorpusView,
  listed: Iterable<string>,
  most: number,
): readonly UnlistedName[] {
  const known = new Set<string>();
  for (const name of listed) known.add(foldName(name));
  const names: UnlistedName[] = [];
  for (const name of unlistedByFrequency(view)) {
    const subject = readSubject(name.subject);
    if (subject.listed || known.has(subject.name) || !isSuggestible(name.type, subject.name)) continue;
    names.push(name);
    if (names.length >= most) break;
  }
  return names;
}

/** The first place of a name in each of the first releases that have it, by path; lazily. */
export function* placesOf(
  view: CorpusView,
  subject: SubjectKey,
): Generator<{ readonly release: IndexedRelease; readonly mention: MentionFact }, void> {
  for (const { release } of view.releasesWith(subject)) {
    const mention = view.mentionsIn(release, subject).find(({ certain }) => !certain);
    if (mention !== undefined) yield { release, mention };
  }
}
