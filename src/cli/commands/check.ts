import { inWords } from '../../core/text/message';
import { Option, type Command } from 'commander';
import { rules } from '../../core/annotation/checks/rules';
import { storedOffsets } from '../../core/text/offsets';
import { checkCorpus, type CheckedFile } from '../check/checkCorpus';
import { sarifLog } from '../check/sarif';
import type { ExitCode, Io } from '../io';
import { lineAndColumn } from '../lineAndColumn';
import { printable } from '../printable';
import { problemLine } from '../problemLine';
import { action } from '../program';

interface Options {
  readonly format: 'text' | 'json' | 'sarif';
  readonly rules?: boolean;
}

/** `pressmark check`: every problem of a corpus's sidecars, codebook, gazetteers and project file. */
export function registerCheck(program: Command, io: Io): void {
  program
    .command('check')
    .description('every problem in sidecars, codebook, gazetteers and pressmark.yaml')
    .argument('[dir]', 'the corpus, or a folder of it', '.')
    .addOption(
      new Option('--format <format>', 'how findings are written')
        .choices(['text', 'json', 'sarif'])
        .default('text'),
    )
    .option('--rules', 'list the rules and their levels, and check nothing')
    .addHelpText(
      'after',
      '\nLevels are set in pressmark.yaml: `rules: {sidecar/overlap: off}`; they are error, warning, information, off.\nExit code 1 when there is an error or a warning.',
    )
    .action(
      action(program, (dir: string, options: Options) =>
        options.rules ? listRules(io) : check(io, dir, options),
      ),
    );
}

async function listRules(io: Io): Promise<ExitCode> {
  const width = Math.max(...Object.keys(rules).map((name) => name.length));
  for (const [name, { level, description }] of Object.entries(rules)) {
    await io.out(`${name.padEnd(width)}  ${level.padEnd(11)}  ${description}\n`);
  }
  return 0;
}

async function check(io: Io, dir: string, { format }: Options): Promise<ExitCode> {
  const { root, files } = await checkCorpus(io, dir);
  const found: CheckedFile[] = [];
  const count = { error: 0, warning: 0, information: 0 };
  for await (const file of files) {
    if (file.findings.length === 0) continue;
    for (const { severity } of file.findings) count[severity]++;
    // Text is told at once, the others are one document.
    if (format === 'text') await io.out(file.findings.map((finding) => textLine(file, finding)).join(''));
    else found.push(file);
  }
  if (format === 'json')
    await io.out(JSON.stringify({ problems: found.flatMap(jsonProblems), ...count }) + '\n');
  if (format === 'sarif') await io.out(JSON.stringify(sarifLog(root, found), undefined, 2) + '\n');
  io.err(
    `${told(count.error, 'error')}, ${told(count.warning, 'warning')}, ${told(count.information, 'remark')}`,
  );
  return count.error + count.warning > 0 ? 1 : 0;
}

function told(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function textLine({ path, source }: CheckedFile, finding: CheckedFile['findings'][number]): string {
  return printable(`${problemLine(path, source, finding, finding.severity)} [${finding.rule}]\n`);
}

/** `start` and `end` are code points of the file; lines and columns count from 1. */
function jsonProblems({ path, source, findings }: CheckedFile): object[] {
  const offsets = storedOffsets(source);
  return findings.map(({ rule, severity, message, span, annotation, fixes }) => {
    const from = lineAndColumn(source, span.start);
    const to = lineAndColumn(source, span.end);
    return {
      file: path,
      rule,
      level: severity,
      message: inWords(message),
      start: offsets.toStored(span.start),
      end: offsets.toStored(span.end),
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
      ...(annotation === undefined ? {} : { annotation }),
      fixes: fixes.map(({ title }) => inWords(title)),
    };
  });
}
