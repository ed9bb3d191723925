import type { Format, ReadProblem, ReadResult, SourceFile } from './format';
import type { Message } from '../text/message';
import { sentence } from '../text/message';

/**
 * Reads another tool's files, adding to the `problems` of opening them. Where nothing of the format is in any of them, that
 * is a problem too: whoever chose the wrong file or format is to hear of it.
 */
export function readFiles(
  format: Format,
  files: readonly SourceFile[],
  problems: readonly ReadProblem[] = [],
): ReadResult {
  const result = format.read!(files);
  const all = [...problems, ...result.problems];
  const isEmpty =
    result.codes.length + result.entities.length === 0 &&
    result.documents.every(({ text = '', annotations }) => text === '' && annotations.length === 0);
  if (!isEmpty || all.length > 0) return { ...result, problems: all };
  const message = [
    ...sentence('There is nothing in here that could be read as {0}.', format.label),
    ...(hints[format.id] ?? sentence('Choose another file or format.')),
  ];
  return { ...result, problems: files.map(({ path }) => ({ file: path, message })) };
}

const hints: Readonly<Record<string, Message>> = {
  csv: sentence('A table of annotations has the columns file, start and end; one of codes has id and name.'),
};
