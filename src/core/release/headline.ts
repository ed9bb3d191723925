import { readDateline } from './dateline';
import { isDateLine } from './furniture';
import { isKicker } from './issuers';
import { headByline, isMastheadLine } from './mastheadLine';
import { lineText, type Line } from './textLines';
import { endsOpenly, endsSentence, plainWords, startsSmall, titleShare } from './wording';

/** The lines `[from, to)` of the headline, and where below it the page prints it again (with only its menus in between). */
export interface Headline {
  readonly from: number;
  readonly to: number;
  readonly again: number;
}

const farthest = 14;

/** Finds the headline among the first lines; nothing where the text starts with its body. */
export function findHeadline(text: string, lines: readonly Line[]): Headline | undefined {
  let from = -1;
  for (let i = 0; i < lines.length && i < farthest; i++) {
    if (isBodyLine(text, lines[i]!)) break;
    const printed = pageTitleOf(text, lines, i);
    if (printed > i) {
      from = printed;
      break;
    }
    const s = lineText(text, lines[i]!);
    const speaker = i > 0 && headByline.test(s) && isKicker(lineText(text, lines[i - 1]!));
    if (speaker || isMastheadLine(text, lines, i)) continue;
    if (opensHeadline(text, lines, i)) from = weightier(text, lines, i);
    break;
  }
  if (from < 0) return undefined;
  const to = headlineEnd(text, lines, from);
  return { from, to, again: printedAgain(text, lines, from, to) };
}

/** Whether nothing above the body can be as long, or opens as a body does. */
function isBodyLine(text: string, line: Line): boolean {
  return line.end - line.start > 320 || readDateline(text, line) !== undefined;
}

/** A menu's two or three words that look like a title give way to a real title below the page's date or other furniture. */
function weightier(text: string, lines: readonly Line[], first: number): number {
  const words = lineText(text, lines[first]!).split(/\s+/u).length;
  if (words > 3) return first;
  let furniture = 0;
  for (let i = first + 1; i < lines.length && i < farthest; i++) {
    if (isBodyLine(text, lines[i]!)) return first;
    if (isMastheadLine(text, lines, i)) {
      furniture++;
      continue;
    }
    const s = lineText(text, lines[i]!);
    const title = s.length >= 36 && s.length <= 250 && !/[,:]$/u.test(s) && titleShare(s) >= 0.5;
    if (title && furniture > 0 && opensHeadline(text, lines, i) && !endsSentence(s)) return i;
    if (endsSentence(s)) return first;
    furniture += words < 4 && s.length < 30 ? 1 : 0;
  }
  return first;
}

/** Where the same title stands once more within the first lines, nothing like a sentence in between; -1 where it doesn't. */
function printedAgain(text: string, lines: readonly Line[], from: number, to: number): number {
  const title = plainWords(headlineText(text, lines, { from, to }));
  for (let i = to; i < lines.length && i < to + 12; i++) {
    const s = lineText(text, lines[i]!);
    if (lines[i]!.end - lines[i]!.start > 320) return -1;
    if (
      title.length >= 12 &&
      s.length >= title.length &&
      s.length < 2 * title.length &&
      plainWords(s) === title
    )
      return i;
    if (endsSentence(s) && s.length > 60) return -1;
  }
  return -1;
}

/** `The below is attributable to Spokesperson Jane Roe:` */
const attribution =
  /^(?:the (?:below|following) is attributable to|attributable to|as (?:stated|said) by)\b/iu;

/** A line before the body that can be a title: not a sentence, not an address to an audience, and with something below it. */
function opensHeadline(text: string, lines: readonly Line[], i: number): boolean {
  const line = lines[i]!;
  const s = lineText(text, line);
  const next = lines[i + 1];
  if (!next || !/[\p{L}\d]/u.test(s) || /^[-•·*]\s/u.test(s) || attribution.test(s)) return false;
  if (s.endsWith(',') && next.blanksBefore > 0 && s.length < 50) return false;
  if (startsSmall(s) && !endsSentence(s)) return next.blanksBefore > 0;
  if (!/[.。]["'”’»)]*$/u.test(s) || !endsSentence(s)) return !(s.endsWith(':') && s.length > 100);
  return (
    s.length <= 140 &&
    next.blanksBefore > 0 &&
    titleShare(s) >= 0.9 &&
    (s.match(/\p{L}[.!?](?=\s)/gu) ?? []).length < 2
  );
}

/** The line after the headline's last: a headline goes on where it stops openly, or as far as the lines above a dateline. */
function headlineEnd(text: string, lines: readonly Line[], from: number): number {
  const upTo = Math.min(lines.length, from + 5);
  let end = from + 1;
  for (let i = from + 1; i < upTo; i++) {
    const s = lineText(text, lines[i]!);
    if (lines[i]!.end - lines[i]!.start > 200 || isMastheadLine(text, lines, i) || headByline.test(s)) break;
    const above = lineText(text, lines[i - 1]!);
    if (isStump(s, headlineText(text, lines, { from, to: end }))) break;
    const opened = endsOpenly(above) || (startsSmall(s) && !endsSentence(above));
    const joined = opened && !(above.endsWith(',') && lines[i]!.blanksBefore > 0) && !endsSentence(s);
    const aboveDateline = !endsSentence(s) && datelineWithin(text, lines, i + 1, upTo);
    const block =
      lines[i]!.blanksBefore === 0 && !endsSentence(s) && titleShare(s) >= 0.6 && isBlockEnd(text, lines, i);
    if (joined || aboveDateline || block) end = i + 1;
    else break;
  }
  return end;
}

function datelineWithin(text: string, lines: readonly Line[], from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, lines.length); i++) {
    if (readDateline(text, lines[i]!)) return true;
    const s = lineText(text, lines[i]!);
    if (endsSentence(s) || lines[i]!.end - lines[i]!.start > 200 || isDateLine(s)) return false;
  }
  return false;
}

/** Whether a title's second or third line closes a block of lines, with text or a date below it. */
function isBlockEnd(text: string, lines: readonly Line[], i: number): boolean {
  for (let k = i + 1; k <= i + 2; k++) {
    const next = lines[k];
    if (!next) return false;
    if (next.blanksBefore > 0) return true;
    if (isDateLine(lineText(text, next))) return true;
  }
  return false;
}

/** The headline's lines in one. */
export function headlineText(
  text: string,
  lines: readonly Line[],
  headline: Pick<Headline, 'from' | 'to'>,
): string {
  return lines
    .slice(headline.from, headline.to)
    .map((line) => lineText(text, line))
    .join(' ');
}

/** A second printing of the title, or what is left of one where bold words were lost. */
export function isStump(s: string, title: string): boolean {
  if (s.length > title.length + 4 || endsSentence(s)) return false;
  const words = plainWords(s);
  return words.length >= 4 && ` ${plainWords(title)} `.includes(` ${words} `);
}

/**
 * A page's own title holds the headline and the site's name (`Title_Ministry`, `Title | Site`) or the path to it (`Home News Title`).
 * Gives the line below that prints the headline by itself, or -1.
 */
function pageTitleOf(text: string, lines: readonly Line[], i: number): number {
  const s = lineText(text, lines[i]!);
  for (let k = i + 1; k <= i + 12 && k < lines.length; k++) {
    const other = lineText(text, lines[k]!);
    if (other.length < 12 || other.length >= s.length) continue;
    if (s.startsWith(other) && /^\s?(?:[|_•·»:]|[-–—]\s)/u.test(s.slice(other.length))) return k;
    if (s.endsWith(other) && /^(?:home|main|news|press)\b/iu.test(s)) return k;
  }
  return -1;
}
