import type { CorpusView, IndexedRelease } from '../corpusView';
import type { MentionFact } from '../facts';
import type { SubjectKey } from '../subject';

/** The mentions of a subject in one release, by start. */
export interface ReleaseMentions {
  readonly release: IndexedRelease;
  readonly mentions: readonly MentionFact[];
}

/** Every mention of a subject in the corpus, release by release in order of path. Lazy: stop when you have enough. */
export function* mentionsOf(view: CorpusView, subject: SubjectKey): Generator<ReleaseMentions, void> {
  for (const { release } of view.releasesWith(subject)) {
    const mentions = view.mentionsIn(release, subject);
    if (mentions.length > 0) yield { release, mentions };
  }
}
