import { readSidecar } from './sidecar';
import type { SidecarEdit } from './sidecarEdit';
import { applyEdits } from './sidecarEdit';

/**
 * A sidecar's source with the code `to` in place of `from` in the annotations named; the others keep theirs. A source that can't
 * be written to is returned as it is.
 */
export function splitCode(source: string, from: string, to: string, ids: ReadonlySet<string>): string {
  if (ids.size === 0) return source;
  const file = readSidecar(source);
  if (!file.writable || !file.sidecar) return source;
  const edits = file.sidecar.annotations.flatMap((annotation): SidecarEdit[] => {
    if (!ids.has(annotation.id) || !annotation.codes.includes(from)) return [];
    const codes = [...new Set(annotation.codes.map((code) => (code === from ? to : code)))];
    return [{ kind: 'put', annotation: { ...annotation, codes } }];
  });
  return applyEdits(file, edits).source;
}
