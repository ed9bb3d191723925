import { inWords } from '../core/text/message';
import type { Problem } from '../core/text/problem';
import { lineAndColumn } from './lineAndColumn';

/** A problem of a file as compilers tell it, `FILE:LINE:COLUMN: MESSAGE`, which editors and terminals turn into a link; with `level`, that before it. */
export function problemLine(
  file: string,
  source: string,
  { message, span }: Pick<Problem, 'message' | 'span'>,
  level = '',
): string {
  const { line, column } = lineAndColumn(source, span.start);
  return `${file}:${line}:${column}: ${level && `${level}: `}${inWords(message)}`;
}
