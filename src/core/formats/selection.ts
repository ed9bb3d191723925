import type { AnchorState } from '../annotation/annotation';
import type { ExportAnnotation } from './exportModel';

/** Kinds of what is exported: tagged passages (and bare notes), entities a person decided on, mentions nobody confirmed. */
export const exportKinds = ['codes', 'entities', 'mentions'] as const;
export type ExportKind = (typeof exportKinds)[number];

/** Anchor states that have a place in the text; of these the first two are sure. */
export const placedStates = [
  'exact',
  'moved',
  'fuzzy',
  'ambiguous',
] as const satisfies readonly AnchorState[];

/** What of a corpus is exported. */
export interface ExportSelection {
  readonly what: ReadonlySet<ExportKind>;
  /** Only annotations of these; absent: of everybody. Recognised mentions have no author and are not asked. */
  readonly authors?: ReadonlySet<string>;
  /** Only annotations whose anchor is in one of these states. */
  readonly states: ReadonlySet<AnchorState>;
}

export const defaultSelection: ExportSelection = {
  what: new Set(['codes', 'entities']),
  states: new Set(['exact', 'moved']),
};

/** What is selected of an annotation of a person, if anything: its codes and note, its entity, or both. */
export function selected(
  annotation: ExportAnnotation,
  { what, authors }: ExportSelection,
): ExportAnnotation | undefined {
  if (authors !== undefined && !authors.has(annotation.author ?? '')) return undefined;
  const hasCodes = annotation.codes.length > 0;
  const hasEntity = annotation.entity !== undefined;
  const takesEntity = hasEntity && what.has('entities');
  const takesCodes = what.has('codes') && (hasCodes || !hasEntity);
  if (takesEntity && (takesCodes || !hasCodes)) return annotation;
  if (takesEntity) return { ...annotation, codes: [] };
  return takesCodes ? { ...annotation, entity: undefined } : undefined;
}
