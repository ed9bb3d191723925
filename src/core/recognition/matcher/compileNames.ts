import { characters } from './characters';
import { caseRuleFor, gapSign, glueRuleFor, nameForm, type NameForm } from './nameForm';
import { TrieBuilder, type NameTrie } from './nameTrie';
import type { CaseRule, GlueRule, NameEntry } from './names';
import { addOpening, openingsSize, type Openings } from './openings';

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
  /** Canonical letters of all forms; form `f` has `pool[starts[f]]` up to `pool[starts[f + 1]]`. */
  readonly pool: Uint16Array;
  readonly starts: Int32Array;
  readonly caseRule: Uint8Array;
  readonly glueRule: Uint8Array;
  readonly words: Uint8Array;
  /** The next form that ends at the same node, or -1. */
  readonly nextForm: Int32Array;
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
  const chars = characters();
  const builder = new TrieBuilder();
  const openings = new Uint8Array(openingsSize);
  const count = drafts.length;
  const starts = new Int32Array(count + 1);
  const entryStarts = new Int32Array(count + 1);
  const nextForm = new Int32Array(count);
  const caseRule = new Uint8Array(count);
  const glueRule = new Uint8Array(count);
  const words = new Uint8Array(count);
  drafts.forEach(({ form, ...draft }, f) => {
    starts[f + 1] = starts[f]! + form.canonical.length;
    entryStarts[f + 1] = entryStarts[f]! + draft.entries.length;
    caseRule[f] = caseRules.indexOf(draft.caseRule);
    glueRule[f] = glueRules.indexOf(draft.glue);
    words[f] = form.words.length;
    const node = builder.insert(form.words);
    nextForm[f] = builder.formAt(node);
    builder.setForm(node, f);
    if (draft.glue === 'word' && form.words.length > 1) builder.markSticky(form.words);
    addOpening(openings, form.canonical, form.words[0]!, draft.caseRule, chars);
  });
  const pool = new Uint16Array(starts[count]!);
  const formEntries = new Int32Array(entryStarts[count]!);
  drafts.forEach(({ form, entries: own }, f) => {
    pool.set(form.canonical, starts[f]);
    formEntries.set(own, entryStarts[f]);
  });
  const trie = builder.build();
  return {
    entries,
    skipped,
    trie,
    openings,
    pool,
    starts,
    caseRule,
    glueRule,
    words,
    nextForm,
    formEntries,
    entryStarts,
  };
}

/** Whether a unit of the pool opens a gap. */
export function isGapSign(unit: number): boolean {
  return unit === gapSign;
}
