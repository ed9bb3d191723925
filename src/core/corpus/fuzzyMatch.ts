/** A text ready to be matched: folded, with the letters it has. */
export interface FuzzyText {
  readonly folded: string;
  readonly letters: number;
}

/** @param folded without case and diacritics, see foldName */
export function fuzzyText(folded: string): FuzzyText {
  return { folded, letters: lettersOf(folded) };
}

/** What is looked for: words, each of which a text must have in it. */
export interface FuzzyQuery {
  readonly words: readonly string[];
  readonly letters: number;
}

export function fuzzyQuery(folded: string): FuzzyQuery {
  return { words: folded.split(' ').filter((word) => word !== ''), letters: lettersOf(folded) };
}

/**
 * How well a text matches, 0 for not at all: each word of the query may begin a word of the text (best), stand anywhere in it,
 * or have its letters in it in this order (worst). Shorter texts win; so does a text that begins with the query.
 */
export function fuzzyScore(query: FuzzyQuery, { folded, letters }: FuzzyText): number {
  if ((query.letters & ~letters) !== 0) return 0;
  let score = 1;
  for (const [i, word] of query.words.entries()) {
    const found = scoreOfWord(word, folded);
    if (found === 0) return 0;
    score += found + (i === 0 && folded.startsWith(word) ? 20 : 0);
  }
  return score - Math.min(0.9, folded.length / 1000);
}

const separators = /[^\p{L}\p{N}]/u;

function scoreOfWord(word: string, text: string): number {
  let at = text.indexOf(word);
  if (at < 0) return isSubsequence(word, text) ? 1 : 0;
  for (; at >= 0; at = text.indexOf(word, at + 1)) {
    if (at > 0 && !separators.test(text[at - 1]!)) continue;
    const end = at + word.length;
    return end === text.length || separators.test(text[end]!) ? 60 + word.length : 40 + word.length;
  }
  return 10 + word.length;
}

function isSubsequence(word: string, text: string): boolean {
  let at = 0;
  for (const letter of word) {
    at = text.indexOf(letter, at);
    if (at < 0) return false;
    at += letter.length;
  }
  return true;
}

/** A bit for each letter a to z, for digits, and for the rest by their numbers: a text without a bit lacks such a letter. */
function lettersOf(folded: string): number {
  let letters = 0;
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    if (unit >= 97 && unit <= 122) letters |= 1 << (unit - 97);
    else if (unit >= 48 && unit <= 57) letters |= 1 << 26;
    else if (unit > 127) letters |= 1 << (27 + (unit % 4));
  }
  return letters;
}
