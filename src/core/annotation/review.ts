import type { AnchorState, Annotation } from './annotation';

/** The annotation without what a decision has settled. */
export function settled(annotation: Annotation, key: 'orphan' | 'conflict'): Annotation {
  const { [key]: said, ...rest } = annotation;
  return said === undefined ? annotation : rest;
}

/** True for places that are applied without asking. */
export function isSettled(state: AnchorState): boolean {
  return state === 'exact' || state === 'moved';
}

/** True where an annotation lost its place and nobody has said yet what is to become of it. */
export function isPlaceInDoubt(annotation: Annotation, state: AnchorState): boolean {
  return !isSettled(state) && annotation.orphan !== true;
}

/** True where a person has to decide something: where the passage is now, or which version of a merge stays. */
export function needsReview(annotation: Annotation, state: AnchorState): boolean {
  return isPlaceInDoubt(annotation, state) || annotation.conflict !== undefined;
}
