import { toLf } from '../text/lines';
import { offsetsIn, storedOffsets } from '../text/offsets';
import type { Span } from '../text/span';
import type { Anchor, AnchorState, Annotation, Selector } from './annotation';
import { type Candidate, findCandidates } from './anchoring/candidates';
import { carry, type Carried } from './anchoring/carrying';
import { compareTexts, type Comparison } from './anchoring/comparison';
import { trustIn } from './anchoring/drift';
import { expectedPlace } from './anchoring/expected';
import { type AnchorOptions, gatherOldText } from './anchoring/oldText';
import { hasRival, isRepeated, runAround } from './anchoring/run';
import { isSure } from './anchoring/sureness';
import { isSettled } from './review';
import { selectorSpan, stands } from './selector';

/**
 * Finds annotations again in today's text of their release (without BOM, any line ends); spans are UTF-16 offsets of it.
 *
 * What is known of the old text, all of it (`previousText`) or only the quotes and contexts of the selectors, is aligned
 * with today's word by word (patience diff, then runs that moved). What came along whole, in place, and with its
 * surroundings is attached: `exact` where neither quote nor position changed, else `moved`. What did not is looked for
 * (exact occurrences, then approximate search around where it should be) and proposed: `fuzzy`, or `ambiguous` where
 * several places are about as good. Never is anything attached that may have been deleted while its like remains.
 * What a person kept as an orphan stays one until its text is back. The state of an annotation is the worst of its spans'. Time n log n in the text, linear in the annotations.
 */
export function anchorAnnotations(
  text: string,
  annotations: readonly Annotation[],
  options: AnchorOptions = {},
): readonly Anchor[] {
  const lf = toLf(text);
  const held = offsetsIn('utf16', text);
  const selectors = annotations.flatMap(({ target }) => target);
  const find = isUnchanged(lf, selectors, options) ? inPlace(lf) : anywhere(lf, selectors, options);
  return annotations.map(({ id, target, orphan }) => {
    const places = target.map(find);
    const found = worst(places.map((place) => place.state));
    const state = orphan && !isSettled(found) ? 'orphan' : found;
    if (state === 'orphan') return { id, state, spans: [] };
    const spans = places.map(({ span }) => ({
      start: held.toHeld(span!.start),
      end: held.toHeld(span!.end),
    }));
    const scores = places.flatMap(({ score }) => (score === undefined ? [] : [score]));
    return { id, state, spans, ...(scores.length > 0 && { score: Math.min(...scores) }) };
  });
}

export type { AnchorOptions };

/** Where one span of an annotation is; offsets of the LF text. Only orphans have no span. */
interface Place {
  readonly state: AnchorState;
  readonly span?: Span;
  readonly score?: number;
}

/** True where every quote stands, between the same words, where it stood, in a text that is the same for all we know. */
function isUnchanged(text: string, selectors: readonly Selector[], options: AnchorOptions): boolean {
  const { previousText, previousLength } = options;
  const offsets = storedOffsets(text);
  const same =
    previousText === undefined
      ? (previousLength ?? offsets.length) === offsets.length
      : toLf(previousText) === text;
  return same && selectors.every((selector) => stands(text, selector, offsets));
}

function inPlace(text: string): (selector: Selector) => Place {
  const offsets = storedOffsets(text);
  return (selector) => ({ state: 'exact', span: selectorSpan(text, offsets, selector) });
}

/** Versions of a text that the selectors of one sidecar may have been made of and still be told apart. */
const mostVersions = 4;

/**
 * Selectors that contradict each other (of branches that were merged, or left from an older text) were made of different
 * versions: each is compared with today's text by itself.
 */
function anywhere(
  text: string,
  selectors: readonly Selector[],
  options: AnchorOptions,
): (selector: Selector) => Place {
  const comparisons = new Map<Selector, Comparison>();
  let left = selectors;
  for (let version = 1; left.length > 0; version++) {
    const old = gatherOldText(left, version === 1 ? options : {}, version === mostVersions);
    const comparison = compareTexts(old, text);
    for (const selector of old.spans.keys()) comparisons.set(selector, comparison);
    left = old.strays;
  }
  return (selector) => findPlace(comparisons.get(selector)!, selector);
}

const fromBestToWorst: readonly AnchorState[] = ['exact', 'moved', 'fuzzy', 'ambiguous', 'orphan'];

function worst(states: readonly AnchorState[]): AnchorState {
  const ranks = states.map((state) => fromBestToWorst.indexOf(state));
  return fromBestToWorst[Math.max(...ranks)] ?? 'orphan';
}

/** Least likeness of a quote, and least score of a place (see {@link Candidate}), worth a person's look. */
const leastLikeness = 0.5;
const leastScore = 0.5;
/** Places whose scores differ by less are equally good. */
const margin = 0.05;

function findPlace(comparison: Comparison, selector: Selector): Place {
  const span = comparison.old.spans.get(selector)!;
  if (selector.quote === '') return { state: 'orphan' };
  if (isStill(comparison, selector, span))
    return { state: 'exact', span: selectorSpan(comparison.text, comparison.offsets, selector) };
  const carried = carry(comparison, span);
  if (carried?.whole && isSure(comparison, span, carried)) {
    return attached(comparison, selector, carried.span);
  }
  const candidates = findCandidates(comparison, span, expectedPlace(comparison, span), carried);
  const [best, second] = candidates;
  if (!best || best.quote < leastLikeness || best.score < leastScore) return { state: 'orphan' };
  if (isPlain(comparison, span, best, carried) && !(second && reads(second))) {
    return attached(comparison, selector, best.span);
  }
  const score = Math.round(best.score * 100) / 100;
  const several = second !== undefined && second.score > best.score - margin;
  return { state: several ? 'ambiguous' : 'fuzzy', span: best.span, score };
}

/** A quote in place between the same words, where only quotes and contexts are known of the old text. */
function isStill(comparison: Comparison, selector: Selector, span: Span): boolean {
  const { old, offsets, text } = comparison;
  if (old.complete || !stands(text, selector, offsets)) return false;
  const at = selectorSpan(text, offsets, selector);
  return old.length === offsets.length || trustIn(comparison, span.start, at.start) > 0;
}

/**
 * Words too common to be aligned may still stand, and nowhere else, between the same words at the expected place. With
 * the whole old text at hand they would have been aligned, were they there.
 */
function isPlain(
  comparison: Comparison,
  span: Span,
  candidate: Candidate,
  carried: Carried | undefined,
): boolean {
  if (comparison.old.complete || candidate.nearness <= 0.9 || !reads(candidate)) return false;
  // A text that says itself again has likes of it with the same context, too.
  if (
    carried &&
    (isRepeated(comparison, carried) || hasRival(comparison, runAround(comparison, carried), carried))
  )
    return false;
  return trustIn(comparison, span.start, candidate.span.start) === 2;
}

function reads({ exact, before, after }: Candidate): boolean {
  return exact && before === 1 && after === 1;
}

function attached({ text, offsets }: Comparison, selector: Selector, span: Span): Place {
  const still = offsets.toStored(span.start) === selector.start;
  const same = text.slice(span.start, span.end) === toLf(selector.quote);
  return { state: still && same ? 'exact' : 'moved', span };
}
