import { prepareCharacters } from './characters';
import { longestGap } from './gaps';
import { caseRuleFor, glueRuleFor, nameForm, type RuledForm } from './nameForm';
import { PoolBuilder, preparePlainMarks, type NamePool } from './nameForms';
import { TrieBuilder, type NameTrie } from './nameTrie';
import type { NameEntry } from './names';
import { OpeningsBuilder, prepareOpenings, type Openings } from './openings';

/**
 * Names made ready for `findNames`: a trie over words in flat arrays, and every distinct spelling ("form") with its rules. Treat what
 * is beyond `entries` and `skipped` as opaque.
 */
export interface NameIndex {
  readonly entries: readonly NameEntry[];
  /** Positions of the entries that can't be looked for: without a letter or digit, or longer than 64 words. */
  readonly skipped: readonly number[];
  readonly trie: NameTrie;
  readonly openings: Openings;
  /** The most units that a text may spell one word of a name with. */
  readonly longestUnits: number;
  /** The most units that a name and what decides where it ends take up in a text: with names as long as may be, half of a part at once. */
  readonly reach: number;
  readonly pool: NamePool;
  /** The entries of form `f`: `formEntries[entryStarts[f]]` up to `formEntries[entryStarts[f + 1]]`, ascending. */
  readonly formEntries: Int32Array;
  readonly entryStarts: Int32Array;
  /** The entries of the forms that were found so far. */
  readonly entryLists: (readonly number[] | undefined)[];
}

interface FormDraft extends RuledForm {
  readonly entries: number[];
}

/** Makes a list of names searchable. Hits name their entries by position in this list. Takes time linear in the names' length. */
export function compileNames(entries: readonly NameEntry[]): NameIndex {
  prepareCharacters();
  prepareOpenings();
  preparePlainMarks();
  const drafts = new Map<string, FormDraft>();
  const skipped: number[] = [];
  entries.forEach((entry, i) => {
    const form = nameForm(entry.text);
    if (!form) {
      skipped.push(i);
      return;
    }
    const caseRule = entry.caseRule ?? caseRuleFor(entry.text);
    const glue = entry.glue ?? glueRuleFor(entry.text);
    const key = `${caseRule[0]!}${glue[0]!}${String.fromCharCode(...form.canonical)}`;
    const known = drafts.get(key);
    if (known) known.entries.push(i);
    else drafts.set(key, { form, caseRule, glue, entries: [i] });
  });
  return layOut(entries, skipped, [...drafts.values()]);
}

function layOut(
  entries: readonly NameEntry[],
  skipped: readonly number[],
  drafts: readonly FormDraft[],
): NameIndex {
  const openings = new OpeningsBuilder();
  const entryStarts = new Int32Array(drafts.length + 1);
  drafts.forEach(({ form: { canonical, words }, caseRule, glue, entries: own }, f) => {
    entryStarts[f + 1] = entryStarts[f]! + own.length;
    openings.add(canonical, words[0]!, caseRule);
    // A short word may stand stuck to the next one: `LiKeqiang`.
    const [first, second] = words;
    if (glue !== 'none' && second && first!.length < 3)
      openings.add(canonical, [...first!, ...second], caseRule);
  });
  const formEntries = new Int32Array(entryStarts[drafts.length]!);
  drafts.forEach(({ entries: own }, f) => formEntries.set(own, entryStarts[f]));
  const pool = new PoolBuilder(drafts);
  const trie = new TrieBuilder(drafts).build((forms) => pool.add(forms));
  let longestWord = 0;
  let mostWords = 0;
  for (const { form } of drafts) {
    mostWords = Math.max(mostWords, form.words.length);
    for (const { length } of form.words) longestWord = Math.max(longestWord, length);
  }
  // Letters may bring combining marks and soft hyphens along.
  const longestUnits = 3 * longestWord + 16;
  return {
    entries,
    skipped,
    trie,
    openings: openings.build(),
    longestUnits,
    reach: mostWords * (longestUnits + longestGap) + longestGap,
    pool: pool.pool,
    formEntries,
    entryStarts,
    entryLists: new Array<undefined>(drafts.length),
  };
}
