import { escapeHtml } from './escapeHtml';

/** The figures of a plot as a table that can be opened: for screen readers, and for who wants to copy them. */
export function dataTable(
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const head = columns.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  const body = rows.map(([first, ...more]) => {
    const cells = more.map((value) => `<td>${escapeHtml(String(value))}</td>`).join('');
    return `<tr><th scope="row">${escapeHtml(String(first))}</th>${cells}</tr>\n`;
  });
  return `<details><summary>As a table</summary>\n<table>\n<tr>${head}</tr>\n${body.join('')}</table></details>\n`;
}
