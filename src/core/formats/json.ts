import { decodeText } from './decode';
import type { ReadProblem, SourceFile } from './format';
import { sentence } from '../text/message';

/** A JSON object whose fields nobody has vouched for. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The file's JSON, or undefined with a problem that says the line. */
export function parseJsonFile(file: SourceFile, problems: ReadProblem[]): unknown {
  return parseJson(decodeText(file, problems), file.path, 1, problems);
}

/** One JSON value; `firstLine` is the line of the file on which `text` begins. */
export function parseJson(text: string, file: string, firstLine: number, problems: ReadProblem[]): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    problems.push({
      file,
      line: firstLine - 1 + lineOfError(message, text),
      message: sentence('No valid JSON: {0}', message),
    });
    return undefined;
  }
}

/** Values of JSON Lines with their lines; empty lines are passed over, broken ones become problems. */
export function parseJsonLines(
  file: SourceFile,
  problems: ReadProblem[],
): { readonly line: number; readonly value: unknown }[] {
  const lines = decodeText(file, problems).split(/\r?\n/);
  return lines.flatMap((text, i) => {
    if (text.trim() === '') return [];
    const value = parseJson(text, file.path, i + 1, problems);
    return value === undefined ? [] : [{ line: i + 1, value }];
  });
}

function lineOfError(message: string, text: string): number {
  const line = /line (\d+)/.exec(message);
  if (line !== null) return Number(line[1]);
  const position = /position (\d+)/.exec(message);
  const upTo = position === null ? text.trimEnd() : text.slice(0, Number(position[1]));
  return upTo.split('\n').length;
}

export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** An array as it is, one value as an array of one, nothing as an empty array. */
export function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

/** The objects of a list; what is no object is passed over. */
export function objectsIn(value: unknown): JsonObject[] {
  return asList(value)
    .map(asObject)
    .filter((item) => item !== undefined);
}

export function asString(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A whole number that can be an offset. */
export function asOffset(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/**
 * JSON in ASCII: characters beyond it are written as `\uXXXX`, for readers that guess an encoding. Offsets are not
 * changed, the text being the same once read.
 */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
