import { capital, isPassedOver, isSeparator, isSeveral, single, small, type Characters } from './characters';
import { dot, readGap, unifiedMark, type Gap } from './gaps';
import { gapSign, looseDot, plainGap } from './nameForm';

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
    const wanted = pool[n]!;
    // One space for a plain gap: by far the most frequent.
    if (
      wanted === plainGap &&
      i + 1 < to &&
      text.charCodeAt(i) === 0x20 &&
      plain[text.charCodeAt(i + 1)]! > isPassedOver
    ) {
      i++;
      n++;
      letters = 0;
      continue;
    }
    if (wanted === plainGap || wanted === gapSign) {
      let next = n + 1;
      while (next < end && kind[pool[next]!] === 0) next++;
      if (next === end) return closingEnd(text, i, to, pool, n + 1, end, chars);
      readGap(text, i, to, letters === 1 && kind[text.charCodeAt(i - 1)] !== single, chars, gap);
      if (gap.end < 0 || gap.end >= to) return -1;
      if (gap.bare && !meetsBare(text, i, gap.end, glue, chars)) return -1;
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
    i++;
    if (code === wanted && code < 0x80) {
      letters++;
      n++;
      continue;
    }
    const unit = plain[code]!;
    if (unit === isPassedOver) continue;
    if (unit === isSeparator) return -1;
    letters++;
    if (unit !== isSeveral) {
      n++;
      if (unit === wanted || (caseRule !== exact && folded[unit] === wanted)) continue;
      if (caseRule === ignore && folded[unit] === folded[wanted]) continue;
      return -1;
    }
    for (const letter of several.get(code)!) {
      const asked = n < end ? pool[n++]! : 0;
      const own = letter.charCodeAt(0);
      if (own === asked || (caseRule !== exact && folded[own] === asked)) continue;
      if (caseRule === ignore && folded[own] === folded[asked]) continue;
      return -1;
    }
  }
  return pastMarks(text, i, to, plain);
}

/**
 * The end of a name that a text spells letter by letter as it stands in the pool, as most do, or -1. Only for names without marks in
 * gaps. Whatever case rule a name has, this satisfies it.
 */
export function literalEnd(
  text: string,
  start: number,
  to: number,
  pool: Uint16Array,
  at: number,
  end: number,
  chars: Characters,
): number {
  const limit = start + end - at;
  if (limit > to) return -1;
  let n = at;
  for (let i = start; i < limit; i++) if (text.charCodeAt(i) !== pool[n++]) return -1;
  return limit < to && text.charCodeAt(limit) >= 0x300 ? pastMarks(text, limit, to, chars.plain) : limit;
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
function meetsBare(text: string, wordEnd: number, next: number, glue: boolean, chars: Characters): boolean {
  const { kind, plain } = chars;
  let last = wordEnd - 1;
  while (last > wordEnd - 9 && plain[text.charCodeAt(last)] === isPassedOver) last--;
  const before = kind[text.charCodeAt(last)];
  const after = kind[text.charCodeAt(next)];
  return before === single || after === single || (glue && before === small && after === capital);
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
