import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { Format, ReadProblem, SourceFile } from '../../core/formats/format';
import { unzip } from '../../core/formats/zip';
import { CommandError } from '../io';
import type { Io } from '../io';

/** The files of another tool that `format` may read: one file, all in a folder, or all in a zip. */
export function readSourceFiles(
  io: Io,
  source: string,
  format: Format,
  problems: ReadProblem[],
): SourceFile[] {
  const full = resolve(io.cwd, source);
  if (!existsSync(full)) throw new CommandError(`${source}: no such file or folder`);
  const isWanted = (path: string): boolean =>
    format.extensions.some((extension) => path.toLowerCase().endsWith(extension));
  const files = statSync(full).isDirectory()
    ? readdirSync(full, { recursive: true, encoding: 'utf8' })
        .map((name) => join(full, name))
        .filter((path) => isWanted(path) && statSync(path).isFile())
        .sort()
        .map((path) => ({ path: relative(full, path).split(sep).join('/'), content: readFileSync(path) }))
    : [{ path: basename(full), content: readFileSync(full) }];
  const opened = files.flatMap((file) =>
    file.path.toLowerCase().endsWith('.zip')
      ? unzip(file, problems).filter(({ path }) => isWanted(path))
      : [file],
  );
  if (opened.length === 0) {
    throw new CommandError(`${source}: no file of ${format.label} (${format.extensions.join(', ')})`);
  }
  return opened;
}
