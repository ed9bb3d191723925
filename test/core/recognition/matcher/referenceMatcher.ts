import { caseRuleFor, glueRuleFor } from '../../../../src/core/recognition/matcher/nameForm';
import type { NameEntry } from '../../../../src/core/recognition/matcher/names';

/**
 * A second matcher that says what `findNames` should find, written for the eye: every name is tried at every place, letter by letter,
 * by way of regular expressions. Takes time texts × names.
 */
export interface ReferenceHit {
  readonly start: number;
  readonly end: number;
  readonly entry: number;
}

/** A letter with its place, or what stands between two words. */
type Cell =
  | { readonly kind: 'letter'; readonly letter: string; readonly start: number; readonly end: number }
  | { readonly kind: 'gap'; readonly marks: string; readonly start: number; readonly end: number };

const skipped =
  /[\p{Mn}\p{Me}\u00ad\u034f\u061c\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]/u;
const apostrophes = /[\u2018\u2019\u201a\u201b\u02b9\u02bb-\u02bf\u2032\u2035`´＇']/gu;
const isLetter = (char: string | undefined): boolean =>
  char !== undefined && /[\p{L}\p{N}\p{Mc}]/u.test(char) && !/[\u02b9-\u02bf]/u.test(char);
const alone = /[\u1160-\u11ff\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const capital = /[\p{Lu}\p{Lt}]/u;

const spelling: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
};

function bare(char: string): string {
  return spelling[char] ?? char.normalize('NFD').replace(/[\p{Mn}\p{Me}]/gu, '');
}

/** Spaces, markup and the many forms of one mark aside. */
function marksOf(raw: string, afterInitial: boolean): string | undefined {
  const visible = [...raw].filter((char) => !skipped.test(char)).join('');
  const breaks = visible.match(/\r\n|\r|\n/gu)?.length ?? 0;
  if (breaks > 2) return undefined;
  const spaced = /[\s\u200b\u0085]/u.test(visible);
  let marks = visible
    .replace(/[\s*_\u200b\u0085]/gu, '')
    .replace(/[‐‑‒–—―⁃−﹘﹣－]/gu, '-')
    .replace(apostrophes, "'")
    .replace(/[“”„«»″]/gu, '"');
  if (spaced) marks = marks.replace(/'/gu, '');
  if (afterInitial) marks = marks.replace(/\./gu, '');
  return marks;
}

function cellsOf(text: string): (Cell | undefined)[] {
  const cells: (Cell | undefined)[] = [];
  let i = 0;
  let letters = 0;
  while (i < text.length) {
    const char = text[i]!;
    if (isLetter(char)) {
      const spelled = bare(char);
      const part = /[\u1160-\u11ff]/u.test(char);
      if (alone.test(char) && !part) letters = 0;
      for (const letter of spelled) cells.push({ kind: 'letter', letter, start: i, end: i + 1 });
      letters += alone.test(char) ? 9 : spelled.length;
      i++;
    } else if (skipped.test(char) && letters > 0) i++;
    else {
      let end = i;
      while (end < text.length && !isLetter(text[end])) end++;
      const marks = end - i > 64 ? undefined : marksOf(text.slice(i, end), letters === 1);
      cells.push(marks === undefined ? undefined : { kind: 'gap', marks, start: i, end });
      letters = 0;
      i = end;
    }
  }
  return cells;
}

/** Every place where an entry's name stands, nested and crossing ones alike. */
export function referenceHits(entries: readonly NameEntry[], text: string): ReferenceHit[] {
  const cells = cellsOf(text);
  const hits: ReferenceHit[] = [];
  entries.forEach((entry, index) => {
    const name = cellsOf(trimName(entry.text));
    if (name.length === 0 || name.some((cell) => cell === undefined)) return;
    cells.forEach((cell, at) => {
      if (
        cell?.kind !== 'letter' ||
        (at > 0 && cells[at - 1]?.kind === 'letter' && !opensWord(text, cell.start))
      )
        return;
      const end = endOfName(text, cells, at, name as Cell[], entry);
      if (end >= 0) hits.push({ start: cell.start, end, entry: index });
    });
  });
  return hits;
}

const trimName = (name: string): string =>
  name.replace(/^[^\p{L}\p{N}]+/gu, '').replace(/[^\p{L}\p{N}\p{M}]+$/gu, '');

function opensWord(text: string, start: number): boolean {
  const before = text
    .slice(0, start)
    .replace(new RegExp(`${skipped.source}+$`, 'u'), '')
    .at(-1);
  return (
    before === undefined ||
    !isLetter(before) ||
    alone.test(before) ||
    alone.test(text[start]!) ||
    capital.test(text[start]!)
  );
}

function endOfName(
  text: string,
  cells: readonly (Cell | undefined)[],
  at: number,
  name: readonly Cell[],
  entry: NameEntry,
): number {
  const rule = entry.caseRule ?? caseRuleFor(entry.text);
  const glue = entry.glue ?? glueRuleFor(entry.text);
  let c = at;
  for (const [n, wanted] of name.entries()) {
    const cell = cells[c];
    if (wanted.kind === 'letter') {
      if (cell?.kind !== 'letter' || !sameLetter(cell.letter, wanted.letter, rule)) return -1;
      c++;
      const bareNext = name[n + 1];
      // Words of scripts without spaces need no gap, on either side.
      const unspaced =
        bareNext?.kind === 'letter' && (alone.test(bareNext.letter) || alone.test(wanted.letter));
      if (unspaced && !/[\u1160-\u11ff]/u.test(bareNext.letter) && cells[c]?.kind === 'gap') {
        if ((cells[c] as { marks: string }).marks !== '') return -1;
        c++;
      }
      continue;
    }
    if (cell?.kind === 'gap') {
      const loose = wanted.marks.startsWith('.') && wanted.end - wanted.start > 1;
      const own = loose ? cell.marks.replace(/^\./u, '') : cell.marks;
      if (own !== (loose ? wanted.marks.slice(1) : wanted.marks)) return -1;
      c++;
    } else if (cell?.kind === 'letter') {
      const before = cells[c - 1] as Cell & { kind: 'letter' };
      const seam = glue !== 'none' && !capital.test(before.letter) && capital.test(cell.letter);
      const bareWords = alone.test(before.letter) || alone.test(cell.letter);
      const loose = wanted.marks.startsWith('.') && wanted.end - wanted.start > 1;
      if (!(seam || bareWords) || (loose ? wanted.marks.slice(1) : wanted.marks) !== '') return -1;
    } else return -1;
  }
  const last = cells[c - 1];
  if (last?.kind !== 'letter') return -1;
  if (cells[c]?.kind === 'letter' && cells[c]!.start === last.start) return -1;
  let end = last.end + (/^\p{M}*/u.exec(text.slice(last.end))?.[0].length ?? 0);
  if (/\.$/u.test(entry.text.trim()) && text[end] === '.') end++;
  const start = cells[at]!.start;
  return freeBefore(text, start, glue, entry.text) && freeBehind(text, start, end, glue, entry.text)
    ? end
    : -1;
}

function sameLetter(own: string, wanted: string, rule: string): boolean {
  if (own === wanted) return true;
  if (rule === 'exact') return false;
  return own.toLowerCase() === wanted || (rule === 'ignore' && own.toLowerCase() === wanted.toLowerCase());
}

const wordsIn = (name: string): number => name.match(/[\p{L}\p{N}\p{M}]+/gu)?.length ?? 0;

function freeBefore(text: string, start: number, glue: string, name: string): boolean {
  const before = text.slice(0, start).replace(new RegExp(`${skipped.source}+$`, 'u'), '');
  const last = before.at(-1);
  if (last === undefined || alone.test(last) || alone.test(text[start]!)) return true;
  if (!isLetter(last)) {
    if (before.length !== start) return true;
    if (/(?:^|[^\p{L}\p{N}\p{M}\u00ad])\p{Lu}['’]$/u.test(before)) return false;
    const afterInitial = /(?:^|[^\p{L}\p{N}\p{M}\u00ad])[\p{L}\p{N}]\.$/u.test(before);
    return !(afterInitial && /^[^\p{L}\p{N}]*[\p{L}\p{N}]\p{M}*(?![\p{L}\p{N}\p{M}])/u.test(name));
  }
  if (
    glue === 'none' ||
    !/[\p{Ll}\p{Lo}\p{N}]$/u.test(before) ||
    !capital.test(text[start]!) ||
    before.length !== start
  )
    return false;
  const run = /[\p{L}\p{N}\p{M}\u00ad]+$/u.exec(before)![0];
  if (wordsIn(name) > 1)
    return (
      !/^(?:mc|mac|de|la|le|di|du|da|van|von|fitz|o|d|l|al|el|ben|ibn)$/iu.test(run) || /^\p{Ll}+$/u.test(run)
    );
  return ['of', 'by', 'to', 'the', 'and', 'an', 'who'].includes(run);
}

function freeBehind(text: string, start: number, end: number, glue: string, name: string): boolean {
  const behind = text.slice(end).replace(new RegExp(`^${skipped.source}+`, 'u'), '');
  const next = behind[0];
  const last = text
    .slice(start, end)
    .replace(new RegExp(`${skipped.source}+$`, 'u'), '')
    .at(-1)!;
  if (next === undefined || alone.test(next) || alone.test(last)) return true;
  const initial = /(?:^|[^\p{L}\p{N}\p{M}])[\p{L}\p{N}]\.?$/u.test(text.slice(start, end));
  if (!isLetter(next)) {
    if (/^['’][\p{L}\p{N}]/u.test(behind))
      return /^['’](?:s|d|t|m|ll|re|ve)(?![\p{L}\p{N}\p{M}\u00ad])/iu.test(behind);
    return !(initial && /^\.[\p{L}\p{N}]\./u.test(behind));
  }
  if (!isLetter(last)) return capital.test(next) && !/^.\./u.test(behind);
  if (glue === 'none' || wordsIn(name) < 2 || behind.length !== text.length - end || capital.test(last))
    return false;
  if (capital.test(next)) return true;
  return glue === 'word' && /^(?:who|visited|and|of)(?!\p{Ll})/u.test(behind);
}
