import Papa from 'papaparse';
import type { Line } from '../corpus/lines/lineList';

/** Columns of a saved concordance; `start` and `end` count code points of the text with LF line ends, half-open. */
export const concordanceColumns = [
  'file',
  'date',
  'title',
  'start',
  'end',
  'before',
  'keyword',
  'after',
] as const;

/**
 * Lines as a table: UTF-8, LF, quotes doubled (RFC 4180), with a head line. Cells are what the release says.
 *
 * @param delimiter `,` for a file; a tab for the clipboard, from which spreadsheets take columns
 */
export function concordanceTable(lines: readonly Line[], delimiter: ',' | '\t' = ','): string {
  const rows = lines.map(({ place: { release }, line }) => [
    release.path,
    release.date ?? '',
    release.title ?? '',
    line.stored.start,
    line.stored.end,
    line.before.trim(),
    line.keyword,
    line.after.trim(),
  ]);
  return `${Papa.unparse([[...concordanceColumns], ...rows], { delimiter, newline: '\n' })}\n`;
}
