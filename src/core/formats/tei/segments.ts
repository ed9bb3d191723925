import type { Span } from '../../text/span';
import type { ExportDocument } from '../exportModel';

/** A stretch of text that no passage begins or ends inside of. */
export interface Segment extends Span {
  /** `xml:id`. */
  readonly id: string;
  readonly text: string;
}

/** The text as paragraphs (its lines) of segments, and the segments that a span consists of. */
export function paragraphsOf({ text, annotations }: ExportDocument): {
  readonly paragraphs: readonly (readonly Segment[])[];
  segmentsOf(span: Span): readonly Segment[];
} {
  const cuts = [
    ...new Set(annotations.flatMap(({ spans }) => spans.flatMap(({ start, end }) => [start, end]))),
  ];
  cuts.sort((a, b) => a - b);
  const paragraphs: Segment[][] = [];
  const all: Segment[] = [];
  let cut = 0;
  for (const line of text.matchAll(/[^\n]*\S[^\n]*/g)) {
    const segments: Segment[] = [];
    const end = line.index + line[0].length;
    let start = line.index;
    while (cut < cuts.length && cuts[cut]! <= start) cut++;
    while (start < end) {
      const next = cut < cuts.length && cuts[cut]! < end ? cuts[cut++]! : end;
      segments.push({
        id: `s${all.length + segments.length + 1}`,
        start,
        end: next,
        text: text.slice(start, next),
      });
      start = next;
    }
    all.push(...segments);
    paragraphs.push(segments);
  }
  return { paragraphs, segmentsOf: (span) => inside(all, span) };
}

function inside(segments: readonly Segment[], span: Span): Segment[] {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (segments[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const found: Segment[] = [];
  for (let i = low; i < segments.length && segments[i]!.start < span.end; i++) found.push(segments[i]!);
  return found;
}
