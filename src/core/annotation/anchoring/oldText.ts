import { toLf } from '../../text/lines';
import { storedOffsets } from '../../text/offsets';
import type { Span } from '../../text/span';
import type { Selector } from '../annotation';

/** What is known of the text that selectors were made of, besides themselves. */
export interface AnchorOptions {
  /** All of it: a committed version, or a snapshot. */
  readonly previousText?: string;
  /** Its length as stored (code points): a sidecar tells it. */
  readonly previousLength?: number;
}

/**
 * What is known of the text that selectors were made of: the whole of it, or only their quotes and contexts. Fragments
 * stand one after the other in `text` (LF), each between two dividers, which stand for what is not known.
 */
export interface OldText {
  readonly text: string;
  /** Where each selector's quote stands in `text` (UTF-16). */
  readonly spans: ReadonlyMap<Selector, Span>;
  readonly fragments: readonly Fragment[];
  /** Selectors that contradict those in `spans`: they were made of yet another text. */
  readonly strays: readonly Selector[];
  /** All of the old text is known, not only fragments. */
  readonly complete: boolean;
  /** Length of the old text as stored, where it is known. */
  readonly length?: number;
  /** Where an offset of `text` was in the old text, as stored. */
  readonly storedAt: (offset: number) => number;
  /** The fragment that an offset of `text` lies in. */
  readonly fragmentAt: (offset: number) => Fragment | undefined;
}

/** A stretch of `text` that was one stretch of the old text. */
export interface Fragment extends Span {
  /** Where it began in the old text, as stored (code points). */
  readonly storedStart: number;
  /** False where it was cut there, perhaps within a word. */
  readonly wholeStart: boolean;
  readonly wholeEnd: boolean;
  /** True where it contradicts the others, and tells nothing of order. */
  readonly stray: boolean;
}

/** Stands between fragments; no text is expected to hold it, and tokens of it are never aligned. */
export const divider = '\0';

/** A selector's prefix, quote and suffix in one. */
interface Snippet {
  readonly selector: Selector;
  readonly text: string;
  readonly quoteStart: number;
  readonly quoteEnd: number;
  readonly storedStart: number;
  readonly wholeStart: boolean;
  readonly wholeEnd: boolean;
}

/** A fragment to which snippets are still added, in the order of their starts. */
interface Growing extends Omit<Fragment, keyof Span | 'wholeEnd' | 'stray'> {
  /** Text that no further snippet can reach, its length, and the text after it with where that begins as stored. */
  readonly done: string[];
  doneLength: number;
  rest: string;
  restStored: number;
  storedEnd: number;
  wholeEnd: boolean;
  stray: boolean;
  readonly quotes: { readonly selector: Selector; readonly start: number; readonly end: number }[];
}

/**
 * Puts together what selectors, and `previousText` if there is one, say of the old text. What contradicts the rest is
 * left out, or put at the end if it is to be kept.
 */
export function gatherOldText(
  selectors: readonly Selector[],
  { previousText: previous, previousLength }: AnchorOptions,
  keepStrays = false,
): OldText {
  const snippets = selectors.map(snippetOf).sort((a, b) => a.storedStart - b.storedStart);
  const fragments: Growing[] = [];
  const strays: Growing[] = [];
  let last: Growing | undefined;
  if (previous !== undefined) {
    last = grow({ text: toLf(previous), storedStart: 0, wholeStart: true, wholeEnd: true });
    fragments.push(last);
  }
  for (const snippet of snippets) {
    if (last && joins(last, snippet)) continue;
    const fragment = grow(snippet);
    fragment.quotes.push({ selector: snippet.selector, start: snippet.quoteStart, end: snippet.quoteEnd });
    if (last && snippet.storedStart < last.storedEnd) {
      fragment.stray = true;
      strays.push(fragment);
    } else {
      fragments.push(fragment);
      last = fragment;
    }
  }
  const length = previous === undefined ? previousLength : fragments[0]!.storedEnd;
  const known = layOut(keepStrays ? [...fragments, ...strays] : fragments, length);
  const fragmentAt = finder(known);
  return {
    ...known,
    strays: keepStrays ? [] : strays.flatMap(({ quotes }) => quotes.map(({ selector }) => selector)),
    complete: previous !== undefined,
    length,
    storedAt: storedPlaces(known.text, fragmentAt),
    fragmentAt,
  };
}

