import type { Command } from 'commander';
import { commands } from '../../src/cli/commands';
import type { Io } from '../../src/cli/io';
import { createProgram } from '../../src/cli/program';

const silent: Io = {
  cwd: '.',
  out: () => Promise.resolve(),
  err: () => undefined,
  stdin: () => {
    throw new Error('There is no input here.');
  },
  interactive: false,
};

/** The command line as its commands define it; nothing runs. */
export function program(): Command {
  return createProgram(silent, commands);
}

/** The help of the command line and of each command, at a width of 100 columns. */
export function commandHelp(): { name: string; help: string }[] {
  const all = program();
  return [all, ...all.commands].map((command) => {
    let help = '';
    command.configureOutput({ writeOut: (text) => void (help += text), getOutHelpWidth: () => 100 });
    command.outputHelp();
    return { name: command === all ? 'pressmark' : `pressmark ${command.name()}`, help };
  });
}
