import type { Span } from '../text/span';
import type { CompiledGazetteer, NameMeaning } from './compileGazetteer';
import type { EntityType } from './entity';
import type { Finding } from './finding';
import { findNames } from './matcher/findNames';
import { isHyphen } from './reading';
import { isMark, wordOf } from './tokens';
import type { Tokens } from './tokens';

/** A place where a name of the gazetteer stands, with what it may mean. UTF-16 code units. */
export interface NameSpan extends Span {
  readonly sense: Sense;
}

/** What a name may mean, as its findings tell it. */
interface Sense {
  readonly type: EntityType;
  readonly candidates: readonly string[];
  readonly demonym: boolean;
}

/** Finds the gazetteer's names in the given stretches, flat and nested, by start, the longer first. */
export function findNameSpans(
  text: string,
  stretches: readonly Span[],
  gazetteer: CompiledGazetteer,
): NameSpan[] {
  const spans: NameSpan[] = [];
  for (const stretch of stretches)
    for (const hit of findNames(gazetteer.names, text, stretch.start, stretch.end))
      spans.push({
        start: hit.start,
        end: hit.end,
        sense: senseOf(gazetteer, hit.entries),
      });
  const glued = stretches.flatMap((stretch) => behindExcellency(text, stretch, gazetteer));
  return glued.length === 0 ? spans : [...spans, ...glued].sort((a, b) => a.start - b.start || b.end - a.end);
}

const senses = new WeakMap<CompiledGazetteer, (Sense | undefined)[]>();

/** The sense of the names in some positions of the gazetteer; that of a single one is worked out once. */
function senseOf(gazetteer: CompiledGazetteer, entries: readonly number[]): Sense {
  if (entries.length > 1) return readSense(entries.map((entry) => gazetteer.meanings[entry]!));
  let known = senses.get(gazetteer);
  if (known === undefined) senses.set(gazetteer, (known = new Array<undefined>(gazetteer.meanings.length)));
  return (known[entries[0]!] ??= readSense([gazetteer.meanings[entries[0]!]!]));
}

function readSense(meanings: readonly NameMeaning[]): Sense {
  const main = meanings.find((meaning) => !meaning.demonym) ?? meanings[0]!;
  return {
    type: main.entity.type,
    candidates: [...new Set(meanings.map((meaning) => meaning.entity.id))],
    demonym: meanings.every((meaning) => meaning.demonym),
  };
}

/** `HEKim Jong Un`: names of several words stuck to an `HE` (His Excellency) by stripped markup. */
function behindExcellency(text: string, stretch: Span, gazetteer: CompiledGazetteer): NameSpan[] {
  const spans: NameSpan[] = [];
  for (
    let at = text.indexOf('HE', stretch.start);
    at >= 0 && at < stretch.end;
    at = text.indexOf('HE', at + 2)
  ) {
    const start = at + 2;
    if (!/^\p{Lu}\p{Ll}/u.test(text.slice(start, start + 4)) || /[\p{L}\d]/u.test(text.charAt(at - 1)))
      continue;
    const hit = [...findNames(gazetteer.names, text, start, Math.min(stretch.end, start + longestName))].find(
      (each) => each.start === start && text.slice(each.start, each.end).includes(' '),
    );
    if (hit !== undefined) spans.push({ start, end: hit.end, sense: senseOf(gazetteer, hit.entries) });
  }
  return spans;
}

/** How far a name stuck to an honorific is looked for, in code units. */
const longestName = 80;

/** The ends of the names, ascending: where words must be cut. */
export function seamsOf(spans: readonly NameSpan[]): Int32Array {
  const seams = new Int32Array(spans.length * 2);
  let at = 0;
  for (const { start, end } of spans) {
    seams[at++] = start;
    seams[at++] = end;
  }
  return seams.sort();
}

/** Name spans as findings over tokens. */
export function findingsOfNames(tokens: Tokens, spans: readonly NameSpan[]): Finding[] {
  const found: Finding[] = [];
  let t = 0;
  for (const span of spans) {
    while (t < tokens.count && (tokens.start[t]! < span.start || tokens.end[t] === tokens.start[t])) t++;
    while (t > 0 && tokens.start[t - 1]! >= span.start && tokens.end[t - 1]! > tokens.start[t - 1]!) t--;
    let to = t;
    while (to < tokens.count && tokens.end[to]! <= span.end && tokens.start[to]! < span.end) to++;
    if (to === t || tokens.start[t] !== span.start || tokens.end[to - 1] !== span.end) continue;
    const { type, candidates, demonym } = span.sense;
    if (demonym && isLanguage(tokens, to)) continue;
    // All fields, in the order of `alike`.
    found.push({
      from: t,
      to,
      type,
      reason: 'name',
      candidates,
      certain: true,
      strength: 50,
      rule: undefined,
      normalized: undefined,
      form: demonym ? 'demonym' : undefined,
      holder: undefined,
    });
  }
  markCompounds(tokens, found);
  return found;
}

/** `English (PDF)`: an adjective of a state that is the name of its language. */
function isLanguage(tokens: Tokens, to: number): boolean {
  return isMark(tokens, to, '(') && /^pdf$/i.test(wordOf(tokens, to + 1));
}

/** Both halves of `DPRK-Russia`. */
function markCompounds(tokens: Tokens, found: readonly Finding[]): void {
  if (!found.some(({ type, to }) => type === 'place' && isHyphen(tokens, to))) return;
  const starts = new Map<number, Finding>();
  for (const finding of found)
    if (finding.type === 'place' && finding.form === undefined) starts.set(finding.from, finding);
  for (const finding of starts.values()) {
    const second = isHyphen(tokens, finding.to) ? starts.get(finding.to + 1) : undefined;
    if (second === undefined) continue;
    finding.form = 'compound';
    second.form = 'compound';
  }
}
