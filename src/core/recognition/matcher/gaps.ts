import { isPassedOver, kind, plain } from './characters';
import { units } from './units';

/** The longest stretch between two words of one name, in UTF-16 code units. */
export const longestGap = 64;
const mostLineBreaks = 2;

/** What stands between two words, reduced to what tells names apart. Reused from call to call; read it before the next one. */
export interface Gap {
  /** Where the next word starts, or where the text ends; -1 where nothing of one name can reach across. */
  end: number;
  /** The marks in it; apostrophes next to space, markup and space itself left out. */
  readonly marks: Uint16Array;
  count: number;
  /** Nothing that can be seen parts the words: neither space nor mark nor markup. */
  bare: boolean;
}

export function newGap(): Gap {
  return { end: -1, marks: new Uint16Array(longestGap + 1), count: 0, bare: false };
}

const hyphen = 0x2d;
const apostrophe = 0x27;
const quote = 0x22;
const middleDot = 0xb7;
export const dot = 0x2e;

/** Marks that are written for one another, as one of them; 0 for space, 1 for markup. */
const unified = new Uint16Array(65536);
for (let code = 0; code < 65536; code++) unified[code] = code;
const unify = (chars: string, as: number): void => {
  for (const char of chars) unified[char.charCodeAt(0)] = as;
};
unify(
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000',
  0,
);
unify('*_', 1);
unify('\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d', hyphen);
unify('\u2018\u2019\u201a\u201b\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u2032\u2035`\u00b4\uff07', apostrophe);
unify('\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u2036\u300c\u300d\u300e\u300f\u301d\u301e\uff02', quote);
unify('\u30fb\uff65\u2022\u2027', middleDot);
unify('\uff0e', dot);
unify('\uff06', 0x26);
unify('\uff08', 0x28);
unify('\uff09', 0x29);
unify('\uff0c\u3001', 0x2c);

/** A mark as the one that stands for all of its like; 0 for space, 1 for markup. */
export function unifiedMark(code: number): number {
  return unified[code]!;
}

export function isApostrophe(code: number): boolean {
  return unified[code] === apostrophe;
}

/**
 * Reads what stands between two words of the stretch at hand, from the end of one: spaces of any kind, at most one blank line, markup, marks. `initial` says
 * that the word before is one letter, whose dot means nothing (`George W. Bush`).
 */
export function readGap(from: number, to: number, initial: boolean, gap: Gap): void {
  const { marks } = gap;
  const limit = Math.min(to, from + longestGap);
  let count = 0;
  let spaced = false;
  let bare = true;
  let breaks = 0;
  let i = from;
  for (; i < limit; i++) {
    const code = units[i]!;
    if (kind[code] !== 0) {
      if (plain[code] === isPassedOver) continue;
      break;
    }
    bare = false;
    const mark = unified[code]!;
    if (mark === 0) {
      spaced = true;
      if (code === 10 || (code === 13 && units[i + 1]! !== 10)) breaks++;
    } else if (mark !== 1) marks[count++] = mark;
  }
  if ((i === limit && limit < to) || breaks > mostLineBreaks) {
    gap.end = -1;
    return;
  }
  let kept = 0;
  for (let k = 0; k < count; k++) {
    const mark = marks[k]!;
    if (mark === apostrophe && spaced) continue;
    if (mark === dot && initial) continue;
    marks[kept++] = mark;
  }
  gap.end = i;
  gap.bare = bare;
  gap.count = kept;
}
