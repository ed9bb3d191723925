import type { Span } from '../text/span';
import { anchorAnnotations } from './anchoring';
import type { Decision } from './decisions';
import { decideTogether } from './decisions';
import type { Passage } from './passage';
import { LiveAnnotations } from './liveAnnotations';
import { readSidecar } from './sidecar';
import type { SidecarEdit } from './sidecarEdit';

/** What tags each of `spans` (UTF-16) with codes: an annotation for each, or the codes added where that very span has one. */
export function tagSpans(
  passages: readonly Passage[],
  spans: readonly Span[],
  tag: { readonly codes: readonly string[]; readonly author?: string },
  newId: () => string,
): readonly Decision[] {
  return spans.flatMap((span): Decision[] => {
    const same = annotationOf(passages, span);
    if (!same) return [{ kind: 'create', annotation: { id: newId(), ...tag, spans: [span] } }];
    const { id, codes } = same.annotation;
    const added = tag.codes.filter((code) => !codes.includes(code));
    if (added.length === 0) return [];
    return [{ kind: 'change', id, decide: (annotation) => ({ ...annotation, codes: [...codes, ...added] }) }];
  });
}

/** Whether a span is annotated with all of these codes as it stands. */
export function isTagged(passages: readonly Passage[], span: Span, codes: readonly string[]): boolean {
  const same = annotationOf(passages, span);
  return same !== undefined && codes.every((code) => same.annotation.codes.includes(code));
}

/** The annotation of exactly this span; one that is there for an entity alone is another matter. */
function annotationOf(passages: readonly Passage[], span: Span): Passage | undefined {
  return passages.find(
    ({ annotation, spans }) =>
      annotation.codes.length > 0 &&
      spans.length === 1 &&
      spans[0]!.start === span.start &&
      spans[0]!.end === span.end,
  );
}

/**
 * A release that no editor has open: its annotations in the text as it is on disk (without BOM). `undefined` where its sidecar can't
 * be written to; `sidecar` is the sidecar's source, if there is one.
 */
export function closedRelease(text: string, sidecar: string | undefined): LiveAnnotations | undefined {
  const live = new LiveAnnotations(text);
  if (sidecar === undefined) return live;
  const file = readSidecar(sidecar);
  if (!file.writable || !file.sidecar) return undefined;
  live.load(file.sidecar.annotations, anchorAnnotations(text, file.sidecar.annotations));
  return live;
}

/** {@link tagSpans} carried out on a closed release: the edits of its sidecar. `now` is an ISO instant. */
export function tagClosed(
  live: LiveAnnotations,
  spans: readonly Span[],
  tag: { readonly codes: readonly string[]; readonly author?: string },
  newId: () => string,
  now: string,
): readonly SidecarEdit[] {
  return decideTogether(live, tagSpans(live.passages, spans, tag, newId), now);
}
