import type { AnnotatedRelease } from '../annotation/annotatedRelease';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Author } from '../annotation/author';
import type { Span } from '../../core/text/span';
import type { SubjectHere } from './subjectHere';

/**
 * Keeps what a person says of a stretch: the entity it names, or `none`. A decision about exactly this stretch is changed, else an
 * annotation is made; the annotations' undo takes it back.
 */
export async function decideMention(
  { document, span }: SubjectHere,
  entity: string,
  annotations: AnnotatedReleases,
  author: Author,
): Promise<void> {
  const release = await annotations.of(document);
  if (!release) return;
  const earlier = decisionsAbout(release, span);
  if (earlier.length > 0) {
    await release.change(earlier, (annotation) => ({ ...annotation, entity }));
    return;
  }
  const by = await author.of(document.uri);
  await release.create({ codes: [], entity, spans: [span], ...(by ? { author: by } : {}) });
}

/** Takes back what contradicts a lesson just taught: that this stretch is nothing, or somebody else. */
export async function withdrawOthers(
  { document, span }: SubjectHere,
  entity: string,
  annotations: AnnotatedReleases,
): Promise<void> {
  const release = await annotations.of(document);
  const earlier = release ? decisionsAbout(release, span) : [];
  const isOther = (id: string): boolean =>
    release?.passages.find(({ annotation }) => annotation.id === id)?.annotation.entity !== entity;
  const others = earlier.filter(isOther);
  if (release && others.length > 0) await release.change(others, (annotation) => ({ ...annotation, entity }));
}

/** Ids of the annotations that say what exactly this stretch names. */
function decisionsAbout(release: AnnotatedRelease, span: Span): readonly string[] {
  return release.passages
    .filter(
      ({ annotation, spans }) =>
        annotation.entity !== undefined &&
        spans.length === 1 &&
        spans[0]!.start === span.start &&
        spans[0]!.end === span.end,
    )
    .map(({ annotation }) => annotation.id);
}
