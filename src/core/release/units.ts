import type { Span } from '../text/span';
import { contains } from '../text/span';
import type { Region, Release } from './release';
import { sentencesOf } from './sentences';

/** What a reader selects by, from small to large. */
export type UnitType = 'phrase' | 'clause' | 'sentence' | 'paragraph' | 'release';

export interface Unit extends Span {
  readonly type: UnitType;
}

/** Commas in dates and numbers part nothing; all other marks of a pause do. */
export const clauseBorder = /[;:,](?=\s)(?!\s+\d{4}\b)|\s(?:--|[–—])\s|[()[\]]/gu;

/** Function words that phrases stand between. `of` and `the` hold names of offices together and part nothing. */
export const phraseBorder =
  /\b(?:and|or|but|nor|that|which|who|whom|whose|where|when|while|as|if|than|to|in|on|at|by|with|from|for|into|over|under|between|through|during|is|are|was|were|be|been|has|have|had|will|would|shall|should|can|could|may|might|must|not|also)\b/giu;

/**
 * The phrase, clause, sentence, paragraph and release around a span, each larger than the one before; those that are
 * no larger are left out. All UTF-16 offsets of `release.text`.
 */
export function unitsAround(release: Release, span: Span): readonly Unit[] {
  const { text } = release;
  const paragraph = release.regions.find((region) => contains(region, span));
  const units: Unit[] = [];
  if (paragraph) {
    const sentence = sentencesOf(text, paragraph).find((candidate) => contains(candidate, span));
    if (sentence) {
      const clause = pieceAround(text, sentence, clauseBorder, span);
      if (clause) {
        const phrase = pieceAround(text, clause, phraseBorder, span);
        if (phrase) units.push({ ...phrase, type: 'phrase' });
        units.push({ ...clause, type: 'clause' });
      }
      units.push({ ...sentence, type: 'sentence' });
    }
    units.push({ start: paragraph.start, end: paragraph.end, type: 'paragraph' });
  }
  units.push({ ...proseOf(release), type: 'release' });
  let size = span.end - span.start;
  return units.filter((unit) => {
    const isLarger = unit.end - unit.start > size && contains(unit, span);
    if (isLarger) size = unit.end - unit.start;
    return isLarger;
  });
}

/** The paragraphs of a release: what a reader goes through when coding. */
export function paragraphsOf(release: Release): readonly Region[] {
  return release.regions.filter(({ type }) => type === 'paragraph' || type === 'headline');
}

/** The pieces of `whole` between the borders in it, without the white space and marks at their ends. */
export function piecesOf(text: string, whole: Span, border: RegExp): readonly Span[] {
  const pieces: Span[] = [];
  let start = whole.start;
  for (const match of text.slice(whole.start, whole.end).matchAll(border)) {
    pieces.push(withoutMarks(text, { start, end: whole.start + match.index }));
    start = whole.start + match.index + match[0].length;
  }
  pieces.push(withoutMarks(text, { start, end: whole.end }));
  return pieces.filter((piece) => piece.start < piece.end);
}

/** The piece of `whole` between two borders that holds `span`, without the white space and marks at its ends. */
function pieceAround(text: string, whole: Span, border: RegExp, span: Span): Span | undefined {
  let { start, end } = whole;
  for (const match of text.slice(whole.start, whole.end).matchAll(border)) {
    const from = whole.start + match.index;
    const to = from + match[0].length;
    if (to <= span.start) start = to;
    else if (from >= span.end) {
      end = from;
      break;
    } else if (from < span.end && to > span.start) return undefined;
  }
  const piece = withoutMarks(text, { start, end });
  return piece.start <= span.start && span.end <= piece.end ? piece : undefined;
}

/** A span without the white space and marks at its ends. */
export function withoutMarks(text: string, { start, end }: Span): Span {
  while (start < end && /[\s,;:.!?]/.test(text.charAt(start))) start++;
  while (end > start && /[\s,;:.!?]/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

/** Everything but the boilerplate around it. */
function proseOf(release: Release): Span {
  const prose = release.regions.filter(({ type }) => type !== 'boilerplate');
  const first = prose[0];
  const last = prose.at(-1);
  return first && last ? { start: first.start, end: last.end } : { start: 0, end: release.text.length };
}
