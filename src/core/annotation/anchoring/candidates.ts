import { trimSpan } from '../../text/graphemes';
import { likeness } from '../../text/likeness';
import { overlaps, type Span } from '../../text/span';
import { tokenAt } from '../../text/tokens';
import { type Carried, tokensOf } from './carrying';
import type { Comparison } from './comparison';
import type { Expected } from './expected';
import { closest } from './similarity';
import { sameWords } from './words';

/** A place in today's text where a passage may be. All shares are 0..1. */
export interface Candidate {
  readonly span: Span;
  /** It reads as the passage did. */
  readonly exact: boolean;
  readonly quote: number;
  readonly before: number;
  readonly after: number;
  /** How near it is to where its neighbours went. */
  readonly nearness: number;
  readonly score: number;
}

/** Characters of context compared, and looked at beyond where a passage should be. */
const context = 32;
const beyond = 150;
const widest = 1500;

export function findCandidates(
  comparison: Comparison,
  span: Span,
  expected: Expected,
  carried: Carried | undefined,
): readonly Candidate[] {
  const { old, text } = comparison;
  const quote = old.text.slice(span.start, span.end);
  const candidates: Candidate[] = [];
  const consider = (place: Span, quoteLikeness?: number): void => {
    if (candidates.some(({ span: { start, end } }) => start === place.start && end === place.end)) return;
    candidates.push(judge(comparison, span, quote, expected, place, quoteLikeness));
  };
  if (carried && carried.coverage >= 0.3) {
    const place = completed(comparison, span, expected, carried);
    consider(place, carried.coverage * (0.6 + 0.4 * Math.min(1, quote.length / (place.end - place.start))));
  }
  for (const place of exactPlaces(comparison, span, expected)) {
    if (!isTaken(comparison, span, place)) consider(place);
  }
  if (
    !candidates.some(({ exact, before, after, nearness }) => exact && before + after >= 1 && nearness > 0.5)
  ) {
    if (expected.enclosed && expected.high - expected.low <= 2 * quote.length + 40) {
      consider(trimSpan(text, { start: expected.low, end: expected.high }));
    }
    for (const around of windows(expected, quote.length, text.length)) {
      const match = closest(text, around, quote, 0.5, expected.fromBefore);
      if (!match) continue;
      const place = toWords(comparison, match.span);
      if (!isTaken(comparison, span, place)) consider(place);
    }
  }
  candidates.sort((a, b) => b.score - a.score);
  return candidates.filter((c, i) =>
    candidates.slice(0, i).every((better) => !overlaps(better.span, c.span)),
  );
}

/** What was carried over, with what its changed first and last words have become. */
function completed(comparison: Comparison, span: Span, expected: Expected, carried: Carried): Span {
  const { old, oldTokens, text } = comparison;
  let { start, end } = carried.span;
  const head = old.text.slice(span.start, oldTokens.starts[carried.firstToken]).trim();
  if (head !== '' && start > expected.low) {
    const room = { start: Math.max(expected.low, start - 2 * head.length - 20), end: start };
    const match = closest(text, room, head, 0.5, start);
    if (match) ({ start } = toWords(comparison, match.span));
  }
  const tail = old.text.slice(oldTokens.ends[carried.lastToken], span.end).trim();
  if (tail !== '' && end < expected.high) {
    const room = { start: end, end: Math.min(expected.high, end + 2 * tail.length + 20) };
    const match = closest(text, room, tail, 0.5, end);
    if (match) ({ end } = toWords(comparison, match.span));
  }
  return { start, end };
}

/** The span moved to the nearest borders of words: an approximate match may begin or end anywhere. */
function toWords({ newTokens }: Comparison, { start, end }: Span): Span {
  const first = tokenAt(newTokens, start);
  const last = tokenAt(newTokens, end - 1);
  if (first >= newTokens.count || last >= newTokens.count || last < first) return { start, end };
  const [a, b] = [newTokens.starts[first]!, newTokens.ends[first]!];
  const [c, d] = [newTokens.starts[last]!, newTokens.ends[last]!];
  const from =
    start <= a || start - a <= b - start || first === last ? a : (newTokens.starts[first + 1] ?? a);
  const to = end >= d || d - end <= end - c || first === last ? d : (newTokens.ends[last - 1] ?? d);
  return from < to ? { start: from, end: to } : { start: a, end: d };
}

