import { toLf } from '../text/lines';
import type { OffsetConverter } from '../text/offsets';
import { storedOffsets } from '../text/offsets';
import type { Span } from '../text/span';
import type { Selector } from './annotation';

/** Code points of context kept on each side of a quote. */
export const contextLength = 32;

/**
 * The selector that finds `span` (UTF-16 offsets of `text`, which is without BOM) again. Prefix and suffix are as long
 * as the text allows, empty at its ends. Hand in the text's converter when making several.
 */
export function makeSelector(
  text: string,
  span: Span,
  offsets: OffsetConverter = storedOffsets(text),
): Selector {
  return {
    start: offsets.toStored(span.start),
    end: offsets.toStored(span.end),
    quote: quoteOf(text, span),
    prefix: contextBefore(text, span.start),
    suffix: contextAfter(text, span.end),
  };
}

/** Where a selector's position lies in `text` (UTF-16), clamped to it; says nothing about what stands there. */
export function selectorSpan(text: string, offsets: OffsetConverter, selector: Selector): Span {
  const start = Math.min(offsets.toHeld(selector.start), text.length);
  return { start, end: Math.max(start, offsets.toHeld(selector.end)) };
}

/** True where a selector's quote, and the context it knows, stand at its position in `text` (LF, with its offsets). */
export function stands(text: string, selector: Selector, offsets: OffsetConverter): boolean {
  const from = offsets.toHeld(selector.start);
  const to = offsets.toHeld(selector.end);
  const quote = toLf(selector.quote);
  const prefix = toLf(selector.prefix ?? '');
  const suffix = toLf(selector.suffix ?? '');
  return (
    quote !== '' &&
    to - from === quote.length &&
    text.startsWith(quote, from) &&
    text.startsWith(suffix, to) &&
    from >= prefix.length &&
    text.startsWith(prefix, from - prefix.length)
  );
}

/** Whether a stored selector is right as it is, held against one made of the text; its context may be shorter. */
export function saysTheSame(stored: Selector, made: Selector): boolean {
  return (
    stored.start === made.start &&
    stored.end === made.end &&
    stored.quote === made.quote &&
    (made.prefix ?? '').endsWith(stored.prefix ?? '') &&
    (made.suffix ?? '').startsWith(stored.suffix ?? '')
  );
}

/** Whether two targets are the same in every selector. */
export function sameTarget(a: readonly Selector[], b: readonly Selector[]): boolean {
  return (
    a.length === b.length &&
    a.every((selector, i) => saysTheSame(selector, b[i]!) && saysTheSame(b[i]!, selector))
  );
}

/** What stands at `span`, with LF line ends, as selectors quote it. */
export function quoteOf(text: string, span: Span): string {
  return toLf(text.slice(span.start, span.end));
}

// A code point is at most two code units, and so is a line end: twice as many units hold enough of either.

function contextBefore(text: string, offset: number): string {
  const near = toLf(text.slice(Math.max(0, offset - 2 * contextLength), offset));
  let start = near.length;
  for (let count = 0; count < contextLength && start > 0; count++) {
    start -= isPair(near, start - 2) ? 2 : 1;
  }
  return near.slice(start);
}

function contextAfter(text: string, offset: number): string {
  const near = toLf(text.slice(offset, offset + 2 * contextLength));
  let end = 0;
  for (let count = 0; count < contextLength && end < near.length; count++) {
    end += isPair(near, end) ? 2 : 1;
  }
  return near.slice(0, end);
}

function isPair(text: string, offset: number): boolean {
  return (text.codePointAt(offset) ?? 0) > 0xffff;
}
