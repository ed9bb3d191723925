import { anchorAnnotations } from '../../annotation/anchoring';
import type { Annotation, Selector } from '../../annotation/annotation';
import { makeSelector } from '../../annotation/selector';
import { toLf } from '../../text/lines';
import type { OffsetUnit } from '../../text/offsets';
import { offsetsIn, storedOffsets } from '../../text/offsets';
import type { Span } from '../../text/span';
import { alignTexts } from '../align';
import type { ReadAnnotation, ReadDocument, ReadSpan } from '../format';
import type { Message } from '../../text/message';
import { sentence } from '../../text/message';

/** Where an annotation of another tool belongs in our text. */
export type Place =
  /** Spans are UTF-16 code units of our text. */
  | { readonly kind: 'sure'; readonly spans: readonly Span[]; readonly target: readonly Selector[] }
  /** As it came: anchoring is to propose, a person to decide. */
  | { readonly kind: 'doubtful'; readonly target: readonly Selector[] }
  | { readonly kind: 'nowhere'; readonly reason: Message };

/** Places all annotations of a document in our `text` (without BOM, any line ends), in their order. */
export function placeAnnotations(document: ReadDocument, text: string): readonly Place[] {
  return document.text === undefined
    ? placeByQuotes(document, text)
    : placeByText(document, document.text, text);
}

/** Their text is at hand: offsets of it fall on ours where the two differ in white space only. */
function placeByText({ unit, annotations }: ReadDocument, theirs: string, text: string): readonly Place[] {
  const ours = toLf(text);
  const map = alignTexts(theirs, ours);
  const offsets = offsetsIn(unit, theirs);
  const held = offsetsIn('utf16', text);
  const spansOf = ({ spans }: ReadAnnotation): Span[] | undefined => {
    const found = spans.map(({ start, end }) => ({
      start: offsets.toHeld(start ?? -1),
      end: offsets.toHeld(end ?? -1),
    }));
    const isInside = spans.every(({ end }) => end !== undefined && end <= offsets.length);
    return isInside && found.every(({ start, end }) => start < end) ? found : undefined;
  };
  if (map !== undefined) {
    return annotations.map((annotation) => {
      const spans = spansOf(annotation)?.map(({ start, end }) => ({
        start: held.toHeld(map(start, 'start')),
        end: held.toHeld(map(end, 'end')),
      }));
      if (spans === undefined || spans.some(({ start, end }) => start >= end)) return outside;
      return sure(text, spans);
    });
  }
  const targets = annotations.map((annotation) =>
    spansOf(annotation)?.map((span) => makeSelector(theirs, span)),
  );
  return anchored(text, targets, theirs);
}

/** Only positions and quotes are at hand. */
function placeByQuotes({ unit, annotations }: ReadDocument, text: string): readonly Place[] {
  const ours = toLf(text);
  const held = offsetsIn('utf16', text);
  const counted = unitThatFits(unit, annotations, ours);
  const offsets = offsetsIn(counted, ours);
  const stored = storedOffsets(ours);
  const inPlace = (span: ReadSpan): Span | undefined => {
    if (span.start === undefined || span.end === undefined || span.end > offsets.length) return undefined;
    const [start, end] = [offsets.toHeld(span.start), offsets.toHeld(span.end)];
    const isQuoted = span.quote === undefined || ours.slice(start, end) === toLf(span.quote);
    return isQuoted && start < end ? { start, end } : undefined;
  };
  const found = annotations.map(({ spans }) => spans.map(inPlace));
  const targets = annotations.map(({ spans }, i) => {
    if (found[i]!.every((span) => span !== undefined)) return undefined;
    const selectors = spans.map((span): Selector | undefined => {
      if (span.quote === undefined || span.quote === '') return undefined;
      const start = span.start === undefined ? 0 : stored.toStored(offsets.toHeld(span.start));
      const quote = toLf(span.quote);
      return {
        start,
        end: start + [...quote].length,
        quote,
        ...(span.prefix !== undefined && { prefix: toLf(span.prefix) }),
        ...(span.suffix !== undefined && { suffix: toLf(span.suffix) }),
      };
    });
    return selectors.every((selector) => selector !== undefined) ? selectors : undefined;
  });
  const sought = anchored(text, targets);
  return found.map((spans, i) =>
    spans.every((span) => span !== undefined)
      ? sure(
          text,
          spans.map(({ start, end }) => ({ start: held.toHeld(start), end: held.toHeld(end) })),
        )
      : sought[i]!,
  );
}

/** Tools do not all say what they count; where quotes fit another unit better, it is that one. */
function unitThatFits(unit: OffsetUnit, annotations: readonly ReadAnnotation[], ours: string): OffsetUnit {
  const spans = annotations
    .flatMap((annotation) => annotation.spans)
    .filter(({ quote }) => quote !== undefined);
  const fits = (candidate: OffsetUnit): number => {
    const offsets = offsetsIn(candidate, ours);
    return spans.filter(
      ({ start, end, quote }) =>
        start !== undefined &&
        end !== undefined &&
        ours.slice(offsets.toHeld(start), offsets.toHeld(end)) === toLf(quote!),
    ).length;
  };
  const units: readonly OffsetUnit[] = [unit, 'codepoints', 'utf16', 'bytes'];
  return units.reduce((best, candidate) => (fits(candidate) > fits(best) ? candidate : best));
}

const outside: Place = { kind: 'nowhere', reason: sentence('its offsets are outside of the text') };

/** Seeks selectors in our text; those without one have nothing to be found by. */
function anchored(
  text: string,
  targets: readonly (readonly Selector[] | undefined)[],
  previousText?: string,
): readonly Place[] {
  const annotations = targets.flatMap((target, i): Annotation[] =>
    target === undefined ? [] : [{ id: String(i), codes: [], target }],
  );
  const options = previousText === undefined ? {} : { previousText };
  const anchors = annotations.length === 0 ? [] : anchorAnnotations(text, annotations, options);
  const byIndex = new Map(anchors.map((anchor) => [Number(anchor.id), anchor]));
  return targets.map((target, i) => {
    if (target === undefined) return outside;
    const { state, spans } = byIndex.get(i)!;
    if ((state === 'exact' || state === 'moved') && spans.length > 0) return sure(text, spans);
    return { kind: 'doubtful', target };
  });
}

function sure(text: string, spans: readonly Span[]): Place {
  const offsets = storedOffsets(text);
  return { kind: 'sure', spans, target: spans.map((span) => makeSelector(text, span, offsets)) };
}
