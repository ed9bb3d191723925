import type { Command } from 'commander';
import { parseRelease } from '../../core/release/parseRelease';
import { offsetsIn } from '../../core/text/offsets';
import type { OffsetUnit } from '../../core/text/offsets';
import { eachFile } from '../eachFile';
import type { ExitCode, Io } from '../io';
import { action } from '../program';
import { offsetUnit, readReleaseText } from '../releaseInput';

/** `pressmark outline`: the layout of releases, one JSON line a file. */
export function registerOutline(program: Command, io: Io): void {
  program
    .command('outline')
    .description('the layout of releases: one JSON line a file')
    .argument('<file...>', 'releases; - reads standard input')
    .option('--json', 'JSON lines (the default)')
    .option('--offsets <unit>', 'codepoints, utf16 or bytes', offsetUnit, 'codepoints')
    .action(
      action(program, (files: string[], options: { offsets: OffsetUnit }): Promise<ExitCode> =>
        eachFile(io, files, async (file) => {
          const text = await readReleaseText(io, file);
          const offsets = offsetsIn(options.offsets, text);
          const { metadata, regions } = parseRelease(text, { fileName: file });
          await io.out(
            JSON.stringify({
              file,
              date: metadata.date ?? null,
              headline: metadata.title ?? null,
              regions: regions.map(({ type, start, end }) => ({
                type,
                start: offsets.toStored(start),
                end: offsets.toStored(end),
              })),
            }) + '\n',
          );
          return 0;
        }),
      ),
    );
}
