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
import { dot, newGap, readGap, unifiedMark } from './gaps';
import { gapSign, looseDot, plainGap } from './nameForm';
import type { NamePool } from './nameForms';
import { units } from './units';

const exact = 0;
const ignore = 2;

const gap = newGap();

/** How far a text and a name were last compared: positions in the stretch at hand, -1 where they differ, and in the pool. */
const reached = { text: 0, name: 0 };

/**
 * Compares the stretch at hand, which ends at `to`, from `start` on with a form's canonical letters `pool[at … end)`, by its rules.
 * Gives where the name ends in the stretch, or -1.
 */
export function verifyName(
  start: number,
  to: number,
  pool: NamePool,
  at: number,
  end: number,
  rules: number,
): number {
  let i = start;
  let n = at;
  for (let known = at; ; known = n) {
    // Most names stand in a text letter by letter as they do in the pool, which satisfies any case rule.
    const limit = Math.min(to, i + end - n);
    while (i < limit && units[i]! === pool[n]) {
      i++;
      n++;
    }
    if (n === end) return i < to && units[i]! >= 0x300 ? pastMarks(i, to) : i;
    // And most that don't are other names.
    if (i < to) {
      const own = folded[units[i]!]!;
      const wanted = folded[pool[n]!]!;
      if (own !== wanted && own > isSeveral && wanted > isSeveral) return -1;
    }
    // The others may spell this word otherwise, or the gap before it.
    const differs = n;
    if (n > known && pool[n - 1] === plainGap) n--;
    while (n > known && pool[n - 1] !== plainGap) n--;
    tolerate(i - (differs - n), to, pool, n, end, rules);
    i = reached.text;
    n = reached.name;
    if (i < 0 || n === end) return i;
  }
}

/** Compares one word, and the gap behind it, with all that a text may do to a name; tells in `reached` how far. */
function tolerate(start: number, to: number, pool: NamePool, at: number, end: number, rules: number): void {
  const caseRule = rules & 3;
  let i = start;
  let n = at;
  let letters = 0;
  reached.text = -1;
  while (n < end && pool[n] !== plainGap && pool[n] !== gapSign) {
    if (i >= to) return;
    const code = units[i++]!;
    const unit = plain[code]!;
    if (unit === isPassedOver) continue;
    if (unit === isSeparator) return;
    letters++;
    if (unit !== isSeveral) {
      if (!agrees(unit, pool[n++]!, caseRule)) return;
      continue;
    }
    for (const letter of spelledOut(code)) {
      const asked = n < end ? pool[n++]! : 0;
      if (!agrees(letter.charCodeAt(0), asked, caseRule)) return;
    }
  }
  reached.name = end;
  if (n === end) {
    reached.text = pastMarks(i, to);
    return;
  }
  let next = n + 1;
  while (next < end && kind[pool[next]!] === 0) next++;
  reached.name = next;
  if (next === end) reached.text = closingEnd(i, to, pool, n + 1, end);
  else {
    readGap(i, to, letters === 1 && kind[units[i - 1]!] !== single, gap);
    if (bridges(i, to, pool, n + 1, next, (rules & 12) !== 0)) reached.text = gap.end;
  }
}

/** Whether a text's letter may stand for a name's. */
function agrees(own: number, asked: number, caseRule: number): boolean {
  if (own === asked || (caseRule !== exact && folded[own] === asked)) return true;
  return caseRule === ignore && folded[own] === folded[asked];
}

/** Whether the gap last read, behind a word that ends at `from`, may stand where a name has the marks `pool[at … next)`. */
function bridges(from: number, to: number, pool: NamePool, at: number, next: number, glue: boolean): boolean {
  if (gap.end < 0 || gap.end >= to) return false;
  if (gap.bare && !meetsBare(from, gap.end, glue)) return false;
  let m = at;
  let k = 0;
  if (pool[m] === looseDot) {
    m++;
    if (gap.count > 0 && gap.marks[0] === dot) k++;
  }
  if (next - m !== gap.count - k) return false;
  while (m < next) if (pool[m++] !== gap.marks[k++]) return false;
  return true;
}

/** Combining marks behind the last letter belong to it; signs of no width don't. */
function pastMarks(from: number, to: number): number {
  let i = from;
  while (i < to) {
    const code = units[i]!;
    const mark = code >= 0x300 && code !== 0x61c && code !== 0xfeff && !(code >= 0x2000 && code < 0x2070);
    if (!mark || plain[code] !== isPassedOver) break;
    i++;
  }
  return i;
}

/** Two words of a name with nothing between them: of a script without spaces, or stuck together where a capital shows the seam. */
function meetsBare(wordEnd: number, next: number, glue: boolean): boolean {
  let last = wordEnd - 1;
  while (last > wordEnd - 9 && plain[units[last]!] === isPassedOver) last--;
  const before = kind[units[last]!];
  const after = kind[units[next]!];
  return before === single || after === single || (glue && before === small && after === capital);
}

/** The end of a name that closes with marks: a dot is taken where it stands, a bracket must. */
function closingEnd(from: number, to: number, pool: NamePool, at: number, end: number): number {
  let i = pastMarks(from, to);
  for (let n = at; n < end; n++) {
    const mark = i < to ? unifiedMark(units[i]!) : 0;
    if (pool[n] === looseDot) {
      if (mark === dot) i++;
    } else if (mark === pool[n]) i++;
    else return -1;
  }
  return i;
}
