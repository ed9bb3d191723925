import type { Finding } from '../finding';
import { addFinding, findingOver, isCapital, isLowerWord } from '../reading';
import type { Reading } from '../reading';
import { Kind, isGenitiveMark, opensSentence, wordOf } from '../tokens';
import { rememberWords } from '../wordQuestion';

const isHouse = rememberWords((word) => /^(?:Congress|Parliament)$/.test(word));
const isHead = rememberWords((word) => /^(?:Council|Commission)$/.test(word));

/** `the Council` where the release names one council in full and no other: the short form of its name. */
export function findShortBodies(reading: Reading): void {
  const { tokens } = reading;
  const named = new Map<string, Finding | 'several'>();
  const bare: number[] = [];
  for (const t of tokens.salient) {
    if (tokens.kind[t] !== Kind.capital) continue;
    if (isHouse(tokens, t) && isHouseByItself(reading, t)) addBody(reading, t, []);
    if (!isHead(tokens, t)) continue;
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
    addBody(reading, t, body.candidates);
  }
}

function addBody(reading: Reading, t: number, candidates: readonly string[]): void {
  addFinding(reading, {
    from: t,
    to: t + 1,
    type: 'organization',
    reason: 'short-form',
    rule: 'abbreviation',
    candidates,
    certain: false,
    strength: 25,
  });
}

/** `ask Congress to …`, `laid before Parliament`: without an article, it is the name of the house. */
function isHouseByItself(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  if (findingOver(reading, t) !== undefined || reading.titleCase[t] === 1) return false;
  const next = tokens.kind[t + 1];
  if (tokens.kind[t - 1] !== Kind.lower || next === Kind.capital || next === Kind.upper) return false;
  return (
    /^(?:to|of|by|in|with|before|from|and|ask|asks|asked|urge|urges|urged|call|notify|notified|addressing|address|told|informed)$/.test(
      wordOf(tokens, t - 1),
    ) && !isLowerWord(tokens, t + 1, 'of')
  );
}

function isBare(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  if (isCapital(tokens, t + 1) || isLowerWord(tokens, t + 1, 'of')) return false;
  const the = t - 1;
  return (
    wordOf(tokens, the).toLowerCase() === 'the' || opensSentence(tokens, t) || isGenitiveMark(tokens, t + 1)
  );
}
