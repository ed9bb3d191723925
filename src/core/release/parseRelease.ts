import { findLists } from './boilerplate';
import { readHead } from './head';
import { readMetadata } from './metadata';
import { readMiddle } from './middle';
import type { Region, Release } from './release';
import { readLines } from './textLines';

export interface ParseOptions {
  /** Name or path of the file: may tell the date and the issuer where the text doesn't. */
  readonly fileName?: string;
}

/**
 * Reads the layout of a release: its regions, in reading order and without overlap, and what it says of itself. Any string is a
 * release; the worst that can happen is that everything is a paragraph. Takes time linear in the text. Offsets are UTF-16
 * code units of `text` as given.
 */
export function parseRelease(text: string, options: ParseOptions = {}): Release {
  const lines = readLines(text);
  const head = readHead(text, lines);
  const regions: Region[] = [...head.regions];
  let dateline = head.dateline;
  let from = head.lines;
  const middle = (to: number): void => {
    if (to <= from) return;
    const read = readMiddle(text, lines, from, to);
    for (const region of read.regions) regions.push(region);
    if (!dateline?.date) dateline = read.dateline ?? dateline;
  };
  for (const list of findLists(text, lines, from)) {
    middle(list.from);
    regions.push({ type: 'boilerplate', start: lines[list.from]!.start, end: lines[list.to - 1]!.end });
    from = list.to;
  }
  middle(lines.length);
  const joined = joinBoilerplate(regions);
  return { text, regions: joined, metadata: readMetadata(text, joined, dateline, options.fileName ?? '') };
}

/** Neighbouring pieces of boilerplate are one region. */
function joinBoilerplate(regions: readonly Region[]): readonly Region[] {
  const joined: Region[] = [];
  for (const region of regions) {
    const last = joined.at(-1);
    if (region.type === 'boilerplate' && last?.type === 'boilerplate')
      joined[joined.length - 1] = { ...last, end: region.end };
    else joined.push(region);
  }
  return joined;
}
