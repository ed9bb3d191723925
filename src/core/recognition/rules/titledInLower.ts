import { W } from '../lexicon';
import { addRuleFinding, findingTo, isHyphen, isLowerWord } from '../reading';
import type { Reading } from '../reading';
import { Kind, wordOf } from '../tokens';

const titleStops = new Set(
  `comes came enters entered expires becomes became remains into provides which that who was were is are has have had been recently already previously concluded signed adopted reached made initialed ratified in at by with from when
  where as during after before until since under while would will can could should may might must`.split(
    /\s+/,
  ),
);

/** The strength of laws and orders whose title or number tells them from others. */
export const titledAct = 46;

/** `Executive Order on measures to …`: an act whose kind has capitals and whose title has none. */
export function isActInLower(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  return (
    /^(?:Order|Law|Decree)$/.test(wordOf(tokens, t)) &&
    /^(?:Executive|Federal|Presidential|Constitutional|Government)$/.test(wordOf(tokens, t - 1)) &&
    isLowerWord(tokens, t + 1, 'on')
  );
}

/** `the treaty on comprehensive strategic partnership`: a definite document with its subject, in small letters. */
export function findTitledInLower(reading: Reading, t: number, edgeOfAct?: number): void {
  const { tokens } = reading;
  let from = edgeOfAct ?? t;
  for (let edge = from; ;) {
    const name = findingTo(reading, edge);
    if (name?.type !== 'place' || name.form === 'demonym') break;
    from = name.from;
    if (!isHyphen(tokens, from - 1)) break;
    edge = from - 1;
  }
  if (!isLowerWord(tokens, t + 1, 'on')) return;
  if (edgeOfAct === undefined && !isDefinite(reading, from)) return;
  let end = t + 2;
  let content = 0;
  while (end < tokens.count && end - t < 16) {
    const kind = tokens.kind[end]!;
    if (kind === Kind.stop) break;
    if (kind === Kind.mark && wordOf(tokens, end) !== '-') break;
    if (kind === Kind.lower) {
      const word = wordOf(tokens, end);
      if (titleStops.has(word)) break;
      if ((tokens.classes[end]! & (W.speech | W.month)) !== 0) break;
      if ((tokens.classes[end]! & W.function) === 0) content++;
    } else content++;
    end++;
  }
  while (end > t + 2 && (tokens.classes[end - 1]! & W.function) !== 0) end--;
  // `the agreement on cooperation` may be any.
  const least = wordOf(tokens, t) === 'agreement' && from === t ? 2 : 1;
  if (content >= least && end > t + 2) addDocument(reading, from, end, 33);
}

function isDefinite(reading: Reading, from: number): boolean {
  const { tokens } = reading;
  for (let t = from - 1; t > from - 4 && t > 0; t--) {
    const word = wordOf(tokens, t).toLowerCase();
    if (word === 'the') return true;
    if (tokens.kind[t] === Kind.mark || (tokens.classes[t]! & W.function) !== 0) return false;
  }
  return false;
}

/** Adds the document that a rule found. */
export function addDocument(reading: Reading, from: number, to: number, strength: number): void {
  addRuleFinding(reading, { from, to, type: 'document', rule: 'document', strength });
}
