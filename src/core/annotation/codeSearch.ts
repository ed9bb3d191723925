import type { Code } from './codebook';

/** How many codes used lately are offered first. */
const recentLimit = 9;

/** The ids of codes used lately, newest first, after `used` (of one action, in order) were used. */
export function usedLately(recent: readonly string[], used: readonly string[]): readonly string[] {
  return [...new Set([...used, ...recent])].slice(0, recentLimit);
}

/** Codes to choose from: those used lately first, newest first, then the others in the order of the tree. */
export function recentFirst<C extends Pick<Code, 'id'>>(
  codes: readonly C[],
  recent: readonly string[],
): { readonly recent: readonly C[]; readonly others: readonly C[] } {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const lately = recent.flatMap((id) => byId.get(id) ?? []);
  return { recent: lately, others: codes.filter((code) => !lately.includes(code)) };
}

/**
 * The codes that what was typed may mean, best first: in the name, the id, the beginnings of the name's words, the definition, the
 * examples, in other forms of the same words too, then as letters of the name in their order. Equals keep the order they are given in.
 */
export function searchCodes<C extends Pick<Code, 'id' | 'name' | 'definition' | 'examples'>>(
  codes: readonly C[],
  typed: string,
): readonly C[] {
  const query = fold(typed.trim());
  if (query === '') return codes;
  return codes
    .map((code) => ({ code, score: score(code, query) }))
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ code }) => code);
}

function score(code: Pick<Code, 'id' | 'name' | 'definition' | 'examples'>, query: string): number {
  const name = fold(code.name);
  const id = fold(code.id);
  if (name === query || id === query) return 8;
  if (name.startsWith(query)) return 7;
  if (id.startsWith(query)) return 6.5;
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  if (words.some((word) => word.startsWith(query))) return 6;
  if (query.length <= 12 && initials(words, query.replace(/\s+/g, ''))) return 5;
  const parts = query.split(/\s+/);
  if (parts.length > 1 && parts.every((part) => words.some((word) => word.startsWith(part)))) return 5;
  if (name.includes(query) || id.includes(query)) return 4;
  if (query.length > 2) {
    const definition = fold(code.definition ?? '');
    if (definition.includes(query)) return 3;
    if (hasForms(definition, parts)) return 2.5;
    const examples = fold(code.examples.join('\n'));
    if (examples.includes(query)) return 2;
    if (hasForms(examples, parts)) return 1.5;
  }
  const spread = inOrder(name, query.replace(/\s+/g, ''));
  return spread === undefined ? 0 : 1 / (1 + spread);
}

/** Whether the text has each word in some form: `thanks` in “somebody is thanked”. */
function hasForms(text: string, words: readonly string[]): boolean {
  const stems = words.map((word) => (word.length < 5 ? word : word.replace(/(?:e?s|ed|ing|e)$/, '')));
  const all = text.split(/[^\p{L}\p{N}]+/u);
  return stems.every((stem) => all.some((word) => word.startsWith(stem)));
}

/** Whether the letters are beginnings of the words, in their order: `wo` of “World order”, `lepr` of “Leader praise”. */
function initials(words: readonly string[], letters: string): boolean {
  if (letters === '') return true;
  return words.some((word, at) => {
    let common = 0;
    while (common < word.length && common < letters.length && word[common] === letters[common]) common++;
    for (let taken = common; taken > 0; taken--) {
      if (initials(words.slice(at + 1), letters.slice(taken))) return true;
    }
    return false;
  });
}

/** How many other letters lie between the letters where they stand in order; `undefined` where they don't. */
function inOrder(text: string, letters: string): number | undefined {
  const first = text.indexOf(letters.charAt(0));
  let at = first;
  for (const letter of letters) {
    at = text.indexOf(letter, at);
    if (at < 0) return undefined;
    at += letter.length;
  }
  return letters.length < 2 ? undefined : at - first - letters.length;
}

/** Lower case, without accents. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** The code that a key tags; a key of another case will do where no code has this very one. */
export function codeWithKey<C extends Pick<Code, 'key' | 'retired'>>(
  codes: Iterable<C>,
  key: string,
): C | undefined {
  const inUse = [...codes].filter(({ retired }) => !retired);
  return (
    inUse.find((code) => code.key === key) ??
    inUse.find((code) => code.key?.toLowerCase() === key.toLowerCase())
  );
}

/**
 * Whether a key typed into the search for a code can only mean the key: no code's name has a word that begins with it. Otherwise the
 * person may be about to type that name.
 */
export function isOnlyKey(codes: Iterable<Pick<Code, 'name' | 'key'>>, key: string): boolean {
  const letter = fold(key);
  for (const code of codes) {
    if (code.key === key) continue;
    if (
      fold(code.name)
        .split(/[^\p{L}\p{N}]+/u)
        .some((word) => word.startsWith(letter))
    )
      return false;
  }
  return true;
}