function snippetOf(selector: Selector): Snippet {
  const prefix = toLf(selector.prefix ?? '');
  const quote = toLf(selector.quote);
  const suffix = toLf(selector.suffix ?? '');
  const storedStart = Math.max(0, selector.start - storedOffsets(prefix).length);
  return {
    selector,
    text: prefix + quote + suffix,
    quoteStart: prefix.length,
    quoteEnd: prefix.length + quote.length,
    storedStart,
    wholeStart: prefix === '' || storedStart === 0,
    wholeEnd: suffix === '',
  };
}

function grow(piece: Pick<Snippet, 'text' | 'storedStart' | 'wholeStart' | 'wholeEnd'>): Growing {
  const { text, storedStart, wholeStart, wholeEnd } = piece;
  return {
    done: [],
    doneLength: 0,
    rest: text,
    restStored: storedStart,
    storedStart,
    storedEnd: storedStart + storedOffsets(text).length,
    wholeStart,
    wholeEnd,
    stray: false,
    quotes: [],
  };
}

/** Adds a snippet to the fragment it overlaps, unless the two contradict each other. */
function joins(fragment: Growing, snippet: Snippet): boolean {
  if (snippet.storedStart >= fragment.storedEnd && fragment.storedEnd > fragment.storedStart) return false;
  forwardTo(fragment, snippet.storedStart);
  const { rest, doneLength } = fragment;
  const common = Math.min(rest.length, snippet.text.length);
  if (!snippet.text.startsWith(common < rest.length ? rest.slice(0, common) : rest)) return false;
  if (snippet.text.length > common) {
    const added = snippet.text.slice(common);
    fragment.rest += added;
    fragment.storedEnd += storedOffsets(added).length;
    fragment.wholeEnd = snippet.wholeEnd;
  } else if (common === rest.length) {
    fragment.wholeEnd ||= snippet.wholeEnd;
  }
  const { selector, quoteStart, quoteEnd } = snippet;
  fragment.quotes.push({ selector, start: doneLength + quoteStart, end: doneLength + quoteEnd });
  return true;
}

/** Sets aside what stands before a stored offset: snippets come in order, so every character is passed once. */
function forwardTo(fragment: Growing, stored: number): void {
  let at = 0;
  while (fragment.restStored < stored && at < fragment.rest.length) {
    at += fragment.rest.codePointAt(at)! > 0xffff ? 2 : 1;
    fragment.restStored++;
  }
  fragment.done.push(fragment.rest.slice(0, at));
  fragment.doneLength += at;
  fragment.rest = fragment.rest.slice(at);
}

type Known = Pick<OldText, 'text' | 'spans' | 'fragments'>;

function layOut(growing: readonly Growing[], storedLength: number | undefined): Known {
  const spans = new Map<Selector, Span>();
  const fragments: Fragment[] = [];
  const parts: string[] = [];
  let length = 0;
  const add = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  for (const { done, rest, quotes, storedStart, wholeStart, wholeEnd, stray } of growing) {
    const text = done.join('') + rest;
    if (storedStart > 0 || fragments.length > 0) add(divider);
    for (const { selector, start, end } of quotes) {
      spans.set(selector, { start: length + start, end: length + end });
    }
    fragments.push({ start: length, end: length + text.length, storedStart, wholeStart, wholeEnd, stray });
    add(text);
  }
  if (growing.at(-1)?.storedEnd !== storedLength) add(divider);
  return { text: parts.join(''), spans, fragments };
}

function finder({ fragments }: Known): (offset: number) => Fragment | undefined {
  return (offset) => {
    let low = 0;
    let high = fragments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (fragments[middle]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    return fragments[low];
  };
}

function storedPlaces(
  text: string,
  fragmentAt: (offset: number) => Fragment | undefined,
): (offset: number) => number {
  const offsets = storedOffsets(text);
  return (offset) => {
    const { start, storedStart } = fragmentAt(offset) ?? { start: 0, storedStart: 0 };
    return storedStart + offsets.toStored(offset) - offsets.toStored(start);
  };
}
