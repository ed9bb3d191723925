import type { Span } from '../text/span';
import { overlaps } from '../text/span';
import type { Capabilities } from './capabilities';
import type { ExportAnnotation, ExportDocument } from './exportModel';
import { compareAnnotations } from './exportModel';
import type { FitContext } from './fitAnnotation';
import { fitSteps, takeStep } from './fitAnnotation';
import type { LossCollector } from './lossReport';
import { passageExample, shorten, shortened } from './lossReport';
import type { Sentence } from './tokens';
import { splitSentences } from './tokens';

/**
 * What a target can hold of a document. Every difference to what came in is told to `losses`, and nothing is left out
 * elsewhere: writers write all they get.
 */
export function fitDocument(
  document: ExportDocument,
  capabilities: Capabilities,
  losses?: LossCollector,
): ExportDocument {
  const context = new LazyContext(document.text);
  const steps = fitSteps.filter(({ feature }) => capabilities[feature] !== 'kept');
  const fitOne = (whole: ExportAnnotation): readonly ExportAnnotation[] => {
    let pieces: readonly ExportAnnotation[] = [whole];
    for (const step of steps) {
      const handling = capabilities[step.feature];
      const lossy = pieces.filter((piece) => step.occurs(piece, context));
      if (lossy.length === 0) continue;
      // What one annotation loses is one loss, in however many pieces it is by then.
      losses?.add(step.feature, handling, () => passageExample(document.path, document.text, whole.spans));
      pieces = pieces.flatMap((piece) =>
        lossy.includes(piece) ? takeStep(step, handling, piece, context) : [piece],
      );
    }
    return pieces;
  };
  let annotations = document.annotations.flatMap(fitOne);
  for (const { id, state, quote } of document.unplaced ?? []) {
    losses?.add('unplaced', capabilities.unplaced, () => ({
      path: document.path,
      what: shorten(`${id} (${state}): ${quote}`),
    }));
  }
  for (const { feature, what } of document.unheld ?? []) {
    losses?.add(feature, capabilities[feature], () => ({ path: document.path, what: shortened(what) }));
  }
  annotations = fitOverlaps(document, annotations, capabilities, losses);
  const fitted = fitText({ ...document, annotations }, capabilities, losses);
  return fitMetadata(fitted, capabilities, losses);
}

function fitOverlaps(
  document: ExportDocument,
  annotations: readonly ExportAnnotation[],
  { overlapping }: Capabilities,
  losses?: LossCollector,
): ExportAnnotation[] {
  if (overlapping === 'kept') return [...annotations].sort(compareAnnotations);
  const lost = (annotation: ExportAnnotation): void =>
    losses?.add('overlapping', overlapping, () =>
      passageExample(document.path, document.text, annotation.spans),
    );
  const flat: ExportAnnotation[] = [];
  const taken: Span[] = [];
  for (const annotation of [...annotations].sort(byClaim)) {
    const isFree = annotation.spans.every((span) => !overlapsAny(taken, span));
    if (isFree) insertSpans(taken, annotation.spans);
    else lost(annotation);
    if (isFree || overlapping !== 'dropped') flat.push(annotation);
  }
  return flat.sort(compareAnnotations);
}

/** Who stays where two overlap in a flat layer: what a person said, then the longer, then the earlier. */
function byClaim(a: ExportAnnotation, b: ExportAnnotation): number {
  const recognised = Number(a.recognised !== undefined) - Number(b.recognised !== undefined);
  return recognised || extent(b) - extent(a) || compareAnnotations(a, b);
}

const extent = (annotation: ExportAnnotation): number =>
  annotation.spans.reduce((sum, span) => sum + span.end - span.start, 0);

/** `taken` is sorted and free of overlaps. */
function overlapsAny(taken: readonly Span[], span: Span): boolean {
  const i = firstAfter(taken, span.start);
  return (i < taken.length && overlaps(taken[i]!, span)) || (i > 0 && overlaps(taken[i - 1]!, span));
}

function insertSpans(taken: Span[], spans: readonly Span[]): void {
  for (const span of spans) taken.splice(firstAfter(taken, span.start), 0, span);
}

function firstAfter(spans: readonly Span[], start: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What XML 1.0 cannot hold, escaped or not. */
const noXmlCharacter = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

function fitText(
  document: ExportDocument,
  capabilities: Capabilities,
  losses?: LossCollector,
): ExportDocument {
  const { path, text } = document;
  if (capabilities.text !== 'kept') losses?.add('text', capabilities.text, () => ({ path, what: '' }));
  if (capabilities.spacing !== 'kept' && /[^\S ]|^ | $| {2}/.test(text)) {
    losses?.add('spacing', capabilities.spacing, () => ({ path, what: '' }));
  }
  const handling = capabilities['control-character'];
  if (handling === 'kept') return document;
  const annotations = document.annotations.map((annotation) =>
    annotation.note === undefined ? annotation : { ...annotation, note: visible(annotation.note) },
  );
  const isChanged =
    visible(text) !== text || annotations.some((a, i) => a.note !== document.annotations[i]!.note);
  if (!isChanged) return document;
  losses?.add('control-character', handling, () => ({ path, what: '' }));
  return { ...document, text: visible(text), annotations };
}

/** Each character that XML cannot hold as U+FFFD, so that no offset moves. */
export function visible(text: string): string {
  return text.replace(noXmlCharacter, '\ufffd');
}

function fitMetadata(
  document: ExportDocument,
  { metadata }: Capabilities,
  losses?: LossCollector,
): ExportDocument {
  if (metadata === 'kept' || Object.keys(document.metadata).length === 0) return document;
  losses?.add('metadata', metadata, () => ({
    path: document.path,
    what: shorten(Object.values(document.metadata).join(', ')),
  }));
  return metadata === 'dropped' ? { ...document, metadata: {} } : document;
}

class LazyContext implements FitContext {
  private found: readonly Span[] | undefined;
  constructor(readonly text: string) {}
  get tokens(): readonly Span[] {
    return (this.found ??= this.sentences.flatMap(({ tokens }) => tokens));
  }
  get sentences(): readonly Sentence[] {
    return splitSentences(this.text);
  }
}
