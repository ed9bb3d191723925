/** Cells that a spreadsheet takes for formulas, which can fetch, call and run things. Plain numbers are none. */
const formula = /^'*(?:[=@\t\r]|[+-](?!\d+(?:[.,]\d+)?$))/;

/** Whether a spreadsheet would not take this for text. */
export function isFormula(text: string): boolean {
  return formula.test(text);
}

/** The text as a spreadsheet shows it: an apostrophe at the front says that the rest is text. {@link unguarded} takes it away. */
export function guarded(text: string): string {
  return isFormula(text) ? `'${text}` : text;
}

/** The text itself, but where {@link unguarded} would take an apostrophe of its own away. */
export function raw(text: string): string {
  return text.startsWith("'") ? guarded(text) : text;
}

export function unguarded(cell: string): string {
  return cell.startsWith("'") && isFormula(cell) ? cell.slice(1) : cell;
}
