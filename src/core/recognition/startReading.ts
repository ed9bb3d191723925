import type { Region } from '../release/release';
import type { CompiledGazetteer } from './compileGazetteer';
import type { Finding } from './finding';
import { foldWord } from './fold';
import { givenNames } from './givenNames';
import type { Reading } from './reading';
import { Kind, isMark } from './tokens';
import type { Tokens } from './tokens';
import { rememberWords } from './wordQuestion';

/** A release's tokens with nothing found yet. Holds until the next release is begun. */
export function startReading(
  tokens: Tokens,
  regions: readonly Region[],
  gazetteer: CompiledGazetteer,
): Reading {
  const places = tokens.count + 1;
  const found = memoryFor(places * 3).fill(-1);
  const { isGivenName, isFamilyName } = questionsAbout(gazetteer);
  return {
    tokens,
    findings: [],
    startsAt: found.subarray(0, places),
    endsAt: found.subarray(places, places * 2),
    covers: found.subarray(places * 2),
    titleCase: markTitleCase(tokens, regions),
    parted: markParted(tokens, regions),
    isGivenName: (t) => isGivenName(tokens, t),
    isFamilyName: (t) => isFamilyName(tokens, t),
    isPolity: (finding: Finding) =>
      finding.form === 'demonym' || finding.candidates.some((id) => gazetteer.polities.has(id)),
  };
}

const usual = 1 << 16;
const kept = new Int32Array(usual);

/** Memory used again for each release but very long ones: to get it costs more than to fill it. */
function memoryFor(length: number): Int32Array {
  return length > usual ? new Int32Array(length) : kept.subarray(0, length);
}

interface Questions {
  readonly isGivenName: (tokens: Tokens, t: number) => boolean;
  readonly isFamilyName: (tokens: Tokens, t: number) => boolean;
}

const questions = new WeakMap<CompiledGazetteer, Questions>();

function questionsAbout(gazetteer: CompiledGazetteer): Questions {
  let known = questions.get(gazetteer);
  if (known === undefined) {
    known = {
      isGivenName: rememberWords((word) => {
        const folded = foldWord(word);
        return givenNames.has(folded) || gazetteer.givenNames.has(folded);
      }),
      isFamilyName: rememberWords((word) => gazetteer.byFamily.has(foldWord(word))),
    };
    questions.set(gazetteer, known);
  }
  return known;
}

/** Marks the words of headlines that stand behind an empty line: two titles may have been read as one. */
function markParted(tokens: Tokens, regions: readonly Region[]): Uint8Array {
  const marked = new Uint8Array(tokens.count + 1);
  regions.forEach(({ type }, region) => {
    if (type !== 'headline') return;
    for (let t = tokens.stops[region]! + 1; t < tokens.stops[region + 1]!; t++)
      if (tokens.spaced[t] === 1 && /\n\s*\n/.test(tokens.text.slice(tokens.end[t - 1], tokens.start[t])))
        marked[t] = 1;
  });
  return marked;
}

/** Marks the regions (headlines above all) in which nearly every longer word has a capital: there, a capital says nothing. */
function markTitleCase(tokens: Tokens, regions: readonly Region[]): Uint8Array {
  const marked = new Uint8Array(tokens.count);
  regions.forEach(({ type }, region) => {
    const from = tokens.stops[region]! + 1;
    const to = tokens.stops[region + 1]!;
    const isHeadline = type === 'headline';
    if (
      (isHeadline || !isMark(tokens, to - 1, '.')) &&
      to - from > 2 &&
      to - from < 80 &&
      isTitleCase(tokens, from, to, isHeadline ? 2 : 6)
    )
      marked.fill(1, from, to);
  });
  return marked;
}

function isTitleCase(tokens: Tokens, from: number, to: number, enough: number): boolean {
  let capitals = 0;
  let lower = 0;
  for (let t = from; t < to; t++) {
    if (tokens.kind[t] === Kind.capital || tokens.kind[t] === Kind.upper) capitals++;
    else if (tokens.kind[t] === Kind.lower && tokens.end[t]! - tokens.start[t]! > 3) lower++;
  }
  return capitals > enough && lower <= capitals * 0.2;
}
