import type { Io } from '../../../src/cli/io';

/** An `Io` that remembers what was written. */
export interface TestIo extends Io {
  stdout: string;
  stderr: string;
}

export function testIo(cwd = process.cwd(), stdin: string | Uint8Array = ''): TestIo {
  const io: TestIo = {
    cwd,
    stdout: '',
    stderr: '',
    interactive: false,
    out: (text) => {
      io.stdout += text;
      return Promise.resolve();
    },
    err: (message) => {
      io.stderr += message + '\n';
    },
    async *stdin() {
      yield typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin;
    },
  };
  return io;
}
