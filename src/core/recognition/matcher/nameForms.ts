import { closesFreely, opensFreely } from './boundaries';
import { kind } from './characters';
import { dot, isApostrophe, newGap, unifiedMark } from './gaps';
import type { HitBuffer } from './hitBuffer';
import { literalEnd, unsure, verifyName } from './verifyName';

/** All spellings that names have, in flat arrays. */
export interface NameForms {
  /** Canonical letters of all forms, one behind the other. */
  readonly pool: Uint16Array;
  /** Four numbers a form: where it starts and ends in the pool, its rules, and the next form at the same node plus one. */
  readonly records: Int32Array;
}

/** A form's rules in one number. */
export function packRules(
  caseRule: number,
  glueRule: number,
  words: number,
  literal: boolean,
  initial: boolean,
): number {
  return caseRule | (glueRule << 2) | (words << 4) | ((literal ? 1 : 0) << 11) | ((initial ? 1 : 0) << 12);
}

const gap = newGap();

/** Puts the forms, from `first` on, that a text really spells from `start`, with free boundaries. */
export function putForms(
  forms: NameForms,
  first: number,
  text: string,
  start: number,
  from: number,
  to: number,
  hits: HitBuffer,
): void {
  const { pool, records } = forms;
  for (let form = first; form >= 0; form = records[form * 4 + 3]! - 1) {
    const at = records[form * 4]!;
    const atEnd = records[form * 4 + 1]!;
    const rules = records[form * 4 + 2]!;
    const glue = (rules >> 2) & 3;
    let end = rules & (1 << 11) ? literalEnd(text, start, to, pool, at, atEnd) : unsure;
    if (end === unsure) end = verifyName(text, start, to, pool, at, atEnd, rules & 3, glue > 0, gap);
    if (end < 0) continue;
    const opens = start === from || plainMarks[text.charCodeAt(start - 1)] === 1;
    const closes = end === to || plainMarks[text.charCodeAt(end)] === 1;
    if (!opens || !closes) {
      const words = (rules >> 4) & 127;
      if (!opens && !opensFreely(text, start, from, words, glue, (rules & (1 << 12)) !== 0)) continue;
      const last = isInitialBefore(text, end, start);
      if (!closes && !closesFreely(text, end, to, words, glue, last)) continue;
    }
    hits.push(start, end, form);
  }
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
function isInitialBefore(text: string, end: number, start: number): boolean {
  const last = kind[text.charCodeAt(end - 1)] === 0 ? end - 2 : end - 1;
  return last >= start && (last === start || kind[text.charCodeAt(last - 1)] === 0);
}
