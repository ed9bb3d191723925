import type { Span } from '../text/span';
import { contains, overlaps } from '../text/span';
import type { Region, Release } from './release';
import { sentencesOf } from './sentences';
import { clauseBorder, paragraphsOf, phraseBorder, piecesOf, withoutMarks, type UnitType } from './units';

/** What a reader goes through one after the other. */
export type SteppedUnit = Exclude<UnitType, 'release'>;

/** From large to small. */
const steppedUnits: readonly SteppedUnit[] = ['paragraph', 'sentence', 'clause', 'phrase'];

/** All units of one size, in reading order. Headline and paragraphs only. UTF-16 offsets of `release.text`. */
export function unitsOf(release: Release, type: SteppedUnit): readonly Span[] {
  return paragraphsOf(release).flatMap((paragraph) => unitsWithin(release, paragraph, type));
}

function unitsWithin({ text }: Release, paragraph: Span, type: SteppedUnit): readonly Span[] {
  if (type === 'paragraph') return [{ start: paragraph.start, end: paragraph.end }];
  const sentences = sentencesOf(text, paragraph);
  if (type === 'sentence') return sentences;
  const clauses = sentences.flatMap((sentence) => piecesOf(text, sentence, clauseBorder));
  if (type === 'clause') return clauses;
  return clauses.flatMap((clause) => piecesOf(text, clause, phraseBorder));
}

/**
 * The next (`step` 1) or previous (-1) unit of the size that is selected: the sentence where that can't be told. From a cursor
 * the next one is that it stands in or before. `undefined` at the end of the release.
 */
export function neighbourUnit(release: Release, selected: Span, step: 1 | -1): Span | undefined {
  const paragraphs = paragraphsOf(release);
  const near = paragraphs.filter((paragraph) => overlaps(paragraph, widened(selected)));
  const type =
    selected.start === selected.end
      ? 'sentence'
      : (sizeOrder.find((candidate) =>
          near.some((paragraph) =>
            unitsWithin(release, paragraph, candidate).some((unit) => isSame(unit, selected)),
          ),
        ) ?? 'sentence');
  const units = unitsOf(release, type);
  const isCursor = selected.start === selected.end;
  return step > 0
    ? units.find(({ start, end }) => (isCursor ? end > selected.start : start >= selected.end))
    : units.findLast(({ start, end }) => (isCursor ? start < selected.start : end <= selected.start));
}

/** A selection that is both a sentence and a paragraph goes on by sentence. */
const sizeOrder: readonly SteppedUnit[] = ['sentence', 'paragraph', 'clause', 'phrase'];

/** The first of the largest units that a span holds and that are smaller, by more than a mark: the first clause of a sentence. */
export function firstUnitWithin(release: Release, span: Span): Span | undefined {
  const near = paragraphsOf(release).filter((paragraph) => overlaps(paragraph, span));
  const whole = withoutMarks(release.text, span);
  for (const type of steppedUnits) {
    const inner = near
      .flatMap((paragraph) => unitsWithin(release, paragraph, type))
      .find((unit) => contains(span, unit) && !isSame(withoutMarks(release.text, unit), whole));
    if (inner) return inner;
  }
  return undefined;
}

/** The paragraphs and the headline that no span of `tagged` touches. */
export function untouchedParagraphs(release: Release, tagged: readonly Span[]): readonly Region[] {
  return paragraphsOf(release).filter((paragraph) => !tagged.some((span) => overlaps(span, paragraph)));
}

function widened({ start, end }: Span): Span {
  return { start, end: Math.max(end, start + 1) };
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
