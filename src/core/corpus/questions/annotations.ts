import type { CorpusView, IndexedRelease } from '../corpusView';
import type { PassageFact } from '../facts';

/** An annotation of the corpus. */
export interface IndexedAnnotation {
  readonly release: IndexedRelease;
  readonly passage: PassageFact;
}

export const annotationGroupings = ['code', 'release', 'author', 'state'] as const;
export type AnnotationGrouping = (typeof annotationGroupings)[number];

/** Every annotation, release by release in order of path; undefined after each release, so that it can be done in slices. */
export function* annotationsOf(view: CorpusView): Generator<IndexedAnnotation | undefined, void> {
  for (const release of view.releases()) {
    for (const passage of view.passagesIn(release)) yield { release, passage };
    yield undefined;
  }
}

/**
 * Annotations by what they have in common: a code's id, a release's path, an author, a state; empty where there is none. One
 * with several codes is in the group of each.
 */
export function groupAnnotations(
  annotations: Iterable<IndexedAnnotation>,
  by: AnnotationGrouping,
): ReadonlyMap<string, readonly IndexedAnnotation[]> {
  const groups = new Map<string, IndexedAnnotation[]>();
  for (const annotation of annotations) {
    for (const key of keysOf(annotation, by)) {
      const group = groups.get(key);
      if (group) group.push(annotation);
      else groups.set(key, [annotation]);
    }
  }
  return groups;
}

function keysOf({ release, passage }: IndexedAnnotation, by: AnnotationGrouping): readonly string[] {
  switch (by) {
    case 'code':
      return passage.codes.length > 0 ? passage.codes : [''];
    case 'release':
      return [release.path];
    case 'author':
      return [passage.author ?? ''];
    case 'state':
      return [passage.state];
  }
}
