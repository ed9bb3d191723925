import { prepareCharacters } from './characters';
import { caseRuleFor, gapSign, glueRuleFor, nameForm, type NameForm } from './nameForm';
import { packRules, preparePlainMarks, type NameForms } from './nameForms';
import { TrieBuilder, type NameTrie } from './nameTrie';
import type { CaseRule, GlueRule, NameEntry } from './names';
import { OpeningsBuilder, prepareOpenings, type Openings } from './openings';

/** Case and glue rules as numbers. */
export const caseRules: readonly CaseRule[] = ['exact', 'raise', 'ignore'];
export const glueRules: readonly GlueRule[] = ['none', 'capital', 'word'];

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
  readonly forms: NameForms;
  /** The entries of form `f`: `formEntries[entryStarts[f]]` up to `formEntries[entryStarts[f + 1]]`, ascending. */
  readonly formEntries: Int32Array;
  readonly entryStarts: Int32Array;
}

interface FormDraft {
  readonly form: NameForm;
  readonly caseRule: CaseRule;
  readonly glue: GlueRule;
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
  const built = drafts.map(({ form, glue }) => ({ words: form.words, sticky: glue === 'word' }));
  const { trie, next } = new TrieBuilder(built).build();
  const count = drafts.length;
  const entryStarts = new Int32Array(count + 1);
  const records = new Int32Array(count * 4);
  let letters = 0;
  drafts.forEach(({ form, caseRule, glue, entries: own }, f) => {
    const { canonical, words } = form;
    entryStarts[f + 1] = entryStarts[f]! + own.length;
    const literal = !canonical.includes(gapSign);
    const initial = words[0]!.length === 1;
    const rules = packRules(
      caseRules.indexOf(caseRule),
      glueRules.indexOf(glue),
      words.length,
      literal,
      initial,
    );
    records.set([letters, letters + canonical.length, rules, next[f]!], f * 4);
    openings.add(canonical, words[0]!, caseRule);
    // A short word may stand stuck to the next one: `LiKeqiang`.
    const [first, second] = words;
    if (glue !== 'none' && second && first!.length < 3)
      openings.add(canonical, [...first!, ...second], caseRule);
    letters += canonical.length;
  });
  const spelled = drafts.map(({ form }) => form.words);
  const longestWord = spelled.reduce(
    (most, own) => own.reduce((m, word) => Math.max(m, word.length), most),
    0,
  );
  const pool = new Uint16Array(letters);
  const formEntries = new Int32Array(entryStarts[count]!);
  drafts.forEach(({ form, entries: own }, f) => {
    pool.set(form.canonical, records[f * 4]);
    formEntries.set(own, entryStarts[f]);
  });
  return {
    entries,
    skipped,
    trie,
    openings: openings.build(),
    // Letters may bring combining marks and soft hyphens along.
    longestUnits: 3 * longestWord + 16,
    forms: { pool, records },
    formEntries,
    entryStarts,
  };
}
