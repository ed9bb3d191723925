import type { Annotation } from './annotation';
import type { SidecarEdit } from './sidecarEdit';
import type { SidecarFile } from './sidecarFile';
import { readItem } from './sidecarItem';

/** Versions kept of one annotation's lines. */
const mostVersions = 50;

/**
 * The lines that annotations had in their sidecar before they were changed or deleted, so that undo gives them back with
 * the comments, quoting and unknown keys they had.
 */
export class RememberedLines {
  private readonly versions = new Map<string, string[]>();

  /** To be called before `edits` are applied to `file`. */
  remember(file: SidecarFile, edits: readonly SidecarEdit[]): void {
    const ids = new Set(edits.flatMap(idsOf));
    if (ids.size === 0) return;
    for (const { id, text } of file.items) {
      if (id === undefined || !ids.has(id)) continue;
      const known = this.versions.get(id) ?? [];
      this.versions.set(id, [...known.filter((lines) => lines !== text), text].slice(-mostVersions));
    }
  }

  /** Edits that undo or redo, with the lines in which their annotations said what they are to say again. */
  withLines(edits: readonly SidecarEdit[]): SidecarEdit[] {
    return edits.map((edit) => {
      if (edit.kind !== 'put') return edit;
      const wanted = JSON.stringify(sorted(edit.annotation));
      const source = this.versions
        .get(edit.annotation.id)
        ?.findLast((lines) => JSON.stringify(sorted(readItem(lines).annotation)) === wanted);
      return source === undefined ? edit : { ...edit, source };
    });
  }
}

function idsOf(edit: SidecarEdit): readonly string[] {
  if (edit.kind === 'put') return [edit.annotation.id];
  return edit.kind === 'remove' ? [edit.id] : [];
}

/** Keys in one order, whoever made the annotation. */
function sorted(annotation: Annotation | undefined): unknown {
  const entries = Object.entries(annotation ?? {}).filter(([, value]) => value !== undefined);
  return entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => [key, key === 'target' ? targets(value) : value]);
}

function targets(value: unknown): unknown {
  return (value as Annotation['target']).map(({ start, end, quote, prefix, suffix }) => [
    start,
    end,
    quote,
    prefix,
    suffix,
  ]);
}
