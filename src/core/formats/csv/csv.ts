import Papa from 'papaparse';
import { capabilities } from '../capabilities';
import { Cooccurrence, cooccurrenceColumns } from '../cooccurrence';
import type { ExportCorpus } from '../exportModel';
import type { ExportChunk, Format, WriteOptions } from '../format';
import type { Survey } from '../survey';
import type { Columns, Row } from '../tables';
import {
  annotationColumns,
  annotationRows,
  codebookColumns,
  codebookRows,
  mentionColumns,
  mentionRows,
  releaseColumns,
  releaseRow,
  tableContext,
} from '../tables';
import { guarded, raw } from './formulas';
import { readCsv } from './readCsv';

/**
 * Tables for spreadsheets, R and pandas: UTF-8 without BOM, comma, LF, quotes doubled (RFC 4180). A text that a spreadsheet
 * would run as a formula has an apostrophe before it; in the variant `raw`, for programs, a cell is the text itself.
 */
export const csv: Format = {
  id: 'csv',
  label: 'CSV tables',
  description:
    'annotations, mentions, co-occurrence, codebook and releases as tables, one row a span; variant “raw” for programs',
  units: ['codepoints', 'utf16', 'bytes'],
  variants: ['plain', 'raw'],
  extensions: ['.csv', '.tsv'],
  capabilities: capabilities({ text: 'dropped', formula: 'approximated', 'code-retired': 'kept' }),
  variantCapabilities: { raw: { formula: 'kept' } },
  write,
  read: readCsv,
};

async function* write(
  corpus: ExportCorpus,
  survey: Survey,
  { unit, variant }: WriteOptions,
): AsyncGenerator<ExportChunk> {
  const put = variant === 'raw' ? raw : guarded;
  const rows = (path: string, data: readonly Row[]): ExportChunk => lines(path, data, put);
  const head = (path: string, columns: Columns): ExportChunk => rows(path, [columns.map(([name]) => name)]);
  const context = tableContext(unit, corpus.codebook, corpus.entities);
  const cooccurrence = new Cooccurrence();
  yield head('releases.csv', releaseColumns);
  yield head('annotations.csv', annotationColumns(unit));
  yield head('mentions.csv', mentionColumns(unit));
  for await (const document of corpus.documents) {
    cooccurrence.add(document);
    yield rows('releases.csv', [releaseRow(document)]);
    yield rows('annotations.csv', annotationRows(document, context));
    yield rows('mentions.csv', mentionRows(document, context));
  }
  yield head('cooccurrence.csv', cooccurrenceColumns);
  yield rows('cooccurrence.csv', cooccurrence.rows());
  yield head('codebook.csv', codebookColumns);
  yield rows('codebook.csv', codebookRows(survey.codebook));
}

/** Rows as lines, each text made fit for the variant by `put`. */
function lines(path: string, data: readonly Row[], put: (text: string) => string): ExportChunk {
  if (data.length === 0) return { path, content: '' };
  const cells = data.map((row) => row.map((cell) => (typeof cell === 'string' ? put(cell) : cell)));
  return { path, content: `${Papa.unparse(cells, { newline: '\n' })}\n` };
}
