import type { Annotation } from '../../src/core/annotation/annotation';
import { makeSelector } from '../../src/core/annotation/selector';
import { storedOffsets } from '../../src/core/text/offsets';
import { compareSpans, contains, type Span } from '../../src/core/text/span';
import { Draft, type Fate } from './draft';
import { editAtRandom, paragraphPattern, sentencePattern, spansOf, wordPattern } from './edits';
import type { Random } from './random';

/** An annotated release, what became of its text, and what became of every annotated passage. */
export interface Trial {
  readonly before: string;
  readonly after: string;
  readonly annotations: readonly Annotation[];
  readonly fates: ReadonlyMap<string, Fate>;
}

/** Changes about `share` of the characters of `release`, which has `count` annotations. */
export function makeTrial(
  release: string,
  others: readonly string[],
  random: Random,
  count: number,
  share: number,
): Trial {
  const lookalike = random.chance(0.4) ? plantLookalike(release, random) : undefined;
  const before = lookalike?.text ?? release;
  const draft = new Draft(before, !lookalike);
  const passages = choosePassages(before, random, count);
  if (lookalike) {
    passages.push(lookalike.within);
    draft.replace(lookalike.doomed);
  }
  const enough = before.length * share;
  for (let tries = 0; draft.changed < enough && tries < 100_000; tries++) {
    editAtRandom(draft, random, others);
  }
  return finishTrial(draft, passages, lookalike);
}

/** Makes one small edit in every `distance` characters, as for the figures of speed. */
export function makeEvenTrial(
  release: string,
  others: readonly string[],
  random: Random,
  count: number,
  distance: number,
): Trial {
  const draft = new Draft(release);
  const passages = choosePassages(release, random, count);
  for (let left = Math.floor(release.length / distance), tries = 0; left > 0 && tries < 1e6; tries++) {
    if (editAtRandom(draft, random, others)) left--;
  }
  return finishTrial(draft, passages);
}

/** Characters that must be left between two alikes of which one was deleted, for anybody to tell which. */
const leastBetween = 40;

function finishTrial(draft: Draft, passages: readonly Span[], lookalike?: Lookalike): Trial {
  const { text, fate: became, left } = draft.finish();
  const { doomed, copy } = lookalike ?? {};
  const cannotTell =
    doomed !== undefined &&
    copy !== undefined &&
    left(
      copy.end <= doomed.start
        ? { start: copy.end, end: doomed.start }
        : { start: doomed.end, end: copy.start },
      copy,
    ) < leastBetween;
  const fate = (passage: Span): Fate =>
    cannotTell && contains(doomed, passage) ? { kind: 'torn' } : became(passage);
  const offsets = storedOffsets(draft.old);
  const annotations = [...passages].sort(compareSpans).map((span, i) => ({
    id: i.toString(36).padStart(8, '0'),
    span,
    codes: [],
    target: [makeSelector(draft.old, span, offsets)],
  }));
  return {
    before: draft.old,
    after: text,
    annotations: annotations.map(({ id, codes, target }) => ({ id, codes, target })),
    fates: new Map(annotations.map(({ id, span }) => [id, fate(span)])),
  };
}

const namePattern = /\p{Lu}[\p{L}\p{N}]+(?:[ -]\p{Lu}[\p{L}\p{N}]+){0,3}/gu;

function choosePassages(text: string, random: Random, count: number): Span[] {
  const words = spansOf(text, wordPattern);
  const kinds: readonly (() => Span | undefined)[] = [
    pickFrom(spansOf(text, namePattern)),
    pickFrom(spansOf(text, namePattern)),
    pickFrom(spansOf(text, sentencePattern)),
    pickFrom(spansOf(text, paragraphPattern)),
    () => {
      const first = random.below(words.length);
      const last = Math.min(words.length - 1, first + random.between(1, 12));
      return { start: words[first]!.start, end: words[last]!.end };
    },
    () => {
      const first = random.below(words.length);
      return { start: words[first]!.start, end: words[Math.min(words.length - 1, first + 3)]!.end };
    },
  ];
  const passages: Span[] = [];
  for (let i = 0; i < count; i++) {
    const span = random.pick(kinds)!();
    const passage = span && trimmed(text, span);
    if (!passage || passages.some(({ start, end }) => start === passage.start && end === passage.end))
      continue;
    passages.push(passage);
  }
  return passages;

  function pickFrom(spans: readonly Span[]): () => Span | undefined {
    return () => random.pick(spans);
  }
}

interface Lookalike {
  readonly text: string;
  readonly doomed: Span;
  /** The one that stays. */
  readonly copy: Span;
  readonly within: Span;
}

/** Repeats a sentence elsewhere, to delete the first one later, in which something is annotated. */
function plantLookalike(release: string, random: Random): Lookalike | undefined {
  const sentences = spansOf(release, sentencePattern);
  const sentence = random.pick(sentences);
  const place = random.pick(sentences);
  if (!sentence || !place) return undefined;
  // Of two side by side nobody could tell which is gone.
  if (place.start > sentence.start - 40 && place.start < sentence.end + 40) return undefined;
  const copy = `${release.slice(sentence.start, sentence.end).trimEnd()} `;
  const text = release.slice(0, place.start) + copy + release.slice(place.start);
  const shift = place.start < sentence.start ? copy.length : 0;
  const doomed = { start: sentence.start + shift, end: sentence.end + shift };
  const words = spansOf(text.slice(doomed.start, doomed.end), wordPattern);
  const first = random.below(words.length);
  const last = Math.min(words.length - 1, first + random.between(0, 5));
  const within = random.chance(0.3)
    ? trimmed(text, doomed)
    : { start: doomed.start + words[first]!.start, end: doomed.start + words[last]!.end };
  // The copy was put in at `place`, before the sentence or after it.
  const at = place.start;
  return { text, doomed, copy: { start: at, end: at + copy.trimEnd().length }, within };
}

function trimmed(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}
