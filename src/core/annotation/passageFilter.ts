import type { Annotation } from './annotation';
import type { Code } from './codebook';

/** Which tagged passages are shown in the text. What isn't shown is still there: nothing is changed by looking away. */
export type PassageFilter =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  /** Passages tagged with any of these codes or a subcode of theirs. */
  | { readonly kind: 'codes'; readonly codes: readonly string[] }
  /** Passages by any of these authors; the empty name stands for those without one. */
  | { readonly kind: 'authors'; readonly authors: readonly string[] };

export const showAll: PassageFilter = { kind: 'all' };

/**
 * The codes of an annotation that a filter shows: all of them, those looked for, or none. `codebook` tells subcodes; a code it
 * doesn't know is looked for by its id alone.
 */
export function shownCodes(
  filter: PassageFilter,
  annotation: Pick<Annotation, 'codes' | 'author'>,
  codebook: ReadonlyMap<string, Code>,
): readonly string[] {
  switch (filter.kind) {
    case 'all':
      return annotation.codes;
    case 'none':
      return [];
    case 'codes': {
      const wanted = new Set(filter.codes.flatMap((id) => [id, ...idsBelow(codebook.get(id))]));
      return annotation.codes.filter((code) => wanted.has(code));
    }
    case 'authors':
      return filter.authors.includes(annotation.author ?? '') ? annotation.codes : [];
  }
}

function idsBelow(code: Code | undefined): readonly string[] {
  return (code?.codes ?? []).flatMap((child) => [child.id, ...idsBelow(child)]);
}

/** A filter as it was kept between sessions; everything is shown where it isn't one. */
export function readFilter(value: unknown): PassageFilter {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return showAll;
  const { kind, codes, authors } = value as { kind: unknown; codes?: unknown; authors?: unknown };
  if (kind === 'none') return { kind };
  if (kind === 'codes' && isTexts(codes) && codes.length > 0) return { kind, codes };
  if (kind === 'authors' && isTexts(authors) && authors.length > 0) return { kind, authors };
  return showAll;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
