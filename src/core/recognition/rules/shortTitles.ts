import type { Finding } from '../finding';
import { W } from '../lexicon';
import { addFinding, findingOver, findingTo, isCapital, isHyphen, isLowerWord, leftEdge } from '../reading';
import type { Reading } from '../reading';
import { Kind, isMark, wordOf } from '../tokens';
import { rememberWords } from '../wordQuestion';

const isDocumentHead = rememberWords((word) =>
  /^(?:Treaty|Convention|Charter|Agreement|Protocol|Memorandum|Constitution|Statute|Covenant|Pact|Declaration|Accord|Compact)$/.test(
    word,
  ),
);
const isEventHead = rememberWords((word) =>
  /^(?:Dialogue|Summit|Forum|Conference|Consultations|Meeting|Exercise|Games|Festival)$/.test(word),
);

/**
 * Documents and events by less than their name, once the release has given it: `the Charter` where it names one charter in full and
 * no other, `the Strategic Dialogue` behind `Zembla-Terra Strategic Dialogue`.
 */
export function findShortTitles(reading: Reading): void {
  const { tokens } = reading;
  const named = new Map<string, Finding | 'several'>();
  for (const t of tokens.salient) {
    if (tokens.kind[t] !== Kind.capital) continue;
    const isDocument = isDocumentHead(tokens, t);
    if (!isDocument && !isEventHead(tokens, t)) continue;
    const over = findingOver(reading, t);
    const type = isDocument ? 'document' : 'event';
    if (over === undefined) {
      const from = isDocument ? t : eventEdge(reading, t);
      const full = from < 0 || !isDefinite(reading, from, t) ? undefined : named.get(keyOf(reading, from, t));
      if (full === undefined) continue;
      if (full !== 'several') add(reading, type, full.candidates, from, t + 1);
      // Two words are a name, whichever of two dialogues it is; `the Treaty` of two treaties is none.
      else if (!isDocument) add(reading, type, [], from, t + 1);
    } else if (over.type === type && over.to - over.from > 1) remember(reading, named, over, t);
  }
}

/** Keeps a name in full by what is short for it; of two names with the same one it means neither. */
function remember(
  reading: Reading,
  named: Map<string, Finding | 'several'>,
  full: Finding,
  head: number,
): void {
  const from = full.type === 'document' ? head : Math.max(full.from, eventEdge(reading, head));
  if (from < 0 || (from === head && full.type === 'event')) return;
  const key = keyOf(reading, from, head);
  const known = named.get(key);
  if (known === undefined) named.set(key, full);
  else if (known !== 'several' && !isSame(reading, known, full)) named.set(key, 'several');
}

function isSame(reading: Reading, a: Finding, b: Finding): boolean {
  if (a.candidates.length > 0 || b.candidates.length > 0) return a.candidates[0] === b.candidates[0];
  return keyOf(reading, a.from, a.to - 1).toLowerCase() === keyOf(reading, b.from, b.to - 1).toLowerCase();
}

/** Where the words of an event's kind begin: what stands between its parties, number or year and its head; -1 where there are none. */
function eventEdge(reading: Reading, head: number): number {
  const { tokens } = reading;
  let from = head;
  while (head - from < 4 && isKindWord(reading, from - 1)) from--;
  return from === head || (isHyphen(tokens, from - 1) && tokens.spaced[from] === 0) ? -1 : from;
}

function isKindWord(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  if (tokens.kind[t] !== Kind.capital || (tokens.classes[t]! & (W.function | W.ordinal)) !== 0) return false;
  const party = findingTo(reading, t + 1);
  if (party?.type === 'place' || party?.type === 'organization') return false;
  const over = findingOver(reading, t);
  return over === undefined || over.type === 'event';
}

/** The words of `[from, last]`. */
function keyOf({ tokens }: Reading, from: number, last: number): string {
  let key = '';
  for (let t = from; t <= last && t < from + 24; t++) key += `${wordOf(tokens, t)} `;
  return key;
}

/** `the Charter`, `this Strategic Dialogue`, with nothing behind that makes it another. */
function isDefinite(reading: Reading, from: number, head: number): boolean {
  const { tokens } = reading;
  if (!/^(?:the|this|said|that)$/i.test(wordOf(tokens, from - 1)) || leftEdge(reading, head + 1) < from)
    return false;
  const next = head + 1;
  if (isCapital(tokens, next) || isHyphen(tokens, next) || isMark(tokens, next, '“')) return false;
  return !/^(?:of|on|between|for|against)$/.test(wordOf(tokens, next)) || !isName(reading, next + 1);
}

function isName({ tokens }: Reading, t: number): boolean {
  return isCapital(tokens, isLowerWord(tokens, t, 'the') ? t + 1 : t);
}

function add(reading: Reading, type: string, candidates: readonly string[], from: number, to: number): void {
  addFinding(reading, {
    from,
    to,
    type,
    reason: 'short-form',
    rule: 'abbreviation',
    candidates,
    certain: false,
    strength: 25,
  });
}
