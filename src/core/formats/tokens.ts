import type { Span } from '../text/span';

/** A stretch of text that linguistic formats treat as one sentence, with its tokens. UTF-16 offsets, never empty. */
export interface Sentence extends Span {
  readonly tokens: readonly Span[];
}

/**
 * A word with what belongs to it (`U.S.`, `113.1.21`), a clitic (`'s`), or one other character that is seen. Hyphens and
 * slashes part words, because releases name two countries in one word (`DPRK-Russia`). White space and control
 * characters are no tokens: readers in other languages take both for space.
 */
const token =
  /(?:\p{L}\p{M}*\.){2,}|['’](?:s|re|ve|ll|d|m)(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}]+(?:[.,:]\p{N}+)*|[^\s\p{Cc}]/gu;

/** Words whose full stop ends no sentence. */
const abbreviation =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Mt|Ft|Gov|Sen|Rep|Amb|Sgt|Adm|Brig|Gen|Lt|Col|Maj|Capt|Rev|Hon|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Nos|Art|vs|etc|cf|approx|vol|pp?|Co|Inc|Ltd|Corp|\p{Lu})$/u;

const sentenceEnd = /^[.!?…]$/u;
const closing = /^["'’”»)\]]$/u;

/** Tokens of the text in reading order. */
export function tokenize(text: string): Span[] {
  const tokens: Span[] = [];
  for (const match of text.matchAll(token)) {
    tokens.push({ start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

/**
 * Sentences of the text: a line end always parts two, a full stop where a capital, digit or quote follows and no
 * abbreviation stands before. Every token is in exactly one.
 */
export function splitSentences(text: string): readonly Sentence[] {
  if (last?.text !== text) last = { text, sentences: split(text) };
  return last.sentences;
}

/** Fitting and writing ask for the same text one after the other. */
let last: { readonly text: string; readonly sentences: readonly Sentence[] } | undefined;

function split(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let open: Span[] = [];
  const close = (): void => {
    if (open.length > 0) sentences.push({ start: open[0]!.start, end: open.at(-1)!.end, tokens: open });
    open = [];
  };
  const tokens = tokenize(text);
  tokens.forEach((current, i) => {
    open.push(current);
    const next = tokens[i + 1];
    if (next === undefined) return;
    const gap = text.slice(current.end, next.start);
    if (gap.includes('\n') || (gap !== '' && endsSentence(text, open) && mayBegin(text, next))) close();
  });
  close();
  return sentences;
}

function endsSentence(text: string, tokens: readonly Span[]): boolean {
  let last = tokens.length - 1;
  const wordAt = (i: number): string => text.slice(tokens[i]!.start, tokens[i]!.end);
  while (last > 0 && closing.test(wordAt(last))) last--;
  if (!sentenceEnd.test(wordAt(last))) return false;
  return last === 0 || !abbreviation.test(wordAt(last - 1));
}

function mayBegin(text: string, next: Span): boolean {
  return /^[\p{Lu}\p{N}"'‘“«(\[]/u.test(text.slice(next.start, next.end));
}

/** Tokens that a span touches, as indices `[from, to)`; empty where it touches none. */
export function tokensIn(tokens: readonly Span[], span: Span): { from: number; to: number } {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (to < tokens.length && tokens[to]!.start < span.end) to++;
  return { from: low, to };
}
