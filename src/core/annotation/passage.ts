import type { Span } from '../text/span';
import type { AnchorState, Annotation } from './annotation';

/** An annotation with the place it has in the text as it stands in the editor. */
export interface Passage {
  readonly annotation: Annotation;
  readonly state: AnchorState;
  /** UTF-16 offsets of the text being edited; empty for an orphan, a proposal for fuzzy and ambiguous. */
  readonly spans: readonly Span[];
  readonly score?: number;
}

/** What is to be annotated; the rest of an annotation follows from the text and the time. */
export interface NewAnnotation {
  readonly id: string;
  readonly codes: readonly string[];
  readonly entity?: string;
  readonly note?: string;
  readonly author?: string;
  readonly spans: readonly Span[];
}
