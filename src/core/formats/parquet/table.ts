import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { ExportChunk } from '../format';
import type { Cell, CellType, Columns, Row } from '../tables';

/** Characters of text in rows that are held before a row group is written. */
const groupSize = 8_000_000;
const rowsPerGroup = 100_000;

const types = { string: 'STRING', integer: 'INT32', boolean: 'BOOLEAN' } as const satisfies Record<
  CellType,
  string
>;

/** Writes one Parquet file row group by row group, holding no more than one. */
export class ParquetTable {
  private readonly bytes = new ChunkWriter();
  private readonly writer: ParquetWriter;
  private rows: Row[] = [];
  private held = 0;

  constructor(
    private readonly path: string,
    private readonly columns: Columns,
  ) {
    const columnData = this.columnsOf([]);
    const schema = schemaFromColumnData({ columnData });
    this.writer = new ParquetWriter({ writer: this.bytes, schema, createdBy: 'Pressmark' });
  }

  *add(rows: readonly Row[]): Generator<ExportChunk> {
    for (const row of rows) {
      this.rows.push(row);
      this.held += row.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 8), 0);
    }
    if (this.held >= groupSize || this.rows.length >= rowsPerGroup) yield* this.flush();
  }

  /** The last row group and the footer. */
  *end(): Generator<ExportChunk> {
    if (this.rows.length > 0) yield* this.flush();
    void this.writer.finish();
    yield* this.take();
  }

  private *flush(): Generator<ExportChunk> {
    const columnData = this.columnsOf(this.rows);
    // Nothing is awaited: the writer does so only where its target asks for it.
    void this.writer.write({ columnData, rowGroupSize: this.rows.length });
    this.rows = [];
    this.held = 0;
    yield* this.take();
  }

  private columnsOf(
    rows: readonly Row[],
  ): { name: string; data: Cell[]; type: 'STRING' | 'INT32' | 'BOOLEAN' }[] {
    return this.columns.map(([name, type], i) => ({
      name,
      type: types[type],
      data: rows.map((row) => row[i]!),
    }));
  }

  private *take(): Generator<ExportChunk> {
    const content = this.bytes.takeBytes();
    if (content.length > 0) yield { path: this.path, content };
  }
}

/** Hands out what was written since the last time, while offsets go on counting from the file's beginning. */
class ChunkWriter extends ByteWriter {
  takeBytes(): Uint8Array {
    const taken = new Uint8Array(this.buffer.slice(0, this.index));
    this.index = 0;
    return taken;
  }
}
