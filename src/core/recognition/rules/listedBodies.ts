import type { Finding } from '../finding';
import { W } from '../lexicon';
import { complementEnd } from '../phrase';
import { addFinding, findingFrom, findingTo, isCapital, isHyphen, isLowerWord } from '../reading';
import type { Reading } from '../reading';
import { Kind, wordOf } from '../tokens';
import { partiesBefore } from './partiesBefore';

const ofOnly = new Set(['of']);
/** Stronger than a listed name, which an inner one that is widened would cross. */
const aboveNames = 51;

/** Widens the listed bodies that end before a token, one inside the other; false where none does. */
export function widenListedBodies(reading: Reading, to: number): boolean {
  const longest = findingTo(reading, to);
  if (longest?.type !== 'organization' || longest.reason !== 'name') return false;
  // The longest last, for the others are looked up by what begins at their first word.
  for (let from = to - 1; from > longest.from; from--) {
    const inner = findingFrom(reading, from);
    if (inner?.type === 'organization' && inner.reason === 'name' && inner.to === to && to - from > 1)
      widenListedBody(reading, inner, true);
  }
  widenListedBody(reading, longest);
  return true;
}

/** `Zemblan | Ministry of Trade and Industry` where a list knows the ministry by its head and subject. */
export function widenOpenedBody(reading: Reading, from: number): boolean {
  const body = findingFrom(reading, from);
  if (body?.type !== 'organization' || body.reason !== 'name' || body.to === from + 1) return false;
  if (findingTo(reading, from)?.form !== 'demonym') return false;
  widenListedBody(reading, body);
  return true;
}

/**
 * A body of the gazetteer with its state or another body around it, as the name of which the release says more: `Federal Assembly of
 * the Republic of Zembla`, `Zemblan Central Intelligence Agency`, `CSTO Collective Security Council`. It stays the same body where
 * only a state is added.
 */
function widenListedBody(reading: Reading, body: Finding, isInner = false): void {
  const to = complementEnd(reading, body.to, { prepositions: ofOnly });
  // What stands before an inner one belongs to the longer.
  const owner = isInner ? undefined : (ownerBefore(reading, body) ?? rankBefore(reading, body));
  if (to === body.to && owner === undefined) return;
  const same = (owner === undefined || owner.isState) && (to === body.to || isOfState(reading, body.to, to));
  addFinding(reading, {
    from: owner?.from ?? body.from,
    to,
    type: 'organization',
    reason: 'rule',
    rule: 'organization',
    candidates: same ? body.candidates : [],
    certain: false,
    strength: isInner ? aboveNames : 30,
  });
}

/** `Supreme` before a council that a list knows by the rest of its name: another one. */
function rankBefore(reading: Reading, body: Finding): { from: number; isState: boolean } | undefined {
  const { tokens } = reading;
  const before = body.from - 1;
  const isRank = tokens.kind[before] === Kind.capital && /^(?:Supreme|Higher)$/.test(wordOf(tokens, before));
  return isRank && tokens.kind[body.from] === Kind.capital ? { from: before, isState: false } : undefined;
}

/** Whether `of the X` in `[from, to)` is nothing but a state, or a house of parliament and its state. */
function isOfState(reading: Reading, from: number, to: number): boolean {
  const { tokens } = reading;
  const at = isLowerWord(tokens, from + 1, 'the') ? from + 2 : from + 1;
  const name = findingFrom(reading, at);
  if (name?.type === 'place') return name.to === to && reading.isPolity(name);
  if (name?.type !== 'organization') return false;
  for (let t = at; t < name.to; t++)
    if (/^(?:Assembly|Parliament|Congress)$/.test(wordOf(tokens, t))) return true;
  return false;
}

/** The state or body in front of a listed body, also over words of rank (`Collective`, `Supreme National`) between them. */
function ownerBefore(reading: Reading, body: Finding): { from: number; isState: boolean } | undefined {
  const { tokens } = reading;
  let at = body.from;
  while (body.from - at < 3 && findingTo(reading, at) === undefined && isRankWord(reading, at - 1)) at--;
  const owner = findingTo(reading, at);
  if (owner === undefined || tokens.spaced[at] === 0) return undefined;
  if (isHyphen(tokens, owner.from - 1)) return partiesOf(reading, body, owner);
  const isState = owner.type === 'place' && reading.isPolity(owner);
  if (
    !isState &&
    !(owner.type === 'organization' && owner.reason === 'name' && tokens.kind[at - 1] === Kind.upper)
  )
    return undefined;
  return { from: owner.from, isState: isState && at === body.from };
}

/** `Zembla-Terra | Whale Consultative Group`: the states that made a body together. */
function partiesOf(
  reading: Reading,
  body: Finding,
  last: Finding,
): { from: number; isState: boolean } | undefined {
  if (
    last.type !== 'place' ||
    last.to !== body.from ||
    !jointBodies.test(wordOf(reading.tokens, body.to - 1))
  )
    return undefined;
  const from = partiesBefore(reading, last.to);
  return from < last.from ? { from, isState: true } : undefined;
}

const jointBodies = /^(?:Group|Committee|Commission|Council|Dialogue|Board)$/;

function isRankWord({ tokens }: Reading, t: number): boolean {
  return (
    isCapital(tokens, t) &&
    tokens.kind[t] === Kind.capital &&
    ((tokens.classes[t]! & (W.roleModifier | W.portfolio)) !== 0 ||
      /^(?:Collective|Supreme|Joint|Central|Higher|Superior|Parliamentary|Provisional)$/.test(
        wordOf(tokens, t),
      ))
  );
}
