import { printable } from './printable';

/** What a command has to do with the world; tests hand in their own. */
export interface Io {
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Standard output: data. Resolves when more may be written. */
  readonly out: (text: string) => Promise<void>;
  /** Standard error: messages, one line each. */
  readonly err: (message: string) => void;
  /** Chunks of standard input. */
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** True where a person watches standard error, and progress may be drawn there. */
  readonly interactive: boolean;
}

/** How a command ended: 0 fine, 1 findings, 2 some file could not be read. What ends a command at once is thrown. */
export type ExitCode = 0 | 1 | 2;

/** A wrong argument or a file that can't be read or written: told on standard error, exit 2. */
export class CommandError extends Error {}

export function processIo(): Io {
  return {
    cwd: process.cwd(),
    out: (text) =>
      new Promise((resolve, reject) => {
        process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
      }),
    err: (message) => void process.stderr.write(printable(message) + '\n'),
    stdin: () => process.stdin,
    interactive: process.stderr.isTTY === true,
  };
}

export async function readStdin(io: Io): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of io.stdin()) chunks.push(chunk);
  return Buffer.concat(chunks);
}
