import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import { anchorAnnotations } from '../../core/annotation/anchoring';
import type { Sidecar } from '../../core/annotation/annotation';
import { isSettled } from '../../core/annotation/review';
import { readSidecar } from '../../core/annotation/sidecar';
import { sidecarPath } from '../../core/corpus/project';
import { offsetsIn } from '../../core/text/offsets';
import type { OffsetUnit } from '../../core/text/offsets';
import { committedText } from '../../node/git';
import { nodeFiles } from '../../node/nodeFiles';
import { eachFile } from '../eachFile';
import { CommandError, type ExitCode, type Io } from '../io';
import { problemLine } from '../problemLine';
import { action } from '../program';
import { projectAround } from '../projectAround';
import { offsetUnit, readReleaseText } from '../releaseInput';

interface Options {
  readonly offsets: OffsetUnit;
  readonly sidecar?: string;
  readonly git: boolean;
}

/** `pressmark anchor`: where the annotations of releases are in today's text, one JSON line a file. */
export function registerAnchor(program: Command, io: Io): void {
  program
    .command('anchor')
    .description(
      'where annotations are in today’s text: exact, moved, fuzzy, ambiguous or orphan; one JSON line a file',
    )
    .argument('<file...>', 'releases')
    .option('--json', 'JSON lines (the default)')
    .option('--offsets <unit>', 'codepoints, utf16 or bytes', offsetUnit, 'codepoints')
    .option('--sidecar <file>', 'of a single release, where it is not beside it')
    .option('--no-git', 'don’t ask git for the text that a sidecar speaks of')
    .action(
      action(program, (files: string[], options: Options): Promise<ExitCode> => {
        if (options.sidecar !== undefined && files.length > 1)
          throw new CommandError('anchor: --sidecar is for a single release');
        return eachFile(io, files, (file) => anchor(io, file, options));
      }),
    );
}

/** @returns 1 where some place is in doubt, or an annotation can't be read */
async function anchor(io: Io, file: string, options: Options): Promise<ExitCode> {
  const path = resolve(io.cwd, file);
  const text = await readReleaseText(io, file);
  const { sidecar, isWhole } = await sidecarOf(io, path, options);
  let anchors = anchorAnnotations(text, sidecar.annotations);
  if (options.git && sidecar.text && anchors.some(({ state }) => state !== 'exact')) {
    const previousText = await committedText(path, sidecar.text);
    if (previousText !== undefined) anchors = anchorAnnotations(text, sidecar.annotations, { previousText });
  }
  const offsets = offsetsIn(options.offsets, text);
  const annotations = anchors.map(({ id, state, spans, score }) => ({
    id,
    state,
    spans: spans.map(({ start, end }) => ({ start: offsets.toStored(start), end: offsets.toStored(end) })),
    ...(score === undefined ? {} : { score }),
  }));
  await io.out(`${JSON.stringify({ file, annotations })}\n`);
  const kept = new Set(sidecar.annotations.flatMap(({ id, orphan }) => (orphan ? [id] : [])));
  return isWhole && anchors.every(({ id, state }) => isSettled(state) || kept.has(id)) ? 0 : 1;
}

/**
 * The sidecar of a release, where its corpus keeps it; one without annotations where there is none yet.
 *
 * @param path of the release, absolute
 * @returns isWhole: false where something in it could not be read, which is told on standard error
 */
async function sidecarOf(
  io: Io,
  path: string,
  options: Options,
): Promise<{ readonly sidecar: Pick<Sidecar, 'annotations' | 'text'>; readonly isWhole: boolean }> {
  const { root, project } = projectAround(dirname(path));
  const usual = join(root, sidecarPath(relative(root, path).split(sep).join('/'), project));
  const file = options.sidecar ? resolve(io.cwd, options.sidecar) : usual;
  const source = await nodeFiles.read(file);
  if (source === undefined) {
    if (options.sidecar !== undefined) throw new CommandError(`${file}: no such sidecar`);
    return { sidecar: { annotations: [] }, isWhole: true };
  }
  const { sidecar, problems } = readSidecar(source);
  const errors = problems.filter(({ severity }) => severity === 'error');
  for (const problem of errors) io.err(problemLine(file, source, problem));
  if (!sidecar) throw new CommandError(`${file}: can’t be read`);
  return { sidecar, isWhole: errors.length === 0 };
}
