import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { errorMessage, isBrokenPipe } from './errorMessage';
import type { ExitCode, Io } from './io';

/** Adds one command. Its action returns how it ended; `run` carries that to the process. */
export type Register = (program: Command, io: Io) => void;

/** Wraps a command's action: keeps its exit code for `run`. */
export type Action<Args extends unknown[]> = (...args: Args) => Promise<ExitCode>;

const exitCodes = new WeakMap<Command, ExitCode>();

/** For `.action(…)`: commander itself ignores what an action returns. */
export function action<Args extends unknown[]>(
  program: Command,
  run: Action<Args>,
): (...args: Args) => Promise<void> {
  return async (...args) => {
    exitCodes.set(program, await run(...args));
  };
}

export function createProgram(io: Io, commands: readonly Register[]): Command {
  const program = new Command('pressmark')
    .description(
      'Annotated corpora of press releases: mentions, anchors, problems, exchange with other tools.',
    )
    .version(version)
    .showHelpAfterError('(--help tells how it is used)')
    .addHelpText(
      'after',
      '\nData goes to standard output, messages to standard error.\nExit code: 0 fine, 1 findings, 2 usage or I/O error.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.out(text),
      writeErr: (text) => io.err(text.trimEnd()),
    });
  for (const register of commands) register(program, io);
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program);
  return program;
}

/** Runs the command line `args` (without node and script). Never throws. */
export async function run(args: readonly string[], io: Io, commands: readonly Register[]): Promise<ExitCode> {
  const program = createProgram(io, commands);
  try {
    if (args.length === 0) program.help({ error: true });
    await program.parseAsync(args, { from: 'user' });
    return exitCodes.get(program) ?? 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (isBrokenPipe(error)) return 0;
    io.err(`pressmark: ${errorMessage(error)}`);
    return 2;
  }
}
