import type { Span } from '../../src/core/text/span';
import type { Draft } from './draft';
import type { Random } from './random';

/** One realistic change of a release; false where none of its kind fits. */
export type EditKind = (draft: Draft, random: Random, others: readonly string[]) => boolean;

export function spansOf(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}

const memo = new Map<string, Map<RegExp, readonly Span[]>>();
function parts(text: string, pattern: RegExp): readonly Span[] {
  if (!memo.has(text)) {
    if (memo.size > 8) memo.clear();
    memo.set(text, new Map());
  }
  const known = memo.get(text)!;
  if (!known.has(pattern)) known.set(pattern, spansOf(text, pattern));
  return known.get(pattern)!;
}

export const wordPattern = /[\p{L}\p{N}]+/gu;
/** With the white space after it, so that deleting one leaves no gap. */
export const sentencePattern = /[^\s.!?][^.!?\n]{20,}[.!?]+["”']?\s*/gu;
export const paragraphPattern = /[^\s][^\n]{40,}\n*/gu;

const read = (draft: Draft, { start, end }: Span): string => draft.old.slice(start, end);

function anyPart(draft: Draft, random: Random, pattern: RegExp): Span | undefined {
  for (let tries = 0; tries < 10; tries++) {
    const span = random.pick(parts(draft.old, pattern));
    if (span && draft.isFree(span)) return span;
  }
  return undefined;
}

/** Replaces only the letters that differ, as the person who corrects them does. */
function respell(draft: Draft, span: Span, after: string): boolean {
  const before = read(draft, span);
  if (before === after) return false;
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return draft.replace(
    { start: span.start + head, end: span.end - tail },
    after.slice(head, after.length - tail),
  );
}

const misread: readonly (readonly [string, string])[] = [
  ['rn', 'm'], ['m', 'rn'], ['l', '1'], ['I', 'l'], ['O', '0'], ['e', 'c'], ['c', 'e'], ['h', 'b'], ['b', 'h'],
  ['u', 'n'], ['n', 'u'], ['cl', 'd'], ['d', 'cl'], ['a', 'o'], ['t', 'f'], ['v', 'y'], ['i', 'l'], ['S', '5'],
]; // prettier-ignore

const fixLetters: EditKind = (draft, random) => {
  const span = anyPart(draft, random, wordPattern);
  if (!span) return false;
  const word = read(draft, span);
  const fits = misread.filter(([wrong]) => word.includes(wrong));
  const [wrong, right] = random.pick(fits) ?? ['', ''];
  const places = spansOf(word, new RegExp(wrong || '$^', 'g'));
  const place = random.pick(places);
  return !!place && respell(draft, span, word.slice(0, place.start) + right + word.slice(place.end));
};

const otherSpellings: readonly (readonly [RegExp, string])[] = [
  [/isation/, 'ization'], [/ization/, 'isation'], [/ise\b/, 'ize'], [/ize\b/, 'ise'], [/our\b/, 'or'], [/or\b/, 'our'],
  [/programme/, 'program'], [/centre/, 'center'], [/ei/, 'ie'], [/ey\b/, 'ei'], [/ii\b/, 'y'], [/y\b/, 'i'],
  [/ch/, 'tch'], [/kh/, 'h'], [/ya/, 'ia'], [/ll/, 'l'], [/ed\b/, 'ing'], [/s\b/, ''], [/\b([a-z])/, 'A'],
]; // prettier-ignore

const respellWord: EditKind = (draft, random) => {
  const span = anyPart(draft, random, wordPattern);
  if (!span) return false;
  const word = read(draft, span);
  const found = random.pick(otherSpellings.filter(([pattern]) => pattern.test(word)));
  return !!found && respell(draft, span, word.replace(found[0], found[1]));
};

const replaceWord: EditKind = (draft, random) => {
  const span = anyPart(draft, random, wordPattern);
  const other = random.pick(parts(draft.old, wordPattern));
  return (
    !!span && !!other && read(draft, span) !== read(draft, other) && draft.replace(span, read(draft, other))
  );
};

const insertWords: EditKind = (draft, random, others) => {
  const span = anyPart(draft, random, wordPattern);
  if (!span) return false;
  const words = (random.pick(others) ?? '').match(wordPattern)?.slice(4) ?? [];
  const from = random.below(Math.max(1, words.length - 4));
  const some = words.slice(from, from + random.between(1, 3));
  return draft.replace({ start: span.start, end: span.start }, `${some.join(' ')} `);
};

const rewrap: EditKind = (draft, random) => {
  const span = anyPart(draft, random, paragraphPattern);
  if (!span) return false;
  const width = random.between(50, 90);
  let column = 0;
  let done = false;
  for (const space of spansOf(read(draft, span).trimEnd(), / +/g)) {
    if (space.start - column < width) continue;
    column = space.start;
    done = draft.replace({ start: span.start + space.start, end: span.start + space.end }, '\n') || done;
  }
  return done;
};

const deletePart =
  (pattern: RegExp): EditKind =>
  (draft, random) => {
    const span = anyPart(draft, random, pattern);
    return !!span && draft.replace(span);
  };

/** Words of this release, as likely as told, or of another one, without white space at their end. */
function takeWords(
  draft: Draft,
  random: Random,
  others: readonly string[],
  pattern: RegExp,
  likely: number,
): string | { copyOf: Span } | undefined {
  const own = draft.mayCopy && random.chance(likely);
  const source = own ? draft.old : (random.pick(others) ?? '');
  const found = random.pick(parts(source, pattern));
  if (!found) return undefined;
  const words = source.slice(found.start, found.end).trimEnd();
  // Of a copy of what stands there twice nobody could tell which of the two was copied; and releases repeat each other.
  if (own && source.indexOf(words) !== source.lastIndexOf(words)) return undefined;
  if (
    !own &&
    parts(words, sentencePattern).some((part) => draft.old.includes(words.slice(part.start, part.end).trim()))
  ) {
    return undefined;
  }
  return own ? { copyOf: { start: found.start, end: found.start + words.length } } : words;
}

/** New words of another release, or of this one, so that lookalikes come to be. */
const insertPart =
  (pattern: RegExp): EditKind =>
  (draft, random, others) => {
    const place = random.pick(parts(draft.old, pattern));
    const words = takeWords(draft, random, others, pattern, 0.2);
    if (!place || !words) return false;
    return draft.replace(
      { start: place.start, end: place.start },
      words,
      pattern === paragraphPattern ? '\n\n' : ' ',
    );
  };

const rewritePart =
  (pattern: RegExp): EditKind =>
  (draft, random, others) => {
    const span = anyPart(draft, random, pattern);
    const words = takeWords(draft, random, others, pattern, 0.5);
    if (!span || !words || (typeof words === 'object' && words.copyOf.start === span.start)) return false;
    return draft.replace(span, words, /\s*$/.exec(read(draft, span))![0]);
  };

const movePart =
  (pattern: RegExp): EditKind =>
  (draft, random) => {
    const span = anyPart(draft, random, pattern);
    const place = random.pick(parts(draft.old, pattern));
    if (!span || !place || place.start === span.start || place.start === span.end) return false;
    const to = { start: place.start, end: place.start };
    if (!draft.isFree(to) || (to.start > span.start && to.start < span.end)) return false;
    return draft.replace(span) && draft.replace(to, span);
  };

const removeBoilerplate: EditKind = (draft, random) => {
  const all = parts(draft.old, paragraphPattern);
  const span = random.chance(0.5) ? all.at(-1) : all[0];
  return !!span && all.length > 2 && draft.replace(span);
};

/** The kinds, and how often each is made. */
export const editKinds: readonly (readonly [number, EditKind])[] = [
  [20, fixLetters],
  [12, respellWord],
  [6, replaceWord],
  [6, insertWords],
  [8, rewrap],
  [5, deletePart(sentencePattern)],
  [5, insertPart(sentencePattern)],
  [3, rewritePart(sentencePattern)],
  [3, movePart(sentencePattern)],
  [3, deletePart(paragraphPattern)],
  [3, insertPart(paragraphPattern)],
  [2, rewritePart(paragraphPattern)],
  [3, movePart(paragraphPattern)],
  [1, removeBoilerplate],
];

export function editAtRandom(draft: Draft, random: Random, others: readonly string[]): boolean {
  let ticket = random.next() * editKinds.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, kind] of editKinds) {
    ticket -= weight;
    if (ticket < 0) return kind(draft, random, others);
  }
  return false;
}
