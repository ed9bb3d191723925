import type { EntityType } from '../../recognition/entity';
import type { CorpusView, IndexedRelease } from '../corpusView';
import type { MentionFact } from '../facts';
import type { SubjectKey } from '../subject';
import { byFrequency } from './frequencies';

/** Somebody or something that appears with another. */
export interface CoMention {
  readonly subject: SubjectKey;
  readonly type: EntityType;
  /** Times it shares a region (headline, paragraph …) with the other, counted once a region. */
  readonly count: number;
  /** Releases they share; with `within: 'paragraph'`, releases where they share a region. */
  readonly releases: number;
}

/**
 * Who and what appears with a subject, most often first: in the same release, or only in the same paragraph.
 * Looks at every release that mentions the subject at once; see {@link CoMentionCounter} for slices.
 */
export function coMentions(
  view: CorpusView,
  subject: SubjectKey,
  within: 'release' | 'paragraph',
): readonly CoMention[] {
  const counter = new CoMentionCounter(subject, within);
  for (const { release } of view.releasesWith(subject)) counter.add(view, release);
  return counter.result();
}

interface Tally {
  readonly type: EntityType;
  count: number;
  releases: number;
}

/** The same, release by release, for a host that must not block: add each of `view.releasesWith(subject)`, then ask. */
export class CoMentionCounter {
  private readonly tallies = new Map<SubjectKey, Tally>();

  constructor(
    private readonly subject: SubjectKey,
    private readonly within: 'release' | 'paragraph',
  ) {}

  add(view: CorpusView, release: IndexedRelease): void {
    const mentions = view.mentionsIn(release);
    const regions = new Set<number>();
    for (const mention of mentions) if (mention.subject === this.subject) regions.add(mention.region);
    if (regions.size === 0) return;
    const seen = new Map<SubjectKey, Set<number>>();
    for (const mention of mentions) this.note(mention, regions, seen);
    for (const [key, shared] of seen) {
      const tally = this.tallies.get(key)!;
      tally.count += shared.size;
      tally.releases++;
    }
  }

  private note(mention: MentionFact, regions: ReadonlySet<number>, seen: Map<SubjectKey, Set<number>>): void {
    const { subject, region } = mention;
    if (subject === this.subject) return;
    const together = regions.has(region);
    if (!together && this.within === 'paragraph') return;
    let shared = seen.get(subject);
    if (shared === undefined) {
      seen.set(subject, (shared = new Set()));
      if (!this.tallies.has(subject))
        this.tallies.set(subject, { type: mention.type, count: 0, releases: 0 });
    }
    if (together) shared.add(region);
  }

  result(): readonly CoMention[] {
    const all = [...this.tallies].map(([subject, tally]) => ({ subject, ...tally }));
    const first = this.within === 'paragraph' ? byFrequency : byReleases;
    return all.sort((a, b) => first(a, b) || (a.subject < b.subject ? -1 : 1));
  }
}

function byReleases(a: CoMention, b: CoMention): number {
  return b.releases - a.releases || b.count - a.count;
}
