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
import type { NamePool } from './nameForms';

const exact = 0;
const ignore = 2;

/**
 * Compares a text from `start` with a form's canonical letters `pool[at … end)`, by its rules. Those before `plainEnd` hold no gap with
 * marks. Gives where the name ends in the text, or -1.
 */
export function verifyName(
  text: string,
  start: number,
  to: number,
  pool: NamePool,
  at: number,
  plainEnd: number,
  end: number,
  rules: number,
  gap: Gap,
): number {
  // Most names stand in a text letter by letter as they do in the pool, which satisfies any case rule.
  const limit = Math.min(to, start + plainEnd - at);
  let i = start;
  let n = at;
  while (i < limit && text.charCodeAt(i) === pool[n]) {
    i++;
    n++;
  }
  if (n === end) return i < to && text.charCodeAt(i) >= 0x300 ? pastMarks(text, i, to) : i;
  // And most that don't are other names.
  if (i < limit && pool[n] !== plainGap) {
    const own = folded[text.charCodeAt(i)]!;
    if (own > isSeveral && own !== folded[pool[n]!]) return -1;
  }
  // The others may spell this word otherwise, or the gap before it.
  if (n > at && pool[n - 1] === plainGap) n--;
  while (n > at && pool[n - 1] !== plainGap) n--;
  return tolerantEnd(text, start + n - at, to, pool, n, end, rules, gap);
}

/** The same, from the beginning of a word on, letter by letter with all that a text may do to a name. */
function tolerantEnd(
  text: string,
  start: number,
  to: number,
  pool: NamePool,
  at: number,
  end: number,
  rules: number,
  gap: Gap,
): number {
  const caseRule = rules & 3;
  const glue = (rules & 12) !== 0;
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
function closingEnd(text: string, from: number, to: number, pool: NamePool, at: number, end: number): number {
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
