import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExportDocument } from '../../core/formats/exportModel';
import { linesOf } from '../lines';

/** Milliseconds. */
const pauseEvery = 50;

/**
 * Documents that are made once, on the first walk, and read back from a temporary file on every other: recognition is
 * worth doing once, and a corpus is too large to be held.
 */
export class Spool implements AsyncIterable<ExportDocument> {
  private readonly folder = mkdtempSync(join(tmpdir(), 'pressmark-export-'));
  private isComplete = false;

  constructor(private readonly source: Iterable<ExportDocument> | AsyncIterable<ExportDocument>) {}

  [Symbol.asyncIterator](): AsyncIterator<ExportDocument> {
    return this.isComplete ? documentsIn(this.file) : this.firstWalk();
  }

  /** The file has a JSON line for each document. */
  get file(): string {
    return join(this.folder, 'documents.jsonl');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async *firstWalk(): AsyncGenerator<ExportDocument> {
    const handle = openSync(this.file, 'w');
    let paused = performance.now();
    try {
      for await (const document of this.source) {
        writeSync(handle, `${JSON.stringify(document)}\n`);
        yield document;
        // Everything on this walk is synchronous: without a pause Ctrl+C would not be heard before its end.
        if (performance.now() - paused > pauseEvery) {
          await new Promise((go) => setImmediate(go));
          paused = performance.now();
        }
      }
      this.isComplete = true;
    } finally {
      closeSync(handle);
    }
  }
}

/** Documents of a spool's file, one at a time. */
export async function* documentsIn(file: string): AsyncGenerator<ExportDocument> {
  for await (const line of linesOf(createReadStream(file, { highWaterMark: 1 << 20 }))) {
    if (line !== '') yield JSON.parse(line) as ExportDocument;
  }
}
