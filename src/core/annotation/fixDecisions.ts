import type { Annotation } from './annotation';
import { decideTogether, type Decision } from './decisions';
import type { LiveAnnotations } from './liveAnnotations';
import type { SidecarEdit } from './sidecarEdit';

/**
 * Makes changes that were proposed for a sidecar (by a check) to the annotations of its open release, so that one undo
 * takes them back; `now` is an ISO instant. What is about the file itself, or an annotation's id, is passed on.
 */
export function carryOutFix(
  live: LiveAnnotations,
  edits: readonly SidecarEdit[],
  now: string,
): readonly SidecarEdit[] {
  const decisions = edits.flatMap((edit) => decisionsOf(live, edit));
  const others = edits.filter(({ kind }) => kind !== 'put' && kind !== 'remove');
  return [...decideTogether(live, decisions, now), ...others];
}

function decisionsOf(live: LiveAnnotations, edit: SidecarEdit): readonly Decision[] {
  if (edit.kind === 'remove') return [edit];
  if (edit.kind !== 'put') return [];
  const { annotation } = edit;
  const { id, target } = annotation;
  const known = live.passage(id)?.annotation;
  if (!known) return [];
  if (annotation.orphan && !known.orphan) return [{ kind: 'keepAsOrphan', id }];
  const decisions: Decision[] = [];
  if (!saysTheSame(known, annotation)) {
    decisions.push({ kind: 'change', id, decide: (before) => ({ ...annotation, target: before.target }) });
  }
  if (JSON.stringify(known.target) !== JSON.stringify(target)) {
    decisions.push({ kind: 'move', id, spans: live.placesOf(target) });
  }
  return decisions;
}

function saysTheSame(a: Annotation, b: Annotation): boolean {
  const said = (annotation: Annotation): string =>
    JSON.stringify(Object.entries({ ...annotation, target: [] }).sort(([x], [y]) => (x < y ? -1 : 1)));
  return said(a) === said(b);
}
