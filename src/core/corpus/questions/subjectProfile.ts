import type { CorpusView, Frequency, IndexedRelease } from '../corpusView';
import type { SubjectKey } from '../subject';
import { type CoMention, CoMentionCounter } from './coMentions';

/** A subject in the corpus at a glance. */
export interface SubjectProfile extends Frequency {
  /** The dated releases that mention it first and last; of those of one day, the first by path. */
  readonly first?: IndexedRelease;
  readonly last?: IndexedRelease;
  /** What shares most paragraphs with it, most often first; dates and offices are left out. */
  readonly companions: readonly CoMention[];
}

/**
 * Tells how often, since when and with whom a subject appears; `atMost` companions. It looks at every release that mentions the
 * subject, and gives each as a step: run it to its end, breathing in between (see `inSlices`).
 */
export function* subjectProfile(
  view: CorpusView,
  subject: SubjectKey,
  atMost: number,
): Generator<IndexedRelease, SubjectProfile> {
  const counter = new CoMentionCounter(view, subject, 'paragraph');
  let first: (IndexedRelease & { readonly date: string }) | undefined;
  let last: typeof first;
  for (const { release } of view.releasesWith(subject)) {
    counter.add(release);
    if (isDated(release)) {
      if (!first || release.date < first.date) first = release;
      if (!last || release.date > last.date) last = release;
    }
    yield release;
  }
  const companions: CoMention[] = [];
  // Dates and offices stand beside everybody: there are many of them among the first.
  for (const other of counter.result()) {
    if (companions.length === atMost || other.count === 0) break;
    if (other.type !== 'date' && other.type !== 'role') companions.push(other);
  }
  return {
    ...view.frequency(subject),
    ...(first ? { first } : {}),
    ...(last ? { last } : {}),
    companions,
  };
}

function isDated(release: IndexedRelease): release is IndexedRelease & { readonly date: string } {
  return release.date !== undefined;
}
