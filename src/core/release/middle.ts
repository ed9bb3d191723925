import { readBody } from './body';
import type { Dateline } from './dateline';
import { readDateline } from './dateline';
import { endmarkAtEnd, endmarkInside, isPossibleEndmark } from './endmark';
import { isFurniture } from './furniture';
import type { Region } from './release';
import { readTail } from './tail';
import { lineText, type Line } from './textLines';
import { endsSentence } from './wording';

export interface Middle {
  readonly regions: readonly Region[];
  readonly dateline?: Dateline;
}

/** Reads what lies between the head and a list of other pages (or the end): body, end mark, tail, furniture in between. */
export function readMiddle(text: string, lines: readonly Line[], from: number, to: number): Middle {
  const own = lines.slice(from, to);
  const tail = readTail(text, own, 0);
  const bodyTo = own.length - tail.length;
  const regions: Region[] = [];
  let dateline: Dateline | undefined;
  let run: Line[] = [];
  const flush = (): void => {
    if (run.length === 0) return;
    const body = readBody(text, run);
    for (const region of body.regions) regions.push(region);
    dateline ??= body.dateline;
    run = [];
  };
  let ended = false;
  for (let i = 0; i < bodyTo; i++) {
    const line = own[i]!;
    const type = strayType(text, own, i, ended);
    if (type) {
      flush();
      regions.push({ type, start: line.start, end: line.end });
      continue;
    }
    run.push(line);
    ended = endsText(text, line) || (ended && !readDateline(text, line));
  }
  flush();
  tail.forEach((type, k) => regions.push({ type, start: own[bodyTo + k]!.start, end: own[bodyTo + k]!.end }));
  return { regions, ...(dateline ? { dateline } : {}) };
}

/** The type of a line between paragraphs that is none: furniture, a divider, scraps below an end mark, a next release's title. */
function strayType(
  text: string,
  lines: readonly Line[],
  i: number,
  ended: boolean,
): 'boilerplate' | 'endmark' | 'headline' | undefined {
  const line = lines[i]!;
  const length = line.end - line.start;
  if (length > 200) return undefined;
  const s = lineText(text, line);
  if (length <= 10 && isPossibleEndmark(s)) return s === '-0-' ? 'endmark' : 'boilerplate';
  if (isFurniture(s)) return 'boilerplate';
  if (!ended || readDateline(text, line) || endmarkAtEnd(text, line)) return undefined;
  const next = lines[i + 1];
  if (next && readDateline(text, next)) return 'headline';
  return length < 160 && !endsSentence(s) ? 'boilerplate' : undefined;
}

function endsText(text: string, line: Line): boolean {
  return endmarkAtEnd(text, line) !== undefined || endmarkInside(text, line) !== undefined;
}
