import type { Span } from '../text/span';
import type { Feature, Handling } from './capabilities';
import { isFormula } from './csv/formulas';
import type { ExportAnnotation } from './exportModel';
import type { Sentence } from './tokens';
import { contextOf } from './tables';
import { tokensIn } from './tokens';

/** What fitting an annotation may need of its release; made when first asked for. */
export interface FitContext {
  readonly text: string;
  readonly tokens: readonly Span[];
  readonly sentences: readonly Sentence[];
}

/** One feature, whether an annotation has it, and what is left of the annotation in a target that cannot hold it. */
export interface FitStep {
  readonly feature: Feature;
  occurs(annotation: ExportAnnotation, context: FitContext): boolean;
  approximate?(annotation: ExportAnnotation, context: FitContext): readonly ExportAnnotation[];
  drop?(annotation: ExportAnnotation, context: FitContext): readonly ExportAnnotation[];
}

/** Steps in the order they are taken: first what becomes several annotations, then spans, then fields. */
export const fitSteps: readonly FitStep[] = [
  { feature: 'passage', occurs: () => true, drop: () => [] },
  { feature: 'mention', occurs: (a) => a.recognised !== undefined, drop: () => [] },
  { feature: 'rejection', occurs: (a) => a.entity?.none === true, drop: (a) => keepIf(without(a, 'entity')) },
  {
    feature: 'code-less',
    occurs: (a) => a.codes.length === 0 && a.entity === undefined,
    drop: () => [],
  },
  {
    feature: 'code-and-entity',
    occurs: (a) => a.codes.length > 0 && a.entity !== undefined,
    approximate: (a) => split(a, [without(a, 'entity'), { ...a, codes: [] }]),
    drop: (a) => [without(a, 'entity')],
  },
  {
    feature: 'several-codes',
    occurs: (a) => a.codes.length > 1,
    approximate: (a) =>
      split(
        a,
        a.codes.map((code) => ({ ...a, codes: [code] })),
      ),
    drop: (a) => [{ ...a, codes: a.codes.slice(0, 1) }],
  },
  {
    feature: 'discontinuous',
    occurs: (a) => a.spans.length > 1,
    approximate: (a) =>
      split(
        a,
        a.spans.map((span) => ({ ...a, spans: [span] })),
      ),
    drop: () => [],
  },
  {
    feature: 'blank',
    occurs: (a, context) => a.spans.some((span) => isBlank(span, context)),
    drop: (a, context) =>
      withSpans(
        a,
        a.spans.filter((span) => !isBlank(span, context)),
      ),
  },
  {
    feature: 'line-crossing',
    occurs: (a, context) => a.spans.some((span) => piecesBySentence(span, context).length > 1),
    approximate: (a, context) =>
      split(
        a,
        a.spans.flatMap((s) => piecesBySentence(s, context)).map((span) => ({ ...a, spans: [span] })),
      ),
  },
  {
    feature: 'edge',
    occurs: (a, context) => a.spans.some((span) => !sameSpan(span, trimmed(span, context))),
    approximate: (a, context) =>
      withSpans(
        a,
        a.spans.map((span) => trimmed(span, context)),
      ),
  },
  {
    feature: 'sub-token',
    occurs: (a, context) => a.spans.some((span) => !sameSpan(span, widened(span, context))),
    approximate: (a, context) =>
      withSpans(
        a,
        a.spans.map((span) => widened(span, context)),
      ),
  },
  {
    feature: 'identity',
    occurs: (a) => a.entity?.id !== undefined,
    drop: (a) => [{ ...a, entity: a.entity?.type === undefined ? {} : { type: a.entity.type } }],
  },
  { feature: 'note', occurs: (a) => a.note !== undefined, drop: (a) => [without(a, 'note')] },
  { feature: 'author', occurs: (a) => a.author !== undefined, drop: (a) => [without(a, 'author')] },
  {
    feature: 'time',
    occurs: (a) => (a.created ?? a.modified) !== undefined,
    drop: (a) => [without(without(a, 'created'), 'modified')],
  },
  {
    feature: 'formula',
    occurs: ({ spans, note = '', author = '' }, { text }) =>
      [note, author].some(isFormula) ||
      spans.some(({ start, end }) =>
        [text.slice(start, end), ...contextOf(text, start, end)].some(isFormula),
      ),
  },
  { feature: 'id', occurs: (a) => a.id !== undefined, drop: (a) => [without(a, 'id')] },
  {
    feature: 'normalized',
    occurs: (a) => a.recognised?.normalized !== undefined,
    drop: (a) => [{ ...a, recognised: { ...a.recognised!, normalized: undefined } }],
  },
];

/** Takes one step under a handling; `carried` and `kept` leave the annotation whole. */
export function takeStep(
  step: FitStep,
  handling: Handling,
  annotation: ExportAnnotation,
  context: FitContext,
): readonly ExportAnnotation[] {
  if (handling === 'approximated') return step.approximate?.(annotation, context) ?? [annotation];
  if (handling === 'dropped') return (step.drop ?? step.approximate)?.(annotation, context) ?? [annotation];
  return [annotation];
}

/**
 * Pieces of one annotation stand for themselves: an id, which is of the whole, would be a lie on each; the note goes
 * with the first.
 */
function split(whole: ExportAnnotation, pieces: readonly ExportAnnotation[]): readonly ExportAnnotation[] {
  if (pieces.length < 2) return pieces;
  const anonymous = pieces.map((piece) => without(piece, 'id'));
  return anonymous.map((piece, i) => (i === 0 || whole.note === undefined ? piece : without(piece, 'note')));
}

function without<K extends keyof ExportAnnotation>(annotation: ExportAnnotation, key: K): ExportAnnotation {
  return { ...annotation, [key]: undefined };
}

/** What is left when a decision was taken out, if it still says something. */
function keepIf(annotation: ExportAnnotation): readonly ExportAnnotation[] {
  return annotation.codes.length > 0 || annotation.note !== undefined ? [annotation] : [];
}

function withSpans(annotation: ExportAnnotation, spans: readonly Span[]): readonly ExportAnnotation[] {
  return spans.length === 0 ? [] : [{ ...annotation, spans }];
}

const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

function isBlank(span: Span, context: FitContext): boolean {
  const { from, to } = tokensIn(context.tokens, span);
  return from === to;
}

function trimmed(span: Span, context: FitContext): Span {
  const outer = widened(span, context);
  return { start: Math.max(span.start, outer.start), end: Math.min(span.end, outer.end) };
}

function widened(span: Span, context: FitContext): Span {
  const { from, to } = tokensIn(context.tokens, span);
  if (from === to) return span;
  return { start: context.tokens[from]!.start, end: context.tokens[to - 1]!.end };
}

/** The span cut where sentences end; each piece begins and ends with something seen, or at the span's own ends. */
function piecesBySentence(span: Span, context: FitContext): Span[] {
  const touched = tokensIn(context.sentences, span);
  return context.sentences.slice(touched.from, touched.to).map((sentence) => ({
    start: Math.max(span.start, sentence.start),
    end: Math.min(span.end, sentence.end),
  }));
}
