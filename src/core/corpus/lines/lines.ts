import type { Span } from '../../text/span';
import { storedOffsets } from '../../text/offsets';
import type { ConcordanceLine } from '../concordance';
import { concordance } from '../concordance';
import type { LinePlace } from './linePlaces';

/** A line as it is shown: the keyword in its context, with its place as files count. */
export interface ReadLine extends ConcordanceLine {
  /** Code points over the text with LF line ends. */
  readonly stored: Span;
}

/** UTF-16 code units of context on either side. */
export const contextWidth = 90;

/** The lines of one release's places; a place that its text doesn't hold (any more) gives an empty line. */
export function linesIn(
  text: string,
  places: readonly LinePlace[],
  width = contextWidth,
): readonly ReadLine[] {
  const offsets = storedOffsets(text);
  return places.map((place) => {
    if (place.end > text.length) return emptyLine;
    const { start, end } = place;
    const stored = { start: offsets.toStored(start), end: offsets.toStored(end) };
    return { ...concordance(text, place, width), stored };
  });
}

export const emptyLine: ReadLine = { before: '', keyword: '', after: '', stored: { start: 0, end: 0 } };
