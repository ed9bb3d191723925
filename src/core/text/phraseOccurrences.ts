import { splitsGrapheme } from './graphemes';
import type { Span } from './span';

/** Signs that stand for each other in prose. */
const alike: readonly string[] = [`'‘’ʼ`, `"“”„«»`, `-‐‑–—`];

/** A phrase longer than this is a passage, not a phrase; nobody looks for it. UTF-16 units. */
export const longestPhrase = 1000;

/** Scripts that write no spaces between words, or hang particles on them: there a phrase may stand within a word. */
const joinedScripts = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}`;
const wordSign = String.raw`(?![${joinedScripts}])[\p{L}\p{N}\p{M}]`;
const beginsWithWord = new RegExp(`^${wordSign}`, 'u');
const endsWithWord = new RegExp(`${wordSign}$`, 'u');

/**
 * Where a phrase stands in a text, as whole words: whatever the case, the line breaks and other white space between its words, and
 * the kind of quotes and hyphens. Occurrences don't overlap. UTF-16 offsets of `text`.
 */
export function phraseOccurrences(text: string, phrase: string): readonly Span[] {
  const wanted = phrase.trim();
  if (wanted === '' || wanted.length > longestPhrase) return [];
  const words = wanted.split(/\s+/u).map((word) => [...word].map(pattern).join(''));
  const before = beginsWithWord.test(wanted) ? `(?<!${wordSign})` : '';
  const after = endsWithWord.test(wanted) ? `(?!${wordSign})` : '';
  const found: Span[] = [];
  for (const { index, 0: match } of text.matchAll(
    new RegExp(before + words.join(String.raw`\s+`) + after, 'giu'),
  )) {
    const span = { start: index, end: index + match.length };
    if (!splitsGrapheme(text, span)) found.push(span);
  }
  return found;
}

function pattern(character: string): string {
  const group = alike.find((signs) => signs.includes(character));
  if (group) return `[${group}]`;
  return character.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
