import type { Finding } from '../finding';
import { addFinding, findingOver, isCapital, isLowerWord } from '../reading';
import type { Reading } from '../reading';
import { Kind, isGenitiveMark, opensSentence, wordOf } from '../tokens';
import { rememberWords } from '../wordQuestion';

const isHead = rememberWords((word) => /^(?:Council|Commission)$/.test(word));

/** `the Council` where the release names one council in full and no other: the short form of its name. */
export function findShortBodies(reading: Reading): void {
  const { tokens } = reading;
  const named = new Map<string, Finding | 'several'>();
  const bare: number[] = [];
  for (const t of tokens.salient) {
    if (tokens.kind[t] !== Kind.capital || !isHead(tokens, t)) continue;
    const over = findingOver(reading, t);
    if (over === undefined) {
      if (isBare(reading, t)) bare.push(t);
      continue;
    }
    const known = named.get(wordOf(tokens, t));
    if (known === undefined && over.type === 'organization' && over.candidates.length === 1)
      named.set(wordOf(tokens, t), over);
    else if (known === undefined || known === 'several' || known.candidates[0] !== over.candidates[0])
      named.set(wordOf(tokens, t), 'several');
  }
  for (const t of bare) {
    const body = named.get(wordOf(tokens, t));
    if (body === undefined || body === 'several') continue;
    addFinding(reading, {
      from: t,
      to: t + 1,
      type: 'organization',
      reason: 'short-form',
      rule: 'abbreviation',
      candidates: body.candidates,
      certain: false,
      strength: 25,
    });
  }
}

function isBare(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  if (isCapital(tokens, t + 1) || isLowerWord(tokens, t + 1, 'of')) return false;
  const the = t - 1;
  return (
    wordOf(tokens, the).toLowerCase() === 'the' || opensSentence(tokens, t) || isGenitiveMark(tokens, t + 1)
  );
}
