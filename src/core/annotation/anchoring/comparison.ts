import { type Alignment, align } from '../../text/alignment';
import { countRepeats } from '../../text/grams';
import { type OffsetConverter, storedOffsets } from '../../text/offsets';
import { type Tokens, tokenAt, tokenize } from '../../text/tokens';
import { type Cluster, findClusters } from './drift';
import { Occurrences } from './occurrences';
import type { OldText } from './oldText';
import { settlePunctuation } from './punctuation';
import { slideChanges } from './slide';

/** An old text beside today's (LF), word by word. All indices are of tokens. */
export interface Comparison extends Alignment {
  readonly old: OldText;
  readonly text: string;
  readonly offsets: OffsetConverter;
  readonly oldTokens: Tokens;
  readonly newTokens: Tokens;
  /** 1 for old tokens that equal none: dividers, and words that are not known whole. */
  readonly divides: Uint8Array;
  /**
   * 1 for old tokens that could as well be aligned otherwise: where something was taken out or put in beside its like,
   * nobody can tell which of the two is left.
   */
  readonly doubtful: Uint8Array;
  /** 1 for old tokens that came along in a run long enough not to be chance. */
  readonly firm: Uint8Array;
  /** For every old token the nearest aligned one at or after it (their count if none), at or before it (or -1). */
  readonly alignedFrom: Int32Array;
  readonly alignedTo: Int32Array;
  /** Where words stand in either text; made when first asked for. */
  readonly oldWords: () => Occurrences;
  readonly newWords: () => Occurrences;
  /** For every new token how many longer runs of words, which today's text has more than once, begin before it. */
  readonly repeats: () => Int32Array;
  /** Stretches that were shifted as one. */
  readonly clusters: () => readonly Cluster[];
}

/** Words of a run whose repetition means that whole sentences have their like. */
const repeatedRun = 8;

export function compareTexts(old: OldText, text: string): Comparison {
  const oldTokens = tokenize(old.text);
  const newTokens = tokenize(text);
  const divides = findDividers(old, oldTokens);
  const alignment = align(oldTokens.hashes, newTokens.hashes, (token) => divides[token] === 1);
  settlePunctuation(alignment, oldTokens, newTokens, old.text);
  slideChanges(alignment, { text: old.text, tokens: oldTokens }, { text, tokens: newTokens });
  const { toNew } = alignment;
  const alignedFrom = new Int32Array(toNew.length + 1).fill(toNew.length);
  const alignedTo = new Int32Array(toNew.length + 1).fill(-1);
  for (let i = toNew.length - 1; i >= 0; i--) alignedFrom[i] = toNew[i] === -1 ? alignedFrom[i + 1]! : i;
  for (let i = 0; i < toNew.length; i++) {
    alignedTo[i] = toNew[i] === -1 ? (i > 0 ? alignedTo[i - 1]! : -1) : i;
  }
  const comparison: Comparison = {
    ...alignment,
    old,
    text,
    offsets: storedOffsets(text),
    oldTokens,
    newTokens,
    divides,
    firm: findFirm(alignment, oldTokens),
    doubtful: findDoubtful(alignment, oldTokens.hashes, newTokens.hashes, alignedFrom),
    alignedFrom,
    alignedTo,
    oldWords: once(() => new Occurrences(oldTokens)),
    newWords: once(() => new Occurrences(newTokens)),
    repeats: once(() => countRepeats(newTokens.hashes, repeatedRun)),
    clusters: once(() => findClusters(comparison)),
  };
  return comparison;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Marks dividers and cut words, and gives them hashes of their own. */
function findDividers(old: OldText, tokens: Tokens): Uint8Array {
  const divides = new Uint8Array(tokens.count);
  const mark = (token: number): void => {
    if (token < 0 || token >= tokens.count) return;
    divides[token] = 1;
    tokens.hashes[token] = Math.imul(token + 1, 0x9e3779b1) ^ 0x55555555;
  };
  for (const { start, end, wholeStart, wholeEnd } of old.fragments) {
    if (start > 0) mark(tokenAt(tokens, start - 1));
    if (end < old.text.length) mark(tokenAt(tokens, end));
    const first = tokenAt(tokens, start);
    const last = tokenAt(tokens, end) - 1;
    if (!wholeStart && tokens.starts[first] === start) mark(first);
    if (!wholeEnd && tokens.ends[last] === end) mark(last);
  }
  return divides;
}

/** Characters of a run that is not mere chance. */
const firmRun = 12;

function findFirm({ toNew, moved }: Alignment, { starts, ends }: Tokens): Uint8Array {
  const firm = new Uint8Array(toNew.length);
  for (let from = 0, to = 0; from < toNew.length; from = to) {
    to = from + 1;
    if (toNew[from] === -1) continue;
    while (to < toNew.length && toNew[to] === toNew[to - 1]! + 1 && moved[to] === moved[from]) to++;
    if (ends[to - 1]! - starts[from]! >= firmRun) firm.fill(1, from, to);
  }
  return firm;
}

/** How far a gap is tried to be shifted; more alike than that is rare, and no more certain. */
const farthest = 512;

function findDoubtful(
  { toNew, toOld, moved }: Alignment,
  old: Int32Array,
  now: Int32Array,
  alignedFrom: Int32Array,
): Uint8Array {
  const doubtful = new Uint8Array(old.length);
  // Gaps lie between neighbours of which one text has something in between.
  for (let before = -1; before < old.length;) {
    let after = alignedFrom[before + 1]!;
    while (after < old.length && moved[after] === 1) after = alignedFrom[after + 1]!;
    const newBefore = before < 0 ? -1 : toNew[before]!;
    const newAfter = after < old.length ? toNew[after]! : now.length;
    if (after - before > 1) shift(before, after, old, (token) => token);
    if (newAfter - newBefore > 1) shift(newBefore, newAfter, now, (token) => toOld[token]!);
    before = after;
  }
  return doubtful;

  /** Marks what equals the end of the gap before it, or the beginning of the gap after it. */
  function shift(before: number, after: number, hashes: Int32Array, oldOf: (token: number) => number): void {
    const mark = (token: number): boolean => {
      const i = oldOf(token);
      if (i === undefined || i < 0 || toNew[i] === -1) return false;
      doubtful[i] = 1;
      return true;
    };
    for (let k = 0; k < farthest && before - k >= 0; k++) {
      const like = after - 1 - k;
      if (like <= before - k || hashes[before - k] !== hashes[like] || !mark(before - k)) break;
    }
    for (let k = 0; k < farthest && after + k < hashes.length; k++) {
      const like = before + 1 + k;
      if (like >= after + k || hashes[after + k] !== hashes[like] || !mark(after + k)) break;
    }
  }
}
