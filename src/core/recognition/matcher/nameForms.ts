import { closesFreely, opensFreely } from './boundaries';
import { kind } from './characters';
import { dot, isApostrophe, unifiedMark } from './gaps';
import type { HitBuffer } from './hitBuffer';
import type { RuledForm } from './nameForm';
import type { CaseRule, GlueRule } from './names';
import { units } from './units';
import { verifyName } from './verifyName';

/**
 * All spellings that names have, one behind the other, those of one node of the trie side by side. A form is its rules; the number of
 * its canonical letters; its number, the lower half first; its letters.
 */
export type NamePool = Uint16Array;

const headLength = 4;

/** In a form's rules: it is the last of its node, and its first word is one letter. */
const isLast = 1 << 11;
const opensWithInitial = 1 << 12;

/** Case and glue rules as numbers. */
const caseRules: readonly CaseRule[] = ['exact', 'raise', 'ignore'];
const glueRules: readonly GlueRule[] = ['none', 'capital', 'word'];

/** Fills a pool. */
export class PoolBuilder {
  readonly pool: NamePool;
  private used = 0;

  constructor(private readonly forms: readonly RuledForm[]) {
    this.pool = new Uint16Array(forms.reduce((sum, { form }) => sum + headLength + form.canonical.length, 0));
  }

  /** Adds the forms of a node, told by their number, and gives where they stand. */
  add(numbers: readonly number[]): number {
    const place = this.used;
    for (const number of numbers) this.addForm(number, number === numbers.at(-1));
    return place;
  }

  private addForm(number: number, last: boolean): void {
    const { form, caseRule, glue } = this.forms[number]!;
    const { canonical, words } = form;
    const { pool, used } = this;
    pool[used] =
      caseRules.indexOf(caseRule) |
      (glueRules.indexOf(glue) << 2) |
      (words.length << 4) |
      (last ? isLast : 0) |
      (words[0]!.length === 1 ? opensWithInitial : 0);
    pool[used + 1] = canonical.length;
    pool[used + 2] = number & 0xffff;
    pool[used + 3] = number >>> 16;
    for (let n = 0; n < canonical.length; n++) pool[used + headLength + n] = canonical[n]!;
    this.used += headLength + canonical.length;
  }
}

/** Puts the forms of a node, from `place` on, that the stretch at hand really spells from `start`, with free boundaries. */
export function putForms(pool: NamePool, place: number, start: number, to: number, hits: HitBuffer): void {
  for (let form = place; ;) {
    const rules = pool[form]!;
    const letters = form + headLength;
    const lettersEnd = letters + pool[form + 1]!;
    const end = verifyName(start, to, pool, letters, lettersEnd, rules);
    if (end >= 0 && isFree(start, end, to, rules))
      hits.push(start, end, pool[form + 2]! | (pool[form + 3]! << 16));
    if ((rules & isLast) !== 0) return;
    form = lettersEnd;
  }
}

/** Whether a name may start and end where a form was found to. */
function isFree(start: number, end: number, to: number, rules: number): boolean {
  const opens = start === 0 || plainMarks[units[start - 1]!] === 1;
  const closes = end === to || plainMarks[units[end]!] === 1;
  if (opens && closes) return true;
  const glue = (rules >> 2) & 3;
  const words = (rules >> 4) & 127;
  if (!opens && !opensFreely(start, words, glue, (rules & opensWithInitial) !== 0)) return false;
  return closes || closesFreely(end, to, words, glue, isInitialBefore(end, start));
}

/** 1 for separators that no word goes on behind or before: all but apostrophes and dots. */
const plainMarks = new Uint8Array(65536);

/** Makes the tables ready. */
export function preparePlainMarks(): void {
  if (plainMarks[0x20] === 1) return;
  for (let code = 0; code < 65536; code++)
    if (kind[code] === 0 && unifiedMark(code) !== dot && !isApostrophe(code)) plainMarks[code] = 1;
}

/** Whether the last word before `end`, its dot apart, is one letter. */
function isInitialBefore(end: number, start: number): boolean {
  const last = kind[units[end - 1]!] === 0 ? end - 2 : end - 1;
  return last >= start && (last === start || kind[units[last - 1]!] === 0);
}
