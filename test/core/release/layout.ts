import { parseRelease } from '../../../src/core/release/parseRelease';

/** The regions of a text as `type: text`, line ends shown as `/`; long ones cut. */
export function layout(text: string, fileName = ''): string[] {
  return parseRelease(text, { fileName }).regions.map(({ type, start, end }) => {
    const own = text.slice(start, end).replace(/\s*\n\s*/gu, ' / ');
    return `${type}: ${own.length > 64 ? `${own.slice(0, 61)}...` : own}`;
  });
}

/** The types of a text's regions, each run of the same type once. */
export function shape(text: string): string {
  const types = parseRelease(text).regions.map(({ type }) => type);
  return types.filter((type, i) => type !== types[i - 1]).join(' ');
}
