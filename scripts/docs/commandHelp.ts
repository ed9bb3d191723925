import type { Command } from 'commander';
import { commands } from '../../src/cli/commands';
import type { Io } from '../../src/cli/io';
import { createProgram } from '../../src/cli/program';
import { rules } from '../../src/core/annotation/checks/rules';
import { features } from '../../src/core/formats/capabilities';
import { inWords } from '../../src/core/text/message';
import type { Feature, Handling } from '../../src/core/formats/capabilities';
import { formats } from '../../src/core/formats/registry';

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

/** What the page of formats tells of each. */
export interface FormatFacts {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly isRead: boolean;
  readonly units: readonly string[];
  readonly variants: readonly string[];
  readonly extensions: readonly string[];
  /** What it does not simply keep, as the loss report calls it; of its variants, what they have otherwise. */
  readonly limits: Readonly<Record<'carried' | 'approximated' | 'dropped', readonly string[]>>;
}

/** All formats of exchange, from their registry. */
export function formatFacts(): FormatFacts[] {
  const told = Object.entries(features).map(([id, what]) => [id as Feature, inWords(what)] as const);
  return formats.map(({ id, label, description, read, units, variants = [], extensions, capabilities }) => {
    const those = (handling: Handling): string[] =>
      told.flatMap(([feature, what]) =>
        capabilities[feature] === handling && !always.has(feature) ? [what] : [],
      );
    const limits = {
      carried: those('carried'),
      approximated: those('approximated'),
      dropped: those('dropped'),
    };
    return { id, label, description, isRead: read !== undefined, units, variants, extensions, limits };
  });
}

/** What no format holds is said once. */
const always = new Set<Feature>(['unreadable', 'unplaced', 'other-keys']);

/** Every rule that problems are told by. */
export function ruleFacts(): { id: string; level: string; description: string }[] {
  return Object.entries(rules).map(([id, rule]) => ({ id, ...rule }));
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
