import type { EntityType } from '../../recognition/entity';
import type { CorpusView, IndexedRelease } from '../corpusView';
import type { SubjectKey } from '../subject';
import { byFrequency } from './byFrequency';

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
  limit?: number,
): readonly CoMention[] {
  const counter = new CoMentionCounter(view, subject, within);
  for (const { release } of view.releasesWith(subject)) counter.add(release);
  return counter.result(limit);
}

/** The same, release by release, for a host that must not block: add each of `view.releasesWith(subject)`, then ask. */
export class CoMentionCounter {
  private readonly self: ReadonlySet<number>;
  private readonly counts: Int32Array;
  private readonly releases: Int32Array;
  /** By subject: the release it was last seen in, and there the region in which it was last counted. */
  private readonly lastRelease: Int32Array;
  private readonly lastRegion: Int32Array;
  /** The regions of a release that hold the subject; its other mentions, subject and region in turns. */
  private readonly regions = new Set<number>();
  private readonly found: number[] = [];

  constructor(
    private readonly view: CorpusView,
    subject: SubjectKey,
    private readonly within: 'release' | 'paragraph',
  ) {
    this.self = new Set(view.subjectNumbers(subject));
    this.counts = new Int32Array(view.subjectLimit);
    this.releases = new Int32Array(view.subjectLimit);
    this.lastRelease = new Int32Array(view.subjectLimit).fill(-1);
    this.lastRegion = new Int32Array(view.subjectLimit);
  }

  add(release: IndexedRelease): void {
    const { found, regions, self } = this;
    found.length = 0;
    regions.clear();
    this.view.scanMentions(release, (subject, region) => {
      if (self.has(subject)) regions.add(region);
      else found.push(subject, region);
    });
    for (let i = 0; i < found.length; i += 2) this.note(found[i]!, found[i + 1]!, release.ordinal);
  }

  private note(subject: number, region: number, release: number): void {
    const together = this.regions.has(region);
    if (!together && this.within === 'paragraph') return;
    if (this.lastRelease[subject] !== release) {
      this.lastRelease[subject] = release;
      this.lastRegion[subject] = -1;
      this.releases[subject]!++;
    }
    // Mentions come in the order of regions.
    if (!together || this.lastRegion[subject] === region) return;
    this.lastRegion[subject] = region;
    this.counts[subject]!++;
  }

  /** The first of all, no more than `limit`. */
  result(limit = Number.POSITIVE_INFINITY): readonly CoMention[] {
    const { counts, releases, within } = this;
    const main = within === 'paragraph' ? counts : releases;
    const least = limit < main.length ? main.slice().sort()[main.length - limit]! : 0;
    const all: CoMention[] = [];
    for (let number = 0; number < main.length; number++)
      if (releases[number]! > 0 && main[number]! >= least)
        all.push({ ...this.view.subjectAt(number), count: counts[number]!, releases: releases[number]! });
    const first = within === 'paragraph' ? byFrequency : byReleases;
    return all.sort((a, b) => first(a, b) || (a.subject < b.subject ? -1 : 1)).slice(0, limit);
  }
}

function byReleases(a: CoMention, b: CoMention): number {
  return b.releases - a.releases || b.count - a.count;
}
