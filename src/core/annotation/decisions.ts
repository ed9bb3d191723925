import type { Span } from '../text/span';
import type { Annotation } from './annotation';
import type { LiveAnnotations } from './liveAnnotations';
import type { NewAnnotation } from './passage';
import { settled } from './review';
import type { SidecarEdit } from './sidecarEdit';

/** One thing a person decides about annotations of a release. Spans are UTF-16 offsets of the text being edited. */
export type Decision =
  | { readonly kind: 'create'; readonly annotation: NewAnnotation }
  /** What it says; `decide` returns the annotation itself where nothing is to change. */
  | { readonly kind: 'change'; readonly id: string; readonly decide: (annotation: Annotation) => Annotation }
  | { readonly kind: 'move'; readonly id: string; readonly spans: readonly Span[] }
  /** Its passage is gone; it is kept for its quote. */
  | { readonly kind: 'keepAsOrphan'; readonly id: string }
  | { readonly kind: 'remove'; readonly id: string };

/** Carries out decisions so that one undo takes all of them back; `now` is an ISO instant. */
export function decideTogether(
  live: LiveAnnotations,
  decisions: readonly Decision[],
  now: string,
): readonly SidecarEdit[] {
  return live.together(() => decisions.flatMap((decision) => carryOut(live, decision, now)));
}

/** Decides between two versions that a merge kept; `annotation` is the one that has `conflict:`. */
export function settleConflict(annotation: Annotation, keep: 'this' | 'other' | 'both'): readonly Decision[] {
  const { id, conflict: other } = annotation;
  if (other === undefined) return [];
  return [
    keep === 'other'
      ? { kind: 'remove', id }
      : { kind: 'change', id, decide: (decided) => settled(decided, 'conflict') },
    ...(keep === 'this' ? [{ kind: 'remove' as const, id: other }] : []),
  ];
}

function carryOut(live: LiveAnnotations, decision: Decision, now: string): readonly SidecarEdit[] {
  switch (decision.kind) {
    case 'create':
      return live.create([decision.annotation], now);
    case 'change':
      return live.change([decision.id], decision.decide, now);
    case 'move':
      return live.move(decision.id, decision.spans, now);
    case 'keepAsOrphan':
      return live.keepAsOrphan(decision.id, now);
    case 'remove':
      return live.remove([decision.id]);
  }
}
