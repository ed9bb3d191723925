import type { Command } from 'commander';
import type { CompiledGazetteer } from '../../core/recognition/compileGazetteer';
import type { Mention } from '../../core/recognition/mention';
import { recognize } from '../../core/recognition/recognize';
import { parseRelease } from '../../core/release/parseRelease';
import { offsetsIn } from '../../core/text/offsets';
import type { OffsetUnit } from '../../core/text/offsets';
import { eachFile } from '../eachFile';
import { loadGazetteer } from '../gazetteer';
import type { GazetteerOptions } from '../gazetteer';
import { CommandError } from '../io';
import type { ExitCode, Io } from '../io';
import { linesOf } from '../lines';
import { action } from '../program';
import { offsetUnit, quoted, readReleaseText } from '../releaseInput';

interface Options extends GazetteerOptions {
  readonly jsonl?: boolean;
  readonly offsets: OffsetUnit;
}

/** `pressmark mentions`: who and what releases speak of, one JSON line a file. */
export function registerMentions(program: Command, io: Io): void {
  program
    .command('mentions')
    .description('who and what releases speak of: one JSON line a file')
    .argument('[file...]', 'releases; - reads standard input')
    .option('--json', 'JSON lines (the default)')
    .option('--jsonl', 'read {"id","text"} lines on standard input, write one line each')
    .option('--offsets <unit>', 'codepoints, utf16 or bytes', offsetUnit, 'codepoints')
    .option('--gazetteer <file...>', 'further gazetteers')
    .option('--no-builtin', 'do without the built-in gazetteer')
    .action(
      action(program, async (files: string[], options: Options): Promise<ExitCode> => {
        if (!options.jsonl && files.length === 0)
          throw new CommandError('mentions: name a file, - or --jsonl');
        const gazetteer = loadGazetteer(io, options);
        if (options.jsonl) return streamLines(io, gazetteer, options.offsets);
        return eachFile(io, files, async (file) => {
          const text = await readReleaseText(io, file);
          const mentions = mentionsOf(text, file, gazetteer, options.offsets);
          await io.out(JSON.stringify({ file, mentions }) + '\n');
          return 0;
        });
      }),
    );
}

/** One line in, one line out, nothing held; a line that can't be read is answered with an `error`. */
async function streamLines(io: Io, gazetteer: CompiledGazetteer, unit: OffsetUnit): Promise<ExitCode> {
  let exit: ExitCode = 0;
  for await (const line of linesOf(io.stdin())) {
    if (line.trim() === '') continue;
    const input = readInput(line);
    if ('error' in input) exit = 1;
    const answer =
      'error' in input ? input : { id: input.id, mentions: mentionsOf(input.text, '', gazetteer, unit) };
    await io.out(JSON.stringify(answer) + '\n');
  }
  return exit;
}

function readInput(line: string): { id: unknown; text: string } | { id: unknown; error: string } {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null)
      return { id: null, error: 'not an object with "id" and "text"' };
    const id = 'id' in value ? value.id : null;
    const text = 'text' in value ? value.text : undefined;
    return typeof text === 'string' ? { id, text } : { id, error: '"text" is no string' };
  } catch (error) {
    return { id: null, error: error instanceof Error ? error.message : String(error) };
  }
}

function mentionsOf(
  text: string,
  fileName: string,
  gazetteer: CompiledGazetteer,
  unit: OffsetUnit,
): readonly object[] {
  const offsets = offsetsIn(unit, text);
  const release = parseRelease(text, { fileName });
  return recognize(release, gazetteer).map((mention) =>
    outputOf(mention, text, gazetteer, (held) => offsets.toStored(held)),
  );
}

function outputOf(
  mention: Mention,
  text: string,
  gazetteer: CompiledGazetteer,
  toStored: (held: number) => number,
): object {
  const { entity, parent, normalized, form, holder } = mention;
  const wikidata = entity === undefined ? undefined : gazetteer.entities.get(entity)?.wikidata;
  return {
    start: toStored(mention.start),
    end: toStored(mention.end),
    text: quoted(text, mention.start, mention.end),
    type: mention.type,
    ...(entity === undefined ? {} : { entity }),
    ...(wikidata === undefined ? {} : { wikidata }),
    nested: parent !== undefined,
    ...(parent === undefined ? {} : { parent: [toStored(parent.start), toStored(parent.end)] }),
    ...(normalized === undefined ? {} : { normalized }),
    ...(form === undefined ? {} : { form }),
    ...(holder === undefined ? {} : { holder }),
    certain: mention.certain,
  };
}
