import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { decodeFile } from '../core/corpus/decodeFile';
import type { OffsetUnit } from '../core/text/offsets';
import { isSystemError } from './errorMessage';
import { CommandError, readStdin } from './io';
import type { Io } from './io';

/** The text of a release named on the command line, without BOM; `-` is standard input. */
export async function readReleaseText(io: Io, file: string): Promise<string> {
  const bytes = file === '-' ? await readStdin(io) : await readNamed(io, file);
  const decoded = decodeFile(bytes);
  if (decoded.kind !== 'text') throw new CommandError(`${file}: not a text file`);
  return decoded.text;
}

/** The path in messages is the one that was typed. */
async function readNamed(io: Io, file: string): Promise<Uint8Array> {
  try {
    return await readFile(resolve(io.cwd, file));
  } catch (error) {
    throw isSystemError(error) ? Object.assign(error, { path: file }) : error;
  }
}

/** Reads `--offsets`. */
export function offsetUnit(value: string): OffsetUnit {
  if (value === 'codepoints' || value === 'utf16' || value === 'bytes') return value;
  throw new CommandError(`--offsets ${value}: use codepoints, utf16 or bytes`);
}

/** What is quoted from a text, with line ends as LF. */
export function quoted(text: string, start: number, end: number): string {
  const slice = text.slice(start, end);
  return slice.includes('\r') ? slice.replace(/\r\n?/g, '\n') : slice;
}
