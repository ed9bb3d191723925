import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { anchorAnnotations } from '../../core/annotation/anchoring';
import { isSettled } from '../../core/annotation/review';
import { readSidecar } from '../../core/annotation/sidecar';
import { sidecarSuffix } from '../../core/corpus/project';
import { offsetsIn } from '../../core/text/offsets';
import type { OffsetUnit } from '../../core/text/offsets';
import { committedText } from '../../node/git';
import { CommandError, type ExitCode, type Io } from '../io';
import { action } from '../program';
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
      action(program, async (files: string[], options: Options): Promise<ExitCode> => {
        let isSettled = true;
        for (const file of files) isSettled = (await anchor(io, file, options)) && isSettled;
        return isSettled ? 0 : 1;
      }),
    );
}

/** @returns false where some place is in doubt */
async function anchor(io: Io, file: string, options: Options): Promise<boolean> {
  const path = resolve(io.cwd, file);
  const sidecarPath = options.sidecar ? resolve(io.cwd, options.sidecar) : beside(path);
  const source = await readFile(sidecarPath, 'utf8').catch(() => {
    throw new CommandError(`${sidecarPath}: no such sidecar`);
  });
  const { sidecar, problems } = readSidecar(source.replace(/^\ufeff/, ''));
  if (!sidecar) throw new CommandError(`${sidecarPath}: ${problems[0]?.message ?? 'can’t be read'}`);
  const text = await readReleaseText(io, file);
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
  return anchors.every(({ id, state }) => isSettled(state) || kept.has(id));
}

function beside(path: string): string {
  return join(dirname(path), `${basename(path)}${sidecarSuffix}`);
}
