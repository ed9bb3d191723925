import { Zip, ZipDeflate, strToU8, unzipSync } from 'fflate';
import type { ReadProblem, SourceFile } from './format';
import { sentence } from '../text/message';

/** Local midnight, 1 January 1980: the zip epoch in whatever time zone, so that archives do not tell when they were made. */
const epoch = new Date(1980, 0, 1);

/** Writes a zip as a stream of bytes; entries one after another, each in any number of pieces. */
export class ZipWriter {
  private ready: Uint8Array[] = [];
  private entry: ZipDeflate | undefined;
  private readonly zip = new Zip((error, data) => {
    if (error !== null) throw error;
    if (data.length > 0) this.ready.push(data);
  });

  /** Ends the entry before and begins another. */
  begin(path: string): void {
    this.entry?.push(new Uint8Array(0), true);
    this.entry = new ZipDeflate(path, { level: 6 });
    this.entry.mtime = epoch;
    this.zip.add(this.entry);
  }

  write(content: string): void {
    if (content !== '') this.entry!.push(strToU8(content));
  }

  end(): void {
    this.entry?.push(new Uint8Array(0), true);
    this.zip.end();
  }

  /** Bytes that are ready since the last call. */
  take(): Uint8Array[] {
    const taken = this.ready;
    this.ready = [];
    return taken;
  }
}

class TooLarge extends Error {}

/** Bytes that a zip may have unpacked: far more than any project, far less than a machine's memory. */
const mostBytes = 512 * 1024 * 1024;

/**
 * Files of a zip; a broken one becomes a problem, and so does one that would unpack to more than `most` bytes. Its names
 * are only looked at, nothing is ever written under them.
 */
export function unzip(
  { path, content }: SourceFile,
  problems: ReadProblem[],
  most = mostBytes,
): SourceFile[] {
  try {
    let total = 0;
    // What an entry says of its size is what is unpacked of it at most.
    const files = unzipSync(content, {
      filter: ({ originalSize }) => {
        total += originalSize;
        if (total > most) throw new TooLarge();
        return true;
      },
    });
    return Object.entries(files).map(([name, data]) => ({ path: name, content: data }));
  } catch (error) {
    const tooLarge = sentence('it would unpack to more than {0} MB', Math.round(most / 1e6));
    const why = error instanceof TooLarge ? tooLarge : error instanceof Error ? error.message : String(error);
    problems.push({ file: path, message: sentence('This zip cannot be opened: {0}', why) });
    return [];
  }
}
