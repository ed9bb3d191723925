import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { AnchorState } from '../../core/annotation/annotation';
import { exportCorpus } from '../../core/formats/exportCorpus';
import type { Format } from '../../core/formats/format';
import { inVariant } from '../../core/formats/format';
import { formatLossReport, lossReportJson } from '../../core/formats/lossReport';
import { formatById, formats } from '../../core/formats/registry';
import type { ExportKind, ExportSelection } from '../../core/formats/selection';
import { exportKinds, placedStates } from '../../core/formats/selection';
import { surveyCorpus } from '../../core/formats/survey';
import type { OffsetUnit } from '../../core/text/offsets';
import type { CorpusFolder } from '../exchange/corpusFolder';
import { openCorpusFolder } from '../exchange/corpusFolder';
import { exportOfFolder } from '../exchange/exportFolder';
import { Interrupted, Progress, watchInterrupt } from '../exchange/progress';
import { Spool } from '../exchange/spool';
import { TargetFolder } from '../exchange/targetFolder';
import type { GazetteerOptions } from '../gazetteer';
import { CommandError } from '../io';
import type { ExitCode, Io } from '../io';
import { action } from '../program';

interface Options extends GazetteerOptions {
  readonly encoding?: string;
  readonly format: string;
  readonly out?: string;
  readonly offsets?: string;
  readonly variant?: string;
  readonly what?: string;
  readonly author?: string;
  readonly state?: string;
  readonly lossReport?: string;
}

/** `pressmark export`: a corpus in another tool's format, with a loss report. */
export function registerExport(program: Command, io: Io): void {
  program
    .command('export')
    .description('a corpus in another tool’s format; what that cannot hold is told')
    .argument('[path...]', 'the corpus, or folders and releases of it', [])
    .requiredOption('--format <id>', 'see below')
    .option(
      '--out <path>',
      'folder to write to, or the file where there is only one; else exports/FORMAT in the corpus',
    )
    .option('--offsets <unit>', 'codepoints, utf16 or bytes, where the format leaves it open')
    .option('--variant <name>', 'variant of the format, where it has several')
    .option('--what <kinds>', `of ${exportKinds.join(', ')}`)
    .option('--author <names>', 'only annotations of these, commas between')
    .option('--state <states>', `anchors: of ${placedStates.join(', ')}`, 'exact,moved')
    .option('--loss-report <file>', 'the loss report as JSON')
    .option('--gazetteer <file...>', 'further gazetteers')
    .option('--no-builtin', 'do without the built-in gazetteer')
    .option('--encoding <name>', 'of the releases, as in the editor’s files.encoding', 'utf8')
    .addHelpText('after', `\nFormats:\n${formats.map(helpLine).join('\n')}`)
    .action(action(program, (paths: string[], options: Options) => run(io, paths, options)));
}

function helpLine({ id, description, read }: Format): string {
  return `  ${id.padEnd(14)}${read === undefined ? '' : 'in and '}out: ${description}`;
}

async function run(io: Io, paths: readonly string[], options: Options): Promise<ExitCode> {
  const format = inVariant(formatOf(options.format), options.variant);
  const unit = unitOf(format, options.offsets);
  const selection = selectionOf(format, options);
  if (options.variant !== undefined && format.variants?.includes(options.variant) !== true) {
    throw new CommandError(
      `--variant ${options.variant}: ${format.id} has ${format.variants?.join(', ') ?? 'none'}`,
    );
  }
  const folder = openCorpusFolder(io, paths, options);
  const source = exportOfFolder(folder, selection);
  // From here on there is something to be cleared away.
  const interrupt = watchInterrupt();
  const spool = new Spool(source.documents);
  const corpus = { ...source, documents: spool };
  const out =
    options.out === undefined ? join(folder.root, 'exports', format.id) : resolve(io.cwd, options.out);
  let target: TargetFolder | undefined;
  try {
    const surveying = new Progress(io, 'Looking through', folder.paths.length);
    const survey = await surveyCorpus(format, corpus, () => {
      interrupt.check();
      surveying.step();
    });
    surveying.end();
    io.err(formatLossReport(survey.report));
    if (options.lossReport !== undefined) {
      writeFileSync(
        resolve(io.cwd, options.lossReport),
        `${JSON.stringify(lossReportJson(survey.report), undefined, 2)}\n`,
      );
    }
    target = new TargetFolder(out, isOfCorpus(folder));
    const writing = new Progress(io, 'Writing', folder.paths.length);
    const chunks = exportCorpus(
      format,
      corpus,
      survey,
      { unit, ...(options.variant !== undefined && { variant: options.variant }) },
      () => {
        interrupt.check();
        writing.step();
      },
    );
    for await (const chunk of chunks) target.write(chunk);
    writing.end();
    const files = target.finish();
    await io.out(`${JSON.stringify({ format: format.id, files: files.length, bytes: target.bytes, out })}\n`);
  } catch (error) {
    target?.remove();
    if (error instanceof Interrupted) throw new CommandError(error.message);
    throw error;
  } finally {
    interrupt.end();
    spool.remove();
  }
  for (const problem of folder.problems) io.err(problem);
  return folder.problems.size > 0 ? 1 : 0;
}

/** Releases, sidecars and the codebook are never replaced by an export. */
function isOfCorpus(folder: CorpusFolder): (path: string) => boolean {
  const own = new Set(
    folder.paths.flatMap((path) => [resolve(folder.root, path), resolve(folder.sidecarFile(path))]),
  );
  own.add(resolve(folder.codebookFile));
  return (path) => own.has(path);
}

export function formatOf(id: string): Format {
  const format = formatById(id);
  if (format === undefined) {
    throw new CommandError(`--format ${id}: use one of ${formats.map((known) => known.id).join(', ')}`);
  }
  return format;
}

function unitOf(format: Format, wanted: string | undefined): OffsetUnit {
  if (wanted === undefined) return format.units[0] ?? 'codepoints';
  const unit = format.units.find((known) => known === wanted);
  if (unit !== undefined) return unit;
  const choice =
    format.units.length === 0 ? 'it has no offsets' : `${format.id} has ${format.units.join(', ')}`;
  throw new CommandError(`--offsets ${wanted}: ${choice}`);
}

function selectionOf(format: Format, options: Options): ExportSelection {
  // A flat layer of tags is mostly wanted for names; everything else for what people said.
  const usual: ExportKind[] = format.id.startsWith('conll')
    ? ['entities', 'mentions']
    : ['codes', 'entities'];
  const what = listOf('--what', options.what, exportKinds, usual);
  const states = listOf<AnchorState>('--state', options.state, placedStates, ['exact', 'moved']);
  const authors = options.author?.split(',').map((name) => name.trim());
  return { what: new Set(what), states: new Set(states), ...(authors && { authors: new Set(authors) }) };
}

function listOf<T extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly T[],
  usual: readonly T[],
): readonly T[] {
  if (value === undefined) return usual;
  return value.split(',').map((item) => {
    const known = allowed.find((candidate) => candidate === item.trim());
    if (known === undefined) throw new CommandError(`${option} ${item}: use ${allowed.join(', ')}`);
    return known;
  });
}
