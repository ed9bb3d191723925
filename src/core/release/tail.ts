import { isByline, isKoreanName } from './byline';
import { readPlaceAndDate } from './dateline';
import { isPossibleEndmark } from './endmark';
import { isDateLine, isFurniture } from './furniture';
import { issuerOfMasthead } from './issuers';
import type { RegionType } from './release';
import { lineText, type Line } from './textLines';
import { endsSentence, titleShare } from './wording';

const source =
  /^\(?\[?(?:https?:\/\/\S+|www\.\S+|(?:source|source url|original|url|link|источник|джерело|来源|출처|fuente)\s?[:：]\s?.{2,100})(?:\s*\(.{1,60}\))?\]?\)?$/iu;
const juche = /^[[(]?Juche\s?\d{1,3}\.\d{1,2}\.\d{1,2}\.?[\])]?$/iu;

/** What stands below the body, from the last line up: a type for each line of it, in reading order. */
export function readTail(text: string, lines: readonly Line[], from: number): readonly RegionType[] {
  const types: RegionType[] = [];
  for (let i = lines.length - 1; i >= from; i--) {
    const line = lines[i]!;
    if (line.end - line.start > 200) break;
    const s = lineText(text, line);
    const type = tailType(s, text, line, types) ?? signatureType(text, lines, i, from, types);
    if (!type) break;
    types.unshift(type);
  }
  return types;
}

function tailType(s: string, text: string, line: Line, below: readonly RegionType[]): RegionType | undefined {
  if (source.test(s) || juche.test(s)) return 'sourceline';
  if (isPossibleEndmark(s)) return below.includes('endmark') ? 'boilerplate' : 'endmark';
  if (isFurniture(s)) return 'boilerplate';
  if (!below.includes('signature-date') && (isDateLine(s) || readPlaceAndDate(text, line)?.date))
    return 'signature-date';
  if (isByline(s)) return 'byline';
  return undefined;
}

/** Name and office lines: short, in capitals as names are, at most four on end, under a whole sentence. */
function signatureType(
  text: string,
  lines: readonly Line[],
  i: number,
  from: number,
  below: readonly RegionType[],
): RegionType | undefined {
  const line = lines[i]!;
  const s = lineText(text, line);
  if (
    i === from ||
    s.length > 90 ||
    endsSentence(s) ||
    /[:,;?"”]$|^[-–—•*\d("“]/u.test(s) ||
    titleShare(s) < 0.99
  )
    return undefined;
  if (below.filter((type) => type === 'signature').length >= 4) return undefined;
  if (isKoreanName(s) && !below.includes('signature-date')) return 'byline';
  const words = s.split(/\s+/u).length;
  const signed =
    below.includes('signature-date') || below.includes('signature') || dateAbove(text, lines, i, from);
  if (!signed && !(words >= 2 && words <= 4 && /^\p{Lu}/u.test(s)) && !issuerOfMasthead(s)) return undefined;
  return 'signature';
}

function dateAbove(text: string, lines: readonly Line[], i: number, from: number): boolean {
  for (let k = i - 1; k > from && k >= i - 3; k--) {
    const s = lineText(text, lines[k]!);
    if (isDateLine(s) || readPlaceAndDate(text, lines[k]!)?.date) return true;
    if (endsSentence(s) || s.length > 90) return false;
  }
  return false;
}
