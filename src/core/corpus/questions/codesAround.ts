import type { Span } from '../../text/span';
import { overlaps } from '../../text/span';
import type { CorpusView, IndexedRelease } from '../corpusView';
import type { MentionFact, PassageFact } from '../facts';
import type { SubjectKey } from '../subject';

/** A code on the passages around a subject's mentions. */
export interface CodeAround {
  readonly code: string;
  /** Passages with the code that hold (or cross) a mention of the subject. */
  readonly covering: number;
  /** Passages with the code in the same region as a mention, those of `covering` included. */
  readonly count: number;
  readonly releases: number;
}

/** The codes that passages around a subject's mentions carry, most frequent first. */
export function codesAround(view: CorpusView, subject: SubjectKey): readonly CodeAround[] {
  const counter = new CodesAroundCounter(subject);
  for (const { release } of view.releasesWith(subject)) counter.add(view, release);
  return counter.result();
}

interface Tally {
  covering: number;
  count: number;
  releases: number;
  last: number;
}

/** The same, release by release, for a host that must not block: add each of `view.releasesWith(subject)`, then ask. */
export class CodesAroundCounter {
  private readonly tallies = new Map<string, Tally>();

  constructor(private readonly subject: SubjectKey) {}

  add(view: CorpusView, release: IndexedRelease): void {
    const passages = view.passagesIn(release);
    if (passages.length === 0) return;
    const mentions = view.mentionsIn(release, this.subject);
    for (const passage of passages) {
      if (!isNear(passage, mentions)) continue;
      const covers = mentions.some((mention) => coversMention(passage.spans, mention));
      for (const code of passage.codes) this.count(code, covers, release.ordinal);
    }
  }

  private count(code: string, covers: boolean, release: number): void {
    let tally = this.tallies.get(code);
    if (tally === undefined) {
      tally = { covering: 0, count: 0, releases: 0, last: -1 };
      this.tallies.set(code, tally);
    }
    tally.count++;
    if (covers) tally.covering++;
    if (tally.last !== release) tally.releases++;
    tally.last = release;
  }

  result(): readonly CodeAround[] {
    return [...this.tallies]
      .map(([code, { covering, count, releases }]) => ({ code, covering, count, releases }))
      .sort((a, b) => b.count - a.count || b.covering - a.covering || (a.code < b.code ? -1 : 1));
  }
}

function isNear(passage: PassageFact, mentions: readonly MentionFact[]): boolean {
  return mentions.some(({ region }) => passage.firstRegion <= region && region <= passage.lastRegion);
}

function coversMention(spans: readonly Span[], mention: Span): boolean {
  return spans.some((span) => overlaps(span, mention));
}