/** Stretches of today's text that read like `span` of the old one; of very many the nearest. */
function exactPlaces(comparison: Comparison, span: Span, expected: Expected): readonly Span[] {
  const { old, oldTokens, newTokens, newWords, text } = comparison;
  const { first, last } = tokensOf(comparison, span);
  if (last < first) return [];
  const skipped = Math.max(0, span.start - oldTokens.starts[first]!);
  const left = Math.max(0, oldTokens.ends[last]! - span.end);
  const whole = { first: skipped === 0, last: left === 0 };
  const { before, after } = contextTokens(comparison, span, first, last);
  // Of a common word only the nearest occurrences are looked at; those in its context are found wherever they are.
  const places = new Set<number>();
  for (const [from, to, limit] of [
    [first, last, 40],
    [before, last, 10],
    [first, after, 10],
  ] as const) {
    const cut = { first: whole.first || from < first, last: whole.last || to > last };
    const found = newWords().find(oldTokens, from, to + 1, expected.fromBefore, limit, cut);
    for (const place of found.places) places.add(place + first - from);
  }
  const quote = old.text.slice(span.start, span.end).trim();
  return [...places]
    .map((place) => {
      const end = place + last - first;
      const [from, to] = [newTokens.starts[place]!, newTokens.ends[end]!];
      // A passage that begins or ends within a word does so in a word that may have changed on its other side.
      return {
        start: whole.first
          ? from
          : Math.max(from, newTokens.ends[place]! - (oldTokens.ends[first]! - span.start)),
        end: whole.last ? to : Math.min(to, newTokens.starts[end]! + span.end - oldTokens.starts[last]!),
      };
    })
    .filter(({ start, end }) => sameWords(text.slice(start, end), quote));
}

/** The outermost old tokens, on either side of a passage, of a few words of context. */
function contextTokens(
  { oldTokens, divides }: Comparison,
  span: Span,
  first: number,
  last: number,
): { before: number; after: number } {
  let [before, after] = [first, last];
  while (before > 0 && divides[before - 1] === 0 && oldTokens.starts[before - 1]! >= span.start - context)
    before--;
  while (
    after + 1 < oldTokens.count &&
    divides[after + 1] === 0 &&
    oldTokens.ends[after + 1]! <= span.end + context
  )
    after++;
  return { before, after };
}

function windows(expected: Expected, length: number, textLength: number): readonly Span[] {
  const cut = (start: number, end: number): Span => ({
    start: Math.max(0, Math.min(start, textLength)),
    end: Math.max(0, Math.min(end, textLength)),
  });
  const { low, high, fromBefore, fromAfter } = expected;
  if (high - low <= widest) return [cut(low - beyond, high + beyond)];
  const near = cut(fromBefore - beyond, fromBefore + length + beyond);
  return fromAfter === fromBefore ? [near] : [near, cut(fromAfter - beyond, fromAfter + length + beyond)];
}

/** True where the words there are known to come from elsewhere. */
function isTaken(comparison: Comparison, span: Span, place: Span): boolean {
  const { old, toOld, newTokens } = comparison;
  // Of fragments that contradict each other, the stray ones get nothing aligned that the others have.
  if (old.fragmentAt(span.start)?.stray) return false;
  const { first, last } = tokensOf(comparison, span);
  let all = 0;
  let taken = 0;
  for (
    let j = tokenAt(newTokens, place.start);
    j < newTokens.count && newTokens.starts[j]! < place.end;
    j++
  ) {
    const length = newTokens.ends[j]! - newTokens.starts[j]!;
    all += length;
    if (toOld[j] !== -1 && (toOld[j]! < first || toOld[j]! > last)) taken += length;
  }
  return taken * 2 > all;
}

function judge(
  comparison: Comparison,
  span: Span,
  quote: string,
  expected: Expected,
  place: Span,
  quoteLikeness?: number,
): Candidate {
  const { old, text } = comparison;
  const now = text.slice(place.start, place.end);
  const exact = sameWords(now, quote.trim());
  const like = exact ? 1 : Math.max(quoteLikeness ?? 0, likeness(now, quote));
  const before = contextLikeness(
    old.text.slice(Math.max(0, span.start - context), span.start),
    text.slice(Math.max(0, place.start - context), place.start),
    true,
  );
  const after = contextLikeness(
    old.text.slice(span.end, span.end + context),
    text.slice(place.end, place.end + context),
    false,
  );
  const far = Math.min(
    Math.abs(place.start - expected.fromBefore),
    Math.abs(place.start - expected.fromAfter),
  );
  const nearness = 1 / (1 + far / 200);
  const score = 0.5 * like + 0.2 * before + 0.2 * after + 0.1 * nearness;
  return { span: place, exact, quote: like, before, after, nearness, score };
}

function contextLikeness(old: string, now: string, atEnd: boolean): number {
  const cut = atEnd ? old.lastIndexOf('\0') + 1 : old.indexOf('\0');
  const known = cut < 0 ? old : atEnd ? old.slice(cut) : old.slice(0, cut);
  const beside = atEnd ? now.slice(Math.max(0, now.length - known.length)) : now.slice(0, known.length);
  if (known.trim() === '') return beside.trim() === '' ? 1 : 0.5;
  return sameWords(known, beside) ? 1 : likeness(known, beside);
}
