import { capabilities } from '../capabilities';
import { Cooccurrence, cooccurrenceColumns } from '../cooccurrence';
import type { ExportCorpus } from '../exportModel';
import type { ExportChunk, Format, WriteOptions } from '../format';
import type { Survey } from '../survey';
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
import { ParquetTable } from './table';

/** The tables of `csv` as Parquet, the releases with their texts: for DuckDB, Spark, Arrow, pandas, Polars. */
export const parquet: Format = {
  id: 'parquet',
  label: 'Parquet tables',
  description:
    'annotations, mentions, co-occurrence, codebook and releases with texts, for DuckDB, Spark and pandas',
  units: ['codepoints', 'utf16', 'bytes'],
  extensions: ['.parquet'],
  capabilities: capabilities({ 'code-retired': 'kept' }),
  write,
};

async function* write(
  corpus: ExportCorpus,
  survey: Survey,
  { unit }: WriteOptions,
): AsyncGenerator<ExportChunk> {
  const context = tableContext(unit, corpus.codebook, corpus.entities);
  const releases = new ParquetTable('releases.parquet', [...releaseColumns, ['text', 'string']]);
  const annotations = new ParquetTable('annotations.parquet', annotationColumns(unit));
  const mentions = new ParquetTable('mentions.parquet', mentionColumns(unit));
  const cooccurrence = new Cooccurrence();
  for await (const document of corpus.documents) {
    cooccurrence.add(document);
    yield* releases.add([[...releaseRow(document), document.text]]);
    yield* annotations.add(annotationRows(document, context));
    yield* mentions.add(mentionRows(document, context));
  }
  const pairs = new ParquetTable('cooccurrence.parquet', cooccurrenceColumns);
  yield* pairs.add(cooccurrence.rows());
  const codes = new ParquetTable('codebook.parquet', codebookColumns);
  yield* codes.add(codebookRows(survey.codebook));
  for (const table of [releases, annotations, mentions, pairs, codes]) yield* table.end();
}
