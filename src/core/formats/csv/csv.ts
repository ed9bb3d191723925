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
import { readCsv } from './readCsv';

/**
 * Tables for spreadsheets, R and pandas: UTF-8 without BOM, comma, LF, quotes doubled (RFC 4180). Cells are what the
 * release says, also where they begin with `=` or `-`.
 */
export const csv: Format = {
  id: 'csv',
  label: 'CSV tables',
  description: 'annotations, mentions, co-occurrence, codebook and releases as tables, one row a span',
  units: ['codepoints', 'utf16', 'bytes'],
  extensions: ['.csv', '.tsv'],
  capabilities: capabilities({ text: 'dropped', 'code-retired': 'kept' }),
  write,
  read: readCsv,
};

async function* write(
  corpus: ExportCorpus,
  survey: Survey,
  { unit }: WriteOptions,
): AsyncGenerator<ExportChunk> {
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

function head(path: string, columns: Columns): ExportChunk {
  return rows(path, [columns.map(([name]) => name)]);
}

function rows(path: string, data: readonly Row[]): ExportChunk {
  if (data.length === 0) return { path, content: '' };
  return { path, content: `${Papa.unparse(data as Row[] as unknown[][], { newline: '\n' })}\n` };
}
