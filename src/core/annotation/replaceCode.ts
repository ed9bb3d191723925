import { readSidecar } from './sidecar';
import type { SidecarEdit } from './sidecarEdit';
import { applyEdits } from './sidecarEdit';

/**
 * A sidecar's source with one code in place of another, or without it (`to` undefined); each annotation names a code
 * once. An annotation that says nothing else then (no code, entity or note) goes. A source that can't be written to is
 * returned as it is.
 */
export function replaceCode(source: string, from: string, to: string | undefined): string {
  if (!source.includes(from)) return source;
  const file = readSidecar(source);
  if (!file.writable || !file.sidecar) return source;
  const edits = file.sidecar.annotations.flatMap((annotation): SidecarEdit[] => {
    if (!annotation.codes.includes(from)) return [];
    const replaced = annotation.codes.flatMap((code) => (code === from ? (to ?? []) : code));
    const codes = [...new Set(replaced)];
    const isEmpty = codes.length === 0 && annotation.entity === undefined && !annotation.note;
    return isEmpty
      ? [{ kind: 'remove', id: annotation.id }]
      : [{ kind: 'put', annotation: { ...annotation, codes } }];
  });
  return applyEdits(file, edits).source;
}

/** How many annotations of a sidecar carry a code. */
export function countCode(source: string, code: string): number {
  if (!source.includes(code)) return 0;
  const { sidecar } = readSidecar(source);
  return sidecar?.annotations.filter(({ codes }) => codes.includes(code)).length ?? 0;
}
