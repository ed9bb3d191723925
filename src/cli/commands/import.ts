import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import type { ReadProblem } from '../../core/formats/format';
import type { ImportCorpus, ImportPlan } from '../../core/formats/import/importModel';
import { planImport } from '../../core/formats/import/planImport';
import { importedCodebook, importedGazetteer, importedSidecar } from '../../core/formats/import/applyImport';
import { readFiles } from '../../core/formats/readFiles';
import { formats } from '../../core/formats/registry';
import { recognize } from '../../core/recognition/recognize';
import { parseRelease } from '../../core/release/parseRelease';
import { counted } from '../../core/text/counted';
import { inWords } from '../../core/text/message';
import { replaceFile } from '../../node/atomicWrite';
import type { CorpusFolder } from '../exchange/corpusFolder';
import { openCorpusFolder } from '../exchange/corpusFolder';
import { readSourceFiles } from '../exchange/sourceFiles';
import type { GazetteerOptions } from '../gazetteer';
import { CommandError } from '../io';
import type { ExitCode, Io } from '../io';
import { action } from '../program';
import { formatOf } from './export';
import { timestamp } from '../../core/annotation/timestamp';

interface Options extends GazetteerOptions {
  readonly encoding?: string;
  readonly format: string;
  readonly into: string;
  readonly map: readonly string[];
  readonly author?: string;
  readonly dryRun?: boolean;
}

/** `pressmark import`: another tool's annotations into the sidecars of a corpus. */
export function registerImport(program: Command, io: Io): void {
  const readable = formats.filter(({ read }) => read !== undefined).map(({ id }) => id);
  program
    .command('import')
    .description('annotations of another tool into the sidecars of a corpus; nothing there is overwritten')
    .argument('<source>', 'file, folder or zip')
    .requiredOption('--format <id>', `of ${readable.join(', ')}`)
    .requiredOption('--into <dir>', 'the corpus')
    .option('--map <from=to...>', 'what a label becomes: a code’s id, entity:TYPE, or nothing', collect, [])
    .option('--author <name>', 'of annotations that name none')
    .option('--dry-run', 'tell what would be done, and do nothing')
    .option('--gazetteer <file...>', 'further gazetteers')
    .option('--no-builtin', 'do without the built-in gazetteer')
    .option('--encoding <name>', 'of the releases, as in the editor’s files.encoding', 'utf8')
    .action(action(program, (source: string, options: Options) => run(io, source, options)));
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

async function run(io: Io, source: string, options: Options): Promise<ExitCode> {
  const format = formatOf(options.format);
  if (format.read === undefined) throw new CommandError(`--format ${format.id}: it can only be exported`);
  const problems: ReadProblem[] = [];
  const files = readSourceFiles(io, source, format, problems);
  const folder = openCorpusFolder(io, [options.into], options);
  const plan = planImport(readFiles(format, files, problems), corpusOf(folder), {
    origin: format.id,
    map: mapOf(options.map),
    now: timestamp(new Date()),
    ...(options.author !== undefined && { author: options.author }),
  });
  tell(io, plan, options.dryRun === true);
  if (options.dryRun !== true) await apply(folder, plan);
  const { releases, codes, entities, labels, counts } = plan;
  const summary = {
    ...{ format: format.id, done: options.dryRun !== true, counts, labels },
    codes: codes.map(({ code }) => code.id),
    entities: entities.map(({ id }) => id),
    releases: releases.map(({ path, counts: own }) => ({ path, counts: own })),
  };
  await io.out(`${JSON.stringify(summary)}\n`);
  for (const problem of folder.problems) io.err(problem);
  return plan.problems.length > 0 || folder.problems.size > 0 ? 1 : 0;
}

function mapOf(pairs: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    pairs.map((pair) => {
      const at = pair.lastIndexOf('=');
      if (at < 1)
        throw new CommandError(`--map ${pair}: write it as label=code, label=entity:TYPE or label=`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

function corpusOf(folder: CorpusFolder): ImportCorpus {
  return {
    paths: folder.paths,
    codebook: folder.codebook,
    entities: folder.gazetteer.entities,
    load: (path) => {
      const file = folder.read(path);
      if (file === undefined) return undefined;
      const release = parseRelease(file.text, { fileName: nameOf(path) });
      return { ...file, mentions: recognize(release, folder.gazetteer) };
    },
  };
}

function tell(io: Io, { counts, labels, codes, entities, problems }: ImportPlan, isDryRun: boolean): void {
  io.err(
    [
      `${isDryRun ? 'Would add' : 'Adds'} ${counted(counts.added, 'annotation')}, ${counts['for-review']} for review (their place is not sure),`,
      `${counts.conflict} beside annotations that disagree; there already: ${counts['already-there']},`,
      `recognised anyway: ${counts.recognised}, left out: ${counts['left-out']}.`,
    ].join(' '),
  );
  for (const { label, becomes, count } of labels) {
    io.err(`  ${label} (${count}) → ${becomes === '' ? 'nothing' : becomes}`);
  }
  if (codes.length > 0) io.err(`New codes: ${codes.map(({ code }) => code.id).join(', ')}`);
  if (entities.length > 0) io.err(`New entities: ${entities.map(({ id }) => id).join(', ')}`);
  for (const { file, line, message } of problems)
    io.err(`${file}${line === undefined ? '' : `:${line}`}: ${inWords(message)}`);
}

/** Sidecars last: what they refer to is there when they are. */
async function apply(folder: CorpusFolder, plan: ImportPlan): Promise<void> {
  const encode = (text: string): Uint8Array => Buffer.from(text, 'utf8');
  if (plan.codes.length > 0) {
    await replaceFile(folder.codebookFile, encode(importedCodebook(sourceOf(folder.codebookFile), plan)));
  }
  if (plan.entities.length > 0) {
    const file = join(folder.root, folder.project.gazetteers.at(-1) ?? 'entities.yaml');
    const source = importedGazetteer(sourceOf(file), plan.entities);
    if (source === undefined) {
      throw new CommandError(
        `${file} is laid out in a way that nothing can be added to; write it as a block list.`,
      );
    }
    await replaceFile(file, encode(source));
  }
  for (const release of plan.releases) {
    if (release.annotations.length === 0) continue;
    const { text, sidecar } = folder.read(release.path)!;
    const after = importedSidecar(sidecar, { name: nameOf(release.path), text }, release, plan.origin);
    const file = folder.sidecarFile(release.path);
    mkdirSync(dirname(file), { recursive: true });
    await replaceFile(file, encode(after));
  }
}

function sourceOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
