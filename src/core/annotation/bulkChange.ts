import type { Annotation } from './annotation';
import type { Decision } from './decisions';

/** What is done to the codes of several annotations at once. */
export type BulkChange =
  | { readonly kind: 'add'; readonly codes: readonly string[] }
  | { readonly kind: 'take'; readonly codes: readonly string[] }
  /** These codes in place of whatever they carry. */
  | { readonly kind: 'retag'; readonly codes: readonly string[] };

/**
 * The decisions that change the codes of annotations, to be undone as one. Those that have them so already are left alone; one that
 * says nothing else then (no code, entity or note) goes.
 */
export function changeCodes(annotations: readonly Annotation[], change: BulkChange): readonly Decision[] {
  return annotations.flatMap((annotation): Decision[] => {
    const codes = codesAfter(annotation.codes, change);
    const isSame =
      codes.length === annotation.codes.length && codes.every((c, i) => c === annotation.codes[i]);
    if (isSame) return [];
    const { id, entity, note } = annotation;
    if (codes.length === 0 && entity === undefined && !note) return [{ kind: 'remove', id }];
    return [{ kind: 'change', id, decide: (now) => ({ ...now, codes: codesAfter(now.codes, change) }) }];
  });
}

function codesAfter(codes: readonly string[], change: BulkChange): readonly string[] {
  switch (change.kind) {
    case 'add':
      return [...codes, ...change.codes.filter((code) => !codes.includes(code))];
    case 'take':
      return codes.filter((code) => !change.codes.includes(code));
    case 'retag':
      return [...new Set(change.codes)];
  }
}
