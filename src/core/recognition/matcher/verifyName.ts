import { capital, isPassedOver, isSeparator, isSeveral, single, small, type Characters } from './characters';
import { dot, readGap, unifiedMark, type Gap } from './gaps';
import { gapSign, looseDot } from './nameForm';

const exact = 0;
const ignore = 2;

/**
 * Compares a text from `start` with a form's canonical letters `pool[at … end)`, by its case rule. Gives where the name ends in the text,
 * or -1. `glue` lets words of the name stick together where the case changes (`SungUniversity`).
 */
export function verifyName(
  text: string,
  start: number,
  to: number,
  pool: Uint16Array,
  at: number,
  end: number,
  caseRule: number,
  glue: boolean,
  chars: Characters,
  gap: Gap,
): number {
  const { kind, plain, folded, several } = chars;
  let i = start;
  let n = at;
  let letters = 0;
  while (n < end) {
    if (pool[n] === gapSign) {
      let next = n + 1;
      while (next < end && kind[pool[next]!] === 0) next++;
      if (next === end) return closingEnd(text, i, to, pool, n + 1, end, chars);
      readGap(text, i, to, letters === 1 && kind[text.charCodeAt(i - 1)] !== single, chars, gap);
      if (gap.end < 0 || gap.end >= to) return -1;
      if (gap.end === i && !meetsBare(text, i, glue, kind)) return -1;
      let m = n + 1;
      let k = 0;
      if (pool[m] === looseDot) {
        m++;
        if (gap.count > 0 && gap.marks[0] === dot) k++;
      }
      if (next - m !== gap.count - k) return -1;
      while (m < next) if (pool[m++] !== gap.marks[k++]) return -1;
      i = gap.end;
      n = next;
      letters = 0;
      continue;
    }
    if (i >= to) return -1;
    const code = text.charCodeAt(i);
    const unit = plain[code]!;
    i++;
    if (unit === isPassedOver) continue;
    if (unit === isSeparator) return -1;
    letters++;
    if (unit !== isSeveral) {
      const wanted = pool[n++]!;
      if (unit === wanted || (caseRule !== exact && folded[unit] === wanted)) continue;
      if (caseRule === ignore && folded[unit] === folded[wanted]) continue;
      return -1;
    }
    for (const letter of several.get(code)!) {
      const wanted = n < end ? pool[n++]! : 0;
      const own = letter.charCodeAt(0);
      if (own === wanted || (caseRule !== exact && folded[own] === wanted)) continue;
      if (caseRule === ignore && folded[own] === folded[wanted]) continue;
      return -1;
    }
  }
  return pastMarks(text, i, to, plain);
}

/** Combining marks behind the last letter belong to it; signs of no width don't. */
function pastMarks(text: string, from: number, to: number, plain: Uint16Array): number {
  let i = from;
  while (i < to) {
    const code = text.charCodeAt(i);
    const mark = code >= 0x300 && code !== 0x61c && code !== 0xfeff && !(code >= 0x2000 && code < 0x2070);
    if (!mark || plain[code] !== isPassedOver) break;
    i++;
  }
  return i;
}

/** Two words of a name with nothing between them: of a script without spaces, or stuck together where a capital shows the seam. */
function meetsBare(text: string, i: number, glue: boolean, kind: Uint8Array): boolean {
  const before = kind[text.charCodeAt(i - 1)];
  const after = kind[text.charCodeAt(i)];
  return (
    before === single ||
    after === single ||
    isPartBefore(text, i) ||
    (glue && before === small && after === capital)
  );
}

function isPartBefore(text: string, i: number): boolean {
  const code = text.charCodeAt(i - 1);
  return code >= 0x1160 && code <= 0x11ff;
}

/** The end of a name that closes with marks: a dot is taken where it stands, a bracket must. */
function closingEnd(
  text: string,
  from: number,
  to: number,
  pool: Uint16Array,
  at: number,
  end: number,
  chars: Characters,
): number {
  let i = pastMarks(text, from, to, chars.plain);
  for (let n = at; n < end; n++) {
    const mark = i < to ? unifiedMark(text.charCodeAt(i)) : 0;
    if (pool[n] === looseDot) {
      if (mark === dot) i++;
    } else if (mark === pool[n]) i++;
    else return -1;
  }
  return i;
}
