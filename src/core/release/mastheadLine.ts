import { readDateline, readPlaceAndDate } from './dateline';
import { isDateLine, isFurniture } from './furniture';
import { isKicker, isMastheadSource } from './issuers';
import { lineText, type Line } from './textLines';
import { endsSentence } from './wording';

/** A machine's time, perhaps a place behind it: `2022-06-08T15:15:00Z, Sochi`. */
export const timestamp =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)(?:,\s*(.{1,80}))?$/u;

/** `[Ministry of Foreign Affairs of Zembla] [Monday, Jun 8, 2015]`, also without the first brackets. */
export const bracketedMasthead =
  /^(\[[^\]\d]{3,80}\]|\p{Lu}[^[\]\d.,:]{3,60}?)\s*\[[^\]]{0,40}\b(?:19|20)\d\d\]$/u;

/** Name and office of the speaker below a title: `Jane Roe, Deputy Secretary of State`. */
export const headByline =
  /^(?!(?:press|joint|opening|closing|statements?|remarks|comments?|address|speech|message|interview|answers?|letter)\b)(?:by )?\p{Lu}[\p{L}\p{M}.'’-]+(?: \p{Lu}[\p{L}\p{M}.'’-]*){1,4}, (?:(?:acting|deputy|vice|under|assistant|principal|department|chief|u\.s\.|us) ){0,3}(?:secretary|spokesperson|spokesman|spokeswoman|minister|ambassador|director|president|press secretary|permanent representative)\b.{0,80}$/iu;

/** Whether a line above the body is anything but a part of the headline. */
export function isMastheadLine(text: string, lines: readonly Line[], i: number): boolean {
  const s = lineText(text, lines[i]!);
  return (
    isDateLine(s) ||
    timestamp.test(s) ||
    bracketedMasthead.test(s) ||
    isAboveBrackets(text, lines, i) ||
    isFurniture(s) ||
    isMastheadSource(s) ||
    isMissionLine(text, lines, i) ||
    isStateLine(text, lines, i) ||
    readDateline(text, lines[i]!) !== undefined ||
    isPlaceLine(text, lines, i)
  );
}

/** The name of a gazette above `[Ministry of Foreign Affairs of Zembla] [Monday, Jun 8, 2015]`. */
function isAboveBrackets(text: string, lines: readonly Line[], i: number): boolean {
  const below = lines[i + 1];
  return (
    below !== undefined &&
    lineText(text, lines[i]!).length <= 40 &&
    bracketedMasthead.test(lineText(text, below, 160))
  );
}

/** `Embassy of X in Y` on the first lines, above a kicker or another title: whose page it is. */
export function isMissionLine(text: string, lines: readonly Line[], i: number): boolean {
  if (i > 2 || i + 2 >= lines.length) return false;
  const s = lineText(text, lines[i]!, 160);
  const below = lineText(text, lines[i + 1]!, 200);
  return mission.test(s) && below.length <= 160 && !endsSentence(below) && !isDateLine(below);
}

/** `Republic of Zembla` below `Ministry of Foreign Affairs`: whose ministry it is. */
export function isStateLine(text: string, lines: readonly Line[], i: number): boolean {
  const above = lines[i - 1];
  if (above === undefined || lines[i + 1] === undefined) return false;
  return isMastheadSource(lineText(text, above, 160)) && state.test(lineText(text, lines[i]!, 80));
}

const state =
  /^(?:the )?(?:\p{Lu}[\p{L}’']+ ){0,4}(?:Republic|Kingdom|Federation)(?: of (?:the )?\p{Lu}[\p{L}’']+(?: \p{Lu}[\p{L}’']+)?)?$/u;

const mission =
  /^(?:the )?(?:embassy|consulate(?:[- ]general)?|(?:permanent )?(?:mission|delegation|representation)|high commission|representative office) of (?:the )?\p{Lu}[\p{L}’' ]{2,60} (?:in|to|at|with) (?:the )?\p{Lu}[\p{L}’' ]{2,60}$/iu;

/** One of at least three very short lines on end: a menu. */
export function isMenu(text: string, lines: readonly Line[], i: number): boolean {
  const short = (k: number): boolean => {
    const line = lines[k];
    if (!line || line.end - line.start > 28) return false;
    const s = lineText(text, line);
    return !/[,.:!?]$/u.test(s) && !isDateLine(s) && !isKicker(s) && s.split(/\s+/u).length <= 3;
  };
  let run = 0;
  for (let k = i; k >= 0 && k > i - 3 && short(k); k--) run++;
  for (let k = i + 1; k < i + 3 && short(k); k++) run++;
  return run >= 3 && lines.length > i + 4 && short(i);
}

/** `Washington, DC`, `Moscow, June 19, 2024`: with its own date, or next to a date line. */
export function isPlaceLine(text: string, lines: readonly Line[], i: number): boolean {
  const read = readPlaceAndDate(text, lines[i]!);
  if (!read) return false;
  if (read.date) return true;
  const beside = (k: number): boolean => {
    const line = lines[k];
    return line !== undefined && isDateLine(lineText(text, line));
  };
  const s = lineText(text, lines[i]!);
  const shape = /^(?:The )?\p{Lu}[\p{L}.’' -]{2,24}(?:, \p{Lu}[\p{L}. ]{1,24})?$/u;
  return (
    shape.test(s) &&
    /, |^(?:Washington|Moscow|Beijing|Tokyo|Seoul|Kyiv|Kiev|Pyongyang|New York|Geneva|Brussels|Vienna|Minsk|London|Paris|Berlin)\b/u.test(
      s,
    ) &&
    (beside(i - 1) || beside(i + 1))
  );
}
