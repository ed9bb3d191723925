import { W } from '../lexicon';
import { findingFrom, findingTo, isCapital, isLowerWord } from '../reading';
import type { Reading } from '../reading';
import { Kind, isMark, wordOf } from '../tokens';
import type { Tokens } from '../tokens';
import { addDocument } from './titledInLower';

/** Kinds of documents that a title in quotation marks may follow; books, songs, articles and shows are none. */
const kinds =
  /^(?:statement|declaration|communiqu[eé]|report|paper|agreement|memorandum|document|plan|strategy|roadmap|programme|program|resolution|treaty|concept|guidelines|charter|protocol|convention)s?$/i;

/** `a joint statement titled “Whales for a Common Future”`: the title, without its quotation marks, of a document whose kind is told before. */
export function findQuotedTitle(reading: Reading, head: number): void {
  const { tokens } = reading;
  const word = wordOf(tokens, head);
  if (findQuotedLaw(reading, head, word)) return;
  if (!kinds.test(word)) return;
  const open = titledEnd(tokens, head + 1);
  if (!isOpeningQuote(tokens, open)) return;
  const quote = closingQuote(tokens, open + 1);
  // `“Whales and Seals,”`
  const close = isMark(tokens, quote - 1, ',') ? quote - 1 : quote;
  if (close < open + 3) return;
  const body = /^resolution$/i.test(word) && open === head + 1 ? findingTo(reading, head) : undefined;
  if (body?.type === 'organization' && isCapital(tokens, open + 1))
    addDocument(reading, body.from, close, 46);
  else if (isTitle(tokens, open + 1, close)) addDocument(reading, open + 1, close, 46);
}

/** `Law of Zembla “On Whales and Seals”`: up to the closing quotation mark. */
function findQuotedLaw(reading: Reading, head: number, word: string): boolean {
  const { tokens } = reading;
  if (!/^(?:Law|Decree|Resolution)$/.test(word)) return false;
  let open = head + 1;
  if (isLowerWord(tokens, open, 'of')) {
    const state = findingFrom(reading, isLowerWord(tokens, open + 1, 'the') ? open + 2 : open + 1);
    if (state?.type !== 'place') return false;
    open = state.to;
  }
  if (!isOpeningQuote(tokens, open) || wordOf(tokens, open + 1) !== 'On') return false;
  const close = closingQuote(tokens, open + 1);
  if (close < open + 3) return false;
  addDocument(reading, head, isMark(tokens, close - 1, ',') ? close - 1 : close, 46);
  return true;
}

/** The token behind `titled`, `, entitled`, `under the title of`; `t` where none of them stands there. */
function titledEnd(tokens: Tokens, t: number): number {
  const at = isMark(tokens, t, ',') ? t + 1 : t;
  if (tokens.kind[at] !== Kind.lower) return t;
  if (/^(?:titled|entitled|called|named)$/.test(wordOf(tokens, at))) return at + 1;
  if (!/^(?:under|with)$/.test(wordOf(tokens, at)) || !isLowerWord(tokens, at + 2, 'title')) return t;
  return isLowerWord(tokens, at + 3, 'of') ? at + 4 : at + 3;
}

function isOpeningQuote(tokens: Tokens, t: number): boolean {
  return isMark(tokens, t, '“') || isMark(tokens, t, '"') || isMark(tokens, t, '«');
}

/** The closing quotation mark of a title that begins at `from`; -1 where none follows within a title's length. */
function closingQuote(tokens: Tokens, from: number): number {
  for (let t = from; t < from + 40 && t < tokens.count && tokens.kind[t] !== Kind.stop; t++)
    if (isMark(tokens, t, '”') || isMark(tokens, t, '"') || isMark(tokens, t, '»')) return t;
  return -1;
}

/** Whether all words but the small ones have capitals, and two at least. */
function isTitle(tokens: Tokens, from: number, to: number): boolean {
  let capitals = 0;
  for (let t = from; t < to; t++) {
    if (isCapital(tokens, t)) capitals++;
    else if (tokens.kind[t] === Kind.lower && (tokens.classes[t]! & W.function) === 0) return false;
    else if (isMark(tokens, t, '.') || isMark(tokens, t, '!') || isMark(tokens, t, '?')) return false;
  }
  return capitals >= 2 && isCapital(tokens, from);
}
