import { isDateLine, isListHeading } from './furniture';
import { readDateline } from './dateline';
import { isPossibleEndmark } from './endmark';
import { lineText, type Line } from './textLines';
import { endsSentence } from './wording';

/** A run of lines `[from, to)` that belongs to the page, not to the release. */
export interface LineRun {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the lists of other pages below the body: under a heading (`More from …`, `See also`, in several languages), or without
 * one where titles are printed twice or come with a date each. A list reaches to the end of the text, or to the next real paragraph.
 */
export function findLists(text: string, lines: readonly Line[], bodyFrom: number): readonly LineRun[] {
  const runs: LineRun[] = [];
  const teasers = firstTeaser(text, lines, bodyFrom);
  for (let i = Math.max(bodyFrom, 1); i < lines.length; i++) {
    const heading = isListHeading(lineText(text, lines[i]!, 120)) || isNoteBelowEnd(text, lines, i);
    if (!heading && i !== teasers) continue;
    const toEnd = i >= teasers || isPossibleEndmark(lineText(text, lines[i - 1]!, 12));
    const to = toEnd ? lines.length : listEnd(text, lines, i + 1, Math.min(teasers, lines.length));
    runs.push({ from: i, to });
    i = to - 1;
  }
  return runs;
}

/** `Notes to editors`, `For media queries`, `About …` right below an end mark: what follows is no longer the release. */
function isNoteBelowEnd(text: string, lines: readonly Line[], i: number): boolean {
  return isPossibleEndmark(lineText(text, lines[i - 1]!, 12)) && note.test(lineText(text, lines[i]!, 60));
}

const note =
  /^(?:for (?:media|press|further|more|all|any)\b|(?:media|press) (?:contacts?|office|relations|enquir|inquir|quer)|contacts?\b|notes? (?:to|for) (?:the )?(?:editors?|media)|about |background\b|stay connected|sign up\b)/i;

/** The first line that has the weight of body text: long, a whole sentence, no teaser's dateline. */
function listEnd(text: string, lines: readonly Line[], from: number, limit: number): number {
  for (let i = from; i < limit; i++) {
    const line = lines[i]!;
    if (line.end - line.start < 160) continue;
    const ending = text.slice(Math.max(line.start, line.end - 24), line.end);
    if (endsSentence(ending) && !/(?:…|\.\.\.)$/u.test(ending) && !readDateline(text, line)) return i;
  }
  return limit === lines.length ? lines.length : limit;
}

/** Where teasers without a known heading begin; the number of lines where there are none. */
function firstTeaser(text: string, lines: readonly Line[], bodyFrom: number): number {
  const at = Math.min(firstTwin(text, lines, bodyFrom), firstDated(text, lines, bodyFrom));
  if (at <= bodyFrom + 1 || at >= lines.length) return at;
  const above = lines[at - 1]!;
  const s = lineText(text, above, 100);
  return above.end - above.start <= 80 && !endsSentence(s) && !/-0-$/u.test(s) && !isAddress(s) ? at - 1 : at;
}

const isAddress = (s: string): boolean => /^(?:https?:\/\/|www\.)/i.test(s);

/** The first of at least two titles that stand twice within three lines. */
function firstTwin(text: string, lines: readonly Line[], bodyFrom: number): number {
  const seen = new Map<string, number>();
  let first = -1;
  let last = -1;
  for (let i = bodyFrom; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.end - line.start < 24 || line.end - line.start > 400) continue;
    const s = lineText(text, line);
    const twin = seen.get(s);
    seen.set(s, i);
    if (twin === undefined || i - twin > 3) continue;
    if (first >= 0 && twin - last <= 4) return first;
    first = twin;
    last = i;
  }
  return lines.length;
}

/** The first of at least three titles with a line of date each, at even distances of up to three lines. */
function firstDated(text: string, lines: readonly Line[], bodyFrom: number): number {
  let dates: number[] = [];
  for (let i = bodyFrom + 1; i < lines.length; i++) {
    const line = lines[i]!;
    if (
      line.end - line.start > 80 ||
      !/\d/.test(lineText(text, line, 80)) ||
      !isDateLine(lineText(text, line))
    )
      continue;
    const step = dates.length > 0 ? i - dates.at(-1)! : 0;
    if (dates.length > 0 && (step > 3 || step < 2)) dates = [];
    dates.push(i);
    if (dates.length === 3) {
      const first = dates[0]!;
      const before = lines[first - 1]!;
      const title = before.end - before.start < 160 && !endsSentence(lineText(text, before, 200));
      return title && first - 1 > bodyFrom ? first - 1 : first;
    }
  }
  return lines.length;
}
