import type { Span } from './span';

/** A web address in a text. */
export interface TextUrl extends Span {
  /** With its scheme. */
  readonly target: string;
}

const addresses = /\b(?:https?:\/\/|www\.)[^\s<>"“”„«»‹›`{}|\\^*\u3000-\u303f\uff00-\uffef]+/giu;
const trailing = /[.,;:!?'’‘…_~)\]]$/u;

/**
 * The web addresses of a text, in reading order; `www.` counts without a scheme. Punctuation that ends the sentence stays outside, and so
 * does a bracket that was opened before the address: `(see https://a.org/x_(y).)`. UTF-16 offsets.
 */
export function findUrls(text: string): readonly TextUrl[] {
  const found: TextUrl[] = [];
  for (const { 0: match, index: start } of text.matchAll(addresses)) {
    const address = withoutPunctuation(match);
    const host = address.replace(/^https?:\/\//i, '').replace(/^www\./i, '');
    if (!/^[\p{L}\p{N}]/u.test(host)) continue;
    const target = /^https?:/i.test(address) ? address : `https://${address}`;
    found.push({ start, end: start + address.length, target });
  }
  return found;
}

function withoutPunctuation(match: string): string {
  // Counted once, so that a line of brackets takes no more time than its length.
  const open = { ')': count(match, '('), ']': count(match, '[') };
  const closed = { ')': count(match, ')'), ']': count(match, ']') };
  let end = match.length;
  while (end > 0) {
    const last = match[end - 1]!;
    if (!trailing.test(last)) break;
    if (last === ')' || last === ']') {
      if (closed[last] <= open[last]) break;
      closed[last]--;
    }
    end--;
  }
  return match.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
