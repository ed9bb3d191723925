import { inWords } from '../../core/text/message';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { mergeSidecars, type MergeConflict } from '../../core/annotation/merge';
import { readSidecar } from '../../core/annotation/readSidecar';
import { replaceFile } from '../../node/atomicWrite';
import { nodeFiles } from '../../node/nodeFiles';
import { lineAndColumn } from '../lineAndColumn';
import { CommandError, type ExitCode, type Io } from '../io';
import { action } from '../program';

interface Options {
  readonly path?: string;
}

/** `pressmark merge`: three-way merge of a sidecar by annotation id, usable as a git merge driver. */
export function registerMerge(program: Command, io: Io): void {
  program
    .command('merge')
    .description('three-way merge of a sidecar by annotation id, for git: the result is written to OURS')
    .argument('<base>', 'the common ancestor; an empty file for none')
    .argument('<ours>', 'our version; the result takes its place')
    .argument('<theirs>', 'their version')
    .option('--path <path>', 'what the file is called in messages')
    .addHelpText(
      'after',
      `
An annotation that both sides changed differently is kept twice, the second with \`conflict: <id>\`; exit code 1.
As git merge driver:
  git config merge.pressmark.driver "pressmark merge --path %P %O %A %B"
  echo "*.annotations.yaml merge=pressmark" >> .gitattributes`,
    )
    .action(
      action(program, (base: string, ours: string, theirs: string, options: Options) =>
        merge(io, base, ours, theirs, options),
      ),
    );
}

async function merge(
  io: Io,
  base: string,
  ours: string,
  theirs: string,
  { path }: Options,
): Promise<ExitCode> {
  const name = path ?? basename(ours);
  const files = [base, ours, theirs].map((file) => resolve(io.cwd, file));
  const [b, o, t] = await Promise.all(files.map(read));
  const { source, conflicts } = mergeSidecars(b ?? '', o ?? '', t ?? '');
  if (source === undefined) {
    for (const [label, text] of [
      ['ours', o],
      ['theirs', t],
    ] as const) {
      const problem = readSidecar(text ?? '').problems[0];
      if (!readSidecar(text ?? '').writable && problem) {
        const { line, column } = lineAndColumn(text ?? '', problem.span.start);
        io.err(`${name} (${label}) ${line}:${column}: ${inWords(problem.message)}`);
      }
    }
    throw new CommandError(`${name} can’t be merged; ours is left as it was.`);
  }
  if (source !== o) await replaceFile(files[1] ?? '', source);
  for (const conflict of conflicts) io.err(`${name}: ${describe(conflict)}`);
  const annotations = readSidecar(source).items.length;
  await io.out(JSON.stringify({ file: name, annotations, conflicts }) + '\n');
  return conflicts.length > 0 ? 1 : 0;
}

async function read(path: string): Promise<string> {
  const text = await nodeFiles.read(path);
  if (text === undefined) throw new CommandError(`${path}: no such file`);
  return text;
}

function describe(conflict: MergeConflict): string {
  if (conflict.kind === 'key')
    return `both sides changed \`${conflict.key}\`; the other value was ${conflict.lost}`;
  const keys = conflict.keys.map((key) => `\`${key}\``).join(' and ');
  return `both sides changed ${keys} of annotation ${conflict.id}; the other version is kept as ${conflict.copy}`;
}
