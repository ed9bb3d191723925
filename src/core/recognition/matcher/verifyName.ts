import {
  capital,
  folded,
  isPassedOver,
  isSeparator,
  isSeveral,
  kind,
  plain,
  single,
  small,
  spelledOut,
} from './characters';
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
  gap: Gap,
): number {
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
      if (next === end) return closingEnd(text, i, to, pool, n + 1, end);
      readGap(text, i, to, letters === 1 && kind[text.charCodeAt(i - 1)] !== single, gap);
      if (gap.end < 0 || gap.end >= to) return -1;
      if (gap.bare && !meetsBare(text, i, gap.end, glue)) return -1;
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
    for (const letter of spelledOut(code)) {
      const asked = n < end ? pool[n++]! : 0;
      const own = letter.charCodeAt(0);
      if (own === asked || (caseRule !== exact && folded[own] === asked)) continue;
      if (caseRule === ignore && folded[own] === folded[asked]) continue;
      return -1;
    }
  }
  return pastMarks(text, i, to);
}

/** What `literalEnd` gives where a text surely doesn't spell a name, and where it may do so in another way. */
export const differs = -2;
export const unsure = -1;

/**
 * The end of a name that a text spells letter by letter as it stands in the pool, as most do; else `differs` or `unsure`. Only for
 * names without marks in gaps. Whatever case rule a name has, this satisfies it.
 */
export function literalEnd(
  text: string,
  start: number,
  to: number,
  pool: Uint16Array,
  at: number,
  end: number,
): number {
  const limit = Math.min(to, start + end - at);
  let n = at;
  for (let i = start; i < limit; i++, n++) {
    const code = text.charCodeAt(i);
    const wanted = pool[n]!;
    if (code === wanted) continue;
    const own = folded[code]!;
    return own > isSeveral && own !== folded[wanted] && wanted !== plainGap ? differs : unsure;
  }
  if (n < end) return unsure;
  return limit < to && text.charCodeAt(limit) >= 0x300 ? pastMarks(text, limit, to) : limit;
}

/** Combining marks behind the last letter belong to it; signs of no width don't. */
function pastMarks(text: string, from: number, to: number): number {
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
function meetsBare(text: string, wordEnd: number, next: number, glue: boolean): boolean {
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
): number {
  let i = pastMarks(text, from, to);
  for (let n = at; n < end; n++) {
    const mark = i < to ? unifiedMark(text.charCodeAt(i)) : 0;
    if (pool[n] === looseDot) {
      if (mark === dot) i++;
    } else if (mark === pool[n]) i++;
    else return -1;
  }
  return i;
}
