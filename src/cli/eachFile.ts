import { errorMessage, isBrokenPipe, isSystemError } from './errorMessage';
import { CommandError, type ExitCode, type Io } from './io';

/**
 * Does a command's work for each file. A file that can't be read is told on standard error and doesn't stop the rest.
 *
 * @param work answers with its findings: 0 none, 1 some
 * @returns 2 where a file could not be read, else 1 where there were findings
 */
export async function eachFile(
  io: Io,
  files: readonly string[],
  work: (file: string) => Promise<ExitCode>,
): Promise<ExitCode> {
  let worst: ExitCode = 0;
  for (const file of files) {
    const exit = await work(file).catch((error: unknown): ExitCode => {
      if (isBrokenPipe(error) || !(error instanceof CommandError || isSystemError(error))) throw error;
      io.err(`pressmark: ${errorMessage(error)}`);
      return 2;
    });
    if (exit > worst) worst = exit;
  }
  return worst;
}
