import type { Anchor, Annotation } from '../annotation/annotation';
import type { Mention } from '../recognition/mention';
import type { Region, Release } from '../release/release';
import type { MentionFact, PassageFact } from './facts';
import { subjectOf } from './subject';

/** Mentions as the index keeps them. */
export function mentionFacts(mentions: readonly Mention[], release: Release): readonly MentionFact[] {
  return mentions.map((mention) => mentionFact(mention, release));
}

/** Made field by field: spreading what a mention may have took as long as all the rest. */
function mentionFact(mention: Mention, { regions, text }: Release): MentionFact {
  const fact: { -readonly [Key in keyof MentionFact]: MentionFact[Key] } = {
    start: mention.start,
    end: mention.end,
    subject: subjectOf(mention, text),
    type: mention.type,
    certain: mention.certain,
    nested: mention.parent !== undefined,
    reason: mention.reason,
    region: regionAt(regions, mention.start),
  };
  if (mention.form !== undefined) fact.form = mention.form;
  if (mention.holder !== undefined) fact.holder = mention.holder;
  if (mention.alternatives?.length) fact.alternatives = mention.alternatives;
  return fact;
}

/** Annotations with where they are anchored, as the index keeps them; by first start, orphans last. */
export function passageFacts(
  annotations: readonly Annotation[],
  anchors: readonly Anchor[],
  release: Release,
): readonly PassageFact[] {
  const passages = annotations.map(({ id, codes, entity, author, note }, i): PassageFact => {
    const { state, spans } = anchors[i] ?? { state: 'orphan' as const, spans: [] };
    const last = spans.reduce((latest, span) => Math.max(latest, span.end), 0);
    return {
      id,
      codes,
      ...(entity === undefined ? {} : { entity }),
      ...(author === undefined ? {} : { author }),
      state,
      hasNote: note !== undefined,
      spans: spans.map(({ start, end }) => ({ start, end })),
      firstRegion: spans.length === 0 ? -1 : regionAt(release.regions, spans[0]!.start),
      lastRegion: spans.length === 0 ? -1 : regionAt(release.regions, Math.max(0, last - 1)),
    };
  });
  return passages.sort((a, b) => firstStart(a) - firstStart(b));
}

function firstStart({ spans }: PassageFact): number {
  return spans[0]?.start ?? Number.MAX_SAFE_INTEGER;
}

/** The region an offset lies in, or the one before it; 0 where there is none. */
function regionAt(regions: readonly Region[], offset: number): number {
  let low = 0;
  let high = regions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (regions[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
