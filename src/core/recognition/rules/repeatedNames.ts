import type { Finding } from '../finding';
import { addFinding, findingOver } from '../reading';
import type { Reading } from '../reading';
import type { Tokens } from '../tokens';
import { wordOf } from '../tokens';

const types = /^(?:organization|facility|event|document)$/;
/** Names are looked up by their first word; of several with the same, this many are compared. */
const most = 8;

/**
 * Finds again what a rule found: the name in a headline, where capitals say nothing, by the same words in the text below.
 * Linear: each word is compared with a few names at most.
 */
export function findRepeatedNames(reading: Reading): void {
  const { tokens } = reading;
  const names = new Map<number, Finding[]>();
  for (const finding of reading.findings) {
    if (finding.reason !== 'rule' || finding.to - finding.from < 2 || !types.test(finding.type)) continue;
    if (reading.titleCase[finding.from] === 1) continue;
    const first = tokens.word[finding.from]!;
    const known = names.get(first);
    if (known === undefined) names.set(first, [finding]);
    else if (known.length < most && !known.some((other) => isSame(reading, other, finding)))
      known.push(finding);
  }
  if (names.size === 0) return;
  for (let t = 1; t < tokens.count; t++) {
    if (reading.titleCase[t] === 0) continue;
    const known = names.get(tokens.word[t]!);
    const name = known === undefined ? undefined : longestAt(reading, known, t);
    if (name === undefined) continue;
    addFinding(reading, { ...name, from: t, to: t + name.to - name.from });
  }
}

function isSame({ tokens }: Reading, a: Finding, b: Finding): boolean {
  return a.to - a.from === b.to - b.from && repeats(tokens, a, b.from);
}

function repeats(tokens: Tokens, name: Finding, t: number): boolean {
  for (let i = 0; i < name.to - name.from; i++) {
    const word = tokens.word[name.from + i]!;
    if (word !== tokens.word[t + i]) return false;
    // Words too long to be kept have one number.
    if (word < 0 && wordOf(tokens, name.from + i) !== wordOf(tokens, t + i)) return false;
  }
  return true;
}

/** The longest of the names that stands at a token, unless something longer is known to be there. */
function longestAt(reading: Reading, known: readonly Finding[], t: number): Finding | undefined {
  let longest: Finding | undefined;
  for (const name of known) {
    const length = name.to - name.from;
    if (longest !== undefined && longest.to - longest.from >= length) continue;
    const over = findingOver(reading, t);
    const isFree = over === undefined || (over.to - over.from < length && over.from >= t);
    if (t + length < reading.tokens.count && isFree && repeats(reading.tokens, name, t)) longest = name;
  }
  return longest;
}
