/** Height of a line in CSS pixels, as in page.css. */
export const rowHeight = 24;
/** Rows drawn above and below what is seen, so that scrolling finds them there. */
const margin = 12;
/** Rows asked for at a time. */
export const chunk = 100;

/** Half-open range of rows. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

/** The rows to draw, of `total`, when the first begins `top` pixels below the window's upper edge (negative: above it). */
export function visibleRows(top: number, windowHeight: number, total: number): Rows {
  const from = Math.max(0, Math.floor(-top / rowHeight) - margin);
  const to = Math.min(total, Math.ceil((windowHeight - top) / rowHeight) + margin);
  return { from: Math.min(from, total), to: Math.max(Math.min(from, total), to) };
}

/** The chunks of rows that have to be asked for so that all of some rows are known. */
export function missingChunks(rows: Rows, isKnown: (row: number) => boolean): readonly number[] {
  const missing = new Set<number>();
  for (let row = rows.from; row < rows.to; row++)
    if (!isKnown(row)) missing.add(Math.floor(row / chunk) * chunk);
  return [...missing];
}

/** Where a key moves the active row; undefined for a key that doesn't. */
export function rowAfterKey(key: string, row: number, total: number, page: number): number | undefined {
  const moves: Record<string, number> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + page,
    PageUp: row - page,
    Home: 0,
    End: total - 1,
  };
  const to = moves[key];
  return to === undefined ? undefined : Math.max(0, Math.min(total - 1, to));
}
