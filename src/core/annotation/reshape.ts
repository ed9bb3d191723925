import { trimSpan } from '../text/graphemes';
import type { Span } from '../text/span';
import { compareSpans, overlaps } from '../text/span';
import type { Annotation } from './annotation';
import type { Decision } from './decisions';
import type { Passage } from './passage';

/** All offsets here are UTF-16 code units of `text`, the text being edited. */

/** What may stand between two spans that are one passage when they are put together. */
const onlyGap = /^[\s.,;:!?…"'“”‘’()[\]–—-]*$/u;

/** Spans in reading order, none touching another: what overlaps, or has nothing but white space and marks between, is joined. */
export function joinSpans(text: string, spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const { start, end } of [...spans].sort(compareSpans)) {
    const last = joined.at(-1);
    if (last && (start <= last.end || onlyGap.test(text.slice(last.end, start))))
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else joined.push({ start, end });
  }
  return joined;
}

/**
 * The spans of a passage whose borders are set to a selection: wider or narrower, each selected stretch takes the place of
 * what it touches. With one selection that touches nothing of it, the passage moves there.
 */
export function fitSpans(spans: readonly Span[], selection: readonly Span[]): readonly Span[] {
  const touches = (span: Span): boolean => selection.some((selected) => overlaps(span, selected));
  const untouched = spans.some(touches) ? spans.filter((span) => !touches(span)) : [];
  return [...untouched, ...selection].sort(compareSpans);
}

/** The passages that a selection touches, the one most like it first. */
export function touchedPassages(
  passages: readonly Passage[],
  selection: readonly Span[],
): readonly Passage[] {
  return passages
    .map((passage) => ({ passage, likeness: likeness(passage.spans, selection) }))
    .filter((candidate) => candidate.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ passage }) => passage);
}

/** What two sets of spans share, as a part of all they hold (Jaccard). */
function likeness(a: readonly Span[], b: readonly Span[]): number {
  let shared = 0;
  for (const x of a) {
    for (const y of b) shared += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  }
  return shared === 0 ? 0 : shared / (length(a) + length(b) - shared);
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/**
 * The pieces of a passage cut at a place, or at both ends of a selected stretch. White space at their ends goes, and so do marks
 * that a cut leaves at a beginning.
 */
export function splitSpans(text: string, spans: readonly Span[], at: Span): readonly (readonly Span[])[] {
  const borders = [...new Set([at.start, at.end])].sort((a, b) => a - b);
  const pieces: Span[][] = [];
  for (let i = 0; i <= borders.length; i++) {
    const from = borders[i - 1] ?? 0;
    const to = borders[i] ?? text.length;
    const piece = spans
      .map(({ start, end }) => ({ start: Math.max(start, from), end: Math.min(end, to) }))
      .filter(({ start, end }) => start < end)
      .map((span) => trimSpan(text, span.start === from ? { ...span, start: afterMarks(text, span) } : span))
      .filter(({ start, end }) => start < end);
    if (piece.length > 0) pieces.push(piece);
  }
  return pieces;
}

function afterMarks(text: string, { start, end }: Span): number {
  return start + (/^[\s,;:.!?)\]]*/.exec(text.slice(start, end))?.[0].length ?? 0);
}

/**
 * Makes several annotations of one. The first piece stays the annotation, with its note; the others get its codes, link
 * and author. `undefined` where the cut leaves it in one piece.
 */
export function splitPassage(
  text: string,
  { annotation, spans }: Passage,
  at: Span,
  newId: () => string,
): readonly Decision[] | undefined {
  const [first, ...others] = splitSpans(text, spans, at);
  if (!first || others.length === 0) return undefined;
  const { codes, entity, author } = annotation;
  return [
    { kind: 'move', id: annotation.id, spans: first },
    ...others.map((piece): Decision => ({
      kind: 'create',
      annotation: {
        id: newId(),
        codes,
        spans: piece,
        ...(entity === undefined ? {} : { entity }),
        ...(author === undefined ? {} : { author }),
      },
    })),
  ];
}

/**
 * Makes one annotation of several: the first in the text stays and gets the codes, notes and places of all. `undefined`
 * where there is nothing to merge, or two of them link to different entities.
 */
export function mergePassages(text: string, passages: readonly Passage[]): readonly Decision[] | undefined {
  const placed = passages.filter(({ spans }) => spans.length > 0);
  const [first, ...others] = [...placed].sort((a, b) => compareSpans(a.spans[0]!, b.spans[0]!));
  if (!first || others.length === 0) return undefined;
  const all = [first, ...others].map(({ annotation }) => annotation);
  const entities = new Set(all.flatMap(({ entity }) => entity ?? []));
  if (entities.size > 1) return undefined;
  const [entity] = entities;
  const codes = [...new Set(all.flatMap((annotation) => annotation.codes))];
  const note = [...new Set(all.flatMap((annotation) => annotation.note ?? []))].join('\n\n');
  const decide = (annotation: Annotation): Annotation => ({
    ...annotation,
    codes,
    ...(entity === undefined ? {} : { entity }),
    ...(note === '' ? {} : { note }),
  });
  return [
    {
      kind: 'move',
      id: first.annotation.id,
      spans: joinSpans(
        text,
        [first, ...others].flatMap(({ spans }) => spans),
      ),
    },
    { kind: 'change', id: first.annotation.id, decide },
    ...others.map(({ annotation }): Decision => ({ kind: 'remove', id: annotation.id })),
  ];
}

/** The passage that begins right after another, with nothing but white space and marks between; the nearest, the shortest. */
export function adjacentPassage(
  text: string,
  passages: readonly Passage[],
  passage: Passage,
): Passage | undefined {
  const end = passage.spans.at(-1)?.end;
  if (end === undefined) return undefined;
  return passages
    .filter(({ annotation, spans }) => {
      const start = spans[0]?.start;
      const isOther = annotation.id !== passage.annotation.id;
      return isOther && start !== undefined && start >= end && onlyGap.test(text.slice(end, start));
    })
    .sort((a, b) => a.spans[0]!.start - b.spans[0]!.start || length(a.spans) - length(b.spans))[0];
}
