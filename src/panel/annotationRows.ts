import type { PanelAnnotation, PanelCode } from '../shared/protocol';

/** Which annotations are listed. Empty texts let everything through. */
export interface AnnotationFilter {
  readonly text: string;
  /** A code's id; its subcodes count. `noCode` for those without one. */
  readonly code: string;
  readonly author: string;
  readonly state: '' | 'placed' | 'doubtful' | 'orphan' | 'noted';
}

export const noFilter: AnnotationFilter = { text: '', code: '', author: '', state: '' };
export const noCode = '-';
export const noAuthor = '-';

export type ListOrder = 'text' | 'code';

/** A line of the list. `key` names it among the others: an annotation with two codes stands under both. */
export type Row =
  | { readonly kind: 'annotation'; readonly key: string; readonly annotation: PanelAnnotation }
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly code: string;
      readonly count: number;
      readonly isOpen: boolean;
    };

export function isFiltered(filter: AnnotationFilter): boolean {
  return filter.text !== '' || filter.code !== '' || filter.author !== '' || filter.state !== '';
}

/** Whether it is certain where an annotation stands. */
export function hasPlace({ state }: PanelAnnotation): boolean {
  return state === 'exact' || state === 'moved';
}

/** Whether an annotation waits for a person: to say where it belongs, or which version of a merge stays. */
export function isDoubtful(annotation: PanelAnnotation): boolean {
  return annotation.conflict !== undefined || !(hasPlace(annotation) || annotation.kept);
}

export function filtered(
  annotations: readonly PanelAnnotation[],
  codes: readonly PanelCode[],
  filter: AnnotationFilter,
): readonly PanelAnnotation[] {
  if (!isFiltered(filter)) return annotations;
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const names = new Map(codes.map((code) => [code.id, code.name]));
  const wanted = withSubcodes(codes, filter.code);
  return annotations.filter((annotation) => {
    if (
      filter.code === noCode
        ? annotation.codes.length > 0
        : filter.code && !annotation.codes.some((c) => wanted.has(c))
    )
      return false;
    if (filter.author && (annotation.author ?? noAuthor) !== filter.author) return false;
    if (!isInState(annotation, filter.state)) return false;
    if (words.length === 0) return true;
    const said = annotation.codes.map((id) => `${id} ${names.get(id) ?? ''}`).join(' ');
    const text =
      `${annotation.quote} ${annotation.note ?? ''} ${annotation.author ?? ''} ${annotation.entity ?? ''} ${said}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function isInState(annotation: PanelAnnotation, state: AnnotationFilter['state']): boolean {
  switch (state) {
    case '':
      return true;
    case 'placed':
      return hasPlace(annotation);
    case 'doubtful':
      return isDoubtful(annotation);
    case 'orphan':
      return annotation.state === 'orphan';
    case 'noted':
      return Boolean(annotation.note);
  }
}

/** A code's id with those of all codes below it; of a code that is not in the codebook, its own. */
function withSubcodes(codes: readonly PanelCode[], id: string): ReadonlySet<string> {
  const at = codes.findIndex((code) => code.id === id);
  if (at < 0) return new Set([id]);
  const end = codes.findIndex(({ depth }, i) => i > at && depth <= codes[at]!.depth);
  return new Set(codes.slice(at, end < 0 ? undefined : end).map((code) => code.id));
}

/** The lines of the list: in the order of the text, or under their codes in the codebook's order. */
export function rowsOf(
  annotations: readonly PanelAnnotation[],
  codes: readonly PanelCode[],
  order: ListOrder,
  closed: ReadonlySet<string>,
): readonly Row[] {
  if (order === 'text')
    return annotations.map((annotation) => ({ kind: 'annotation', key: annotation.id, annotation }));
  const under = new Map<string, PanelAnnotation[]>(codes.map(({ id }) => [id, []]));
  for (const annotation of annotations) {
    for (const code of annotation.codes.length > 0 ? new Set(annotation.codes) : [noCode]) {
      const list = under.get(code);
      if (list) list.push(annotation);
      else under.set(code, [annotation]);
    }
  }
  return [...under].flatMap(([code, list]): Row[] => {
    if (list.length === 0) return [];
    const isOpen = !closed.has(code);
    const group: Row = { kind: 'group', key: `# ${code}`, code, count: list.length, isOpen };
    if (!isOpen) return [group];
    return [
      group,
      ...list.map((annotation): Row => ({ kind: 'annotation', key: `${code} ${annotation.id}`, annotation })),
    ];
  });
}
