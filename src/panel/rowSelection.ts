import type { Row } from './annotationRows';

/** Which lines are selected, as in the lists of VS Code. Annotations are selected; headings can only have the focus. */
export interface RowSelection {
  /** Ids of annotations. */
  readonly ids: ReadonlySet<string>;
  /** Key of the line that the keyboard is on. */
  readonly focus: string | undefined;
  /** Key of the line from which Shift selects. */
  readonly anchor: string | undefined;
}

export const nothingSelected: RowSelection = { ids: new Set(), focus: undefined, anchor: undefined };

export interface Modifiers {
  /** Ctrl, or Cmd on macOS: one more, or one less. */
  readonly toggle: boolean;
  /** Shift: all up to here. */
  readonly extend: boolean;
}

/** Selects a line as a click on it does, or the arrow keys that lead to it. */
export function select(
  selection: RowSelection,
  rows: readonly Row[],
  key: string,
  { toggle, extend }: Modifiers,
): RowSelection {
  const row = rows.find((candidate) => candidate.key === key);
  if (!row) return selection;
  if (extend) {
    const from = indexOf(rows, selection.anchor ?? selection.focus ?? key);
    const to = indexOf(rows, key);
    const between = rows.slice(Math.min(from, to), Math.max(from, to) + 1).flatMap(idsOf);
    const ids = new Set(toggle ? [...selection.ids, ...between] : between);
    return { ids, focus: key, anchor: rows[from]?.key ?? key };
  }
  if (!toggle) return { ids: new Set(idsOf(row)), focus: key, anchor: key };
  const ids = new Set(selection.ids);
  for (const id of idsOf(row)) if (!ids.delete(id)) ids.add(id);
  return { ids, focus: key, anchor: key };
}

/** The line to go to from the one with the focus; the first or last where none has it. */
export function lineFrom(
  selection: RowSelection,
  rows: readonly Row[],
  move: 'up' | 'down' | 'pageUp' | 'pageDown' | 'first' | 'last',
): string | undefined {
  const at = rows.findIndex(({ key }) => key === selection.focus);
  const steps = { up: -1, down: 1, pageUp: -10, pageDown: 10, first: -Infinity, last: Infinity };
  const to = at < 0 && move !== 'last' ? 0 : at + steps[move];
  return rows[Math.min(rows.length - 1, Math.max(0, to))]?.key;
}

export function selectAll(selection: RowSelection, rows: readonly Row[]): RowSelection {
  return { ...selection, ids: new Set(rows.flatMap(idsOf)) };
}

/**
 * The selection without annotations that are not listed any more. The keyboard goes from a line that is gone to the one that stands
 * where it stood.
 */
export function stillThere(
  selection: RowSelection,
  rows: readonly Row[],
  before: readonly Row[] = [],
): RowSelection {
  const listed = new Set(rows.flatMap(idsOf));
  const ids = [...selection.ids].filter((id) => listed.has(id));
  const hasFocus = rows.some(({ key }) => key === selection.focus);
  if (ids.length === selection.ids.size && (hasFocus || selection.focus === undefined)) return selection;
  return { ...selection, ids: new Set(ids), focus: hasFocus ? selection.focus : inItsPlace() };

  function inItsPlace(): string | undefined {
    const keys = new Set(rows.map(({ key }) => key));
    const at = before.findIndex(({ key }) => key === selection.focus);
    const next = before.slice(at + 1).find(({ key }) => keys.has(key));
    return at < 0 ? undefined : (next ?? rows.at(-1))?.key;
  }
}

function idsOf(row: Row): readonly string[] {
  return row.kind === 'annotation' ? [row.annotation.id] : [];
}

function indexOf(rows: readonly Row[], key: string): number {
  return Math.max(
    0,
    rows.findIndex((row) => row.key === key),
  );
}
