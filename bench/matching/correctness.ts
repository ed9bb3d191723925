import { compileNames } from '../../src/core/recognition/matcher/compileNames';
import { HitBuffer } from '../../src/core/recognition/matcher/hitBuffer';
import { scanNames } from '../../src/core/recognition/matcher/scanNames';
import { fold } from './workload';

export interface Agreement {
  /** Whole-word occurrences of aliases in the folded texts, found by `indexOf`. */
  readonly expected: number;
  /** Of them, found by the matcher in the texts as they are. */
  readonly found: number;
  /** Found by the matcher beyond those: with capitals added, over markup in words, and the like. */
  readonly beyond: number;
}

/** Counts, text by text and alias by alias, what an exact search over folded texts finds and what the matcher does. */
export function compare(texts: readonly string[], aliases: readonly string[]): Agreement {
  const index = compileNames(aliases.map((text) => ({ text, caseRule: 'exact', glue: 'none' })));
  const folded = aliases.map(fold);
  const hits = new HitBuffer();
  let expected = 0;
  let found = 0;
  let beyond = 0;
  for (const text of texts) {
    const own = new Map<string, number>();
    hits.clear();
    scanNames(index, text, 0, text.length, hits);
    for (let i = 0; i < hits.length; i++) {
      const entry = index.formEntries[index.entryStarts[hits.form(i)]!]!;
      own.set(folded[entry]!, (own.get(folded[entry]!) ?? 0) + 1);
    }
    const plain = fold(text);
    for (const name of new Set(folded)) {
      const wanted = count(plain, name);
      const got = own.get(name) ?? 0;
      expected += wanted;
      found += Math.min(wanted, got);
      beyond += Math.max(0, got - wanted);
    }
  }
  return { expected, found, beyond };
}

function count(text: string, name: string): number {
  let n = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!isWord(text[at - 1]) && (!isWord(text[at + name.length]) || !isWord(name.at(-1)))) n++;
  return n;
}

const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);
