import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { csv } from '../../../src/core/formats/csv/csv';
import { parquet } from '../../../src/core/formats/parquet/parquet';
import type { SourceFile } from '../../../src/core/formats/format';
import { corpus } from './support/arbitraries';
import { exportFiles } from './support/roundTrip';
import { sample } from './support/sample';

function read(files: readonly SourceFile[], path: string): Promise<Record<string, unknown>[]> {
  const { content } = files.find((file) => file.path === path)!;
  return parquetReadObjects({ file: content.slice().buffer });
}

/** hyparquet takes U+FEFF at the beginning of a string for a byte-order mark; the bytes are in the file. */
function asRead(text: string | undefined): string | null {
  return text?.replace(/^\ufeff/, '') ?? null;
}

describe('Parquet tables, as hyparquet reads them', () => {
  it('have a row for each span of each annotation', async () => {
    const { files } = await exportFiles(parquet, sample);
    const rows = await read(files, 'annotations.parquet');
    assert.deepEqual(
      rows.map(({ id, part, parts, start, end, quote, codes }) => [
        id,
        part,
        parts,
        start,
        end,
        quote,
        codes,
      ]),
      [
        ['k7m2qp4d', 1, 1, 4, 35, 'warm welcome awaited\nthe guests', 'warmth;ceremony'],
        ['b4b4b4b4', 1, 2, 4, 8, 'warm', 'warmth'],
        ['b4b4b4b4', 2, 2, 29, 35, 'guests', 'warmth'],
        ['w3x9a1bz', 1, 1, 54, 60, 'Lavrov', null],
      ],
    );
  });

  it('hold every text, note and quote as they are', async () => {
    const property = fc.asyncProperty(corpus, async (any) => {
      const { files } = await exportFiles(parquet, any);
      const releases = await read(files, 'releases.parquet');
      assert.deepEqual(
        releases.map(({ file, text }) => [file, text]),
        any.documents.map(({ path, text }) => [path, text]),
      );
      const human = any.documents.flatMap(({ text, annotations }) =>
        annotations
          .filter(({ recognised }) => recognised === undefined)
          .flatMap(({ spans, note }) =>
            spans.map(({ start, end }) => [asRead(text.slice(start, end)), asRead(note)]),
          ),
      );
      const rows = await read(files, 'annotations.parquet');
      assert.deepEqual(
        rows.map(({ quote, note }) => [quote, note]),
        human,
      );
    });
    await fc.assert(property, { numRuns: 100 });
  });

  it('have the columns of the CSV tables, and the texts besides', async () => {
    const tables = await exportFiles(csv, sample);
    const { files } = await exportFiles(parquet, sample);
    for (const { path, content } of files) {
      const { schema } = parquetMetadata(content.slice().buffer);
      const columns = schema.slice(1).map(({ name }) => name);
      const table = tables.files.find((file) => file.path === path.replace('.parquet', '.csv'))!;
      const head = Buffer.from(table.content).toString('utf8').split('\n')[0]!.split(',');
      assert.deepEqual(
        columns.filter((name) => name !== 'text'),
        head,
      );
    }
  });
});
