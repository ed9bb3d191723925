import { W } from '../lexicon';
import {
  addFinding,
  addRuleFinding,
  findingFrom,
  findingOver,
  findingTo,
  isCapital,
  isEmptyCapital,
  isHyphen,
  isLowerWord,
  leftEdge,
} from '../reading';
import type { Reading } from '../reading';
import { Kind, isGenitiveMark, wordOf } from '../tokens';

/** Heads that a town's name alone makes one site of. */
const single = /^(?:airport|cosmodrome|spaceport|airbase|airfield|seaport|shipyard|port|crossing)$/;
/** Heads that need a word before them: `air base`, `railway station`. */
const compound: Readonly<Record<string, RegExp>> = {
  base: /^(?:air|naval|military)$/,
  site: /^(?:test|launch|launching)$/,
  station: /^(?:railway|train)$/,
  plant: /^(?:power|nuclear|steel|chemical|metallurgical)$/,
};
/** Heads of which a town has many: they need a name that is none of a place. */
const named = /^(?:hospital|theatre|theater|museum|stadium|cathedral|monastery|hotel)$/;
const kinds =
  /^(?:international|air|naval|military|railway|train|nuclear|power|thermal|hydroelectric|hydropower|steel|chemical|metallurgical|test|launch|launching|border)$/;

/** `Gzorn airport`, `Onhava nuclear power plant`, `Mariinskaya hospital`: a site whose kind is in small letters. */
export function findSiteInLower(reading: Reading, t: number): void {
  const { tokens } = reading;
  const word = wordOf(tokens, t);
  const needed = compound[word];
  const isNamed = named.test(word);
  // `Onhava port call`
  if (
    word === 'port' &&
    /^(?:call|calls|visit|visits|city|authority|authorities|of)$/.test(wordOf(tokens, t + 1))
  )
    return;
  if (!single.test(word) && !isNamed && needed?.test(wordOf(tokens, t - 1)) !== true) return;
  let head = t;
  // `Gzornet children's hospital`
  if (isNamed && isGenitiveMark(tokens, t - 1) && isLowerWord(tokens, t - 2, 'children')) head = t - 2;
  while (
    !isNamed &&
    t - head < 3 &&
    tokens.kind[head - 1] === Kind.lower &&
    kinds.test(wordOf(tokens, head - 1))
  )
    head--;
  if (!isCapital(tokens, head - 1) || tokens.spaced[head] === 0 || findingOver(reading, t) !== undefined)
    return;
  const known = findingTo(reading, head);
  if (known?.type === 'facility' && known.reason === 'name') {
    addFinding(reading, { ...known, to: t + 1, strength: 51 });
    return;
  }
  const from = leftEdge(reading, head);
  if (from === head || head - from > 3 || !isSiteName(reading, from, head, isNamed)) return;
  addRuleFinding(reading, { from, to: t + 1, type: 'facility', rule: 'facility', strength: 29 });
}

/** Whether `[from, to)` is a town (no state, no adjective of one), or words that name nothing known. */
function isSiteName(reading: Reading, from: number, to: number, unknownOnly: boolean): boolean {
  const { tokens } = reading;
  const place = findingFrom(reading, from);
  // `Onhava-Severny`
  const isJoined = place?.type === 'place' && isHyphen(tokens, place.to) && place.to === to - 2;
  if (place !== undefined && !isJoined)
    return (
      !unknownOnly &&
      place.type === 'place' &&
      place.to === to &&
      place.form === undefined &&
      !reading.isPolity(place)
    );
  const others =
    W.organizationHead | W.roleHead | W.honorific | W.common | W.roleModifier | W.portfolio | W.ordinal;
  // `Onhava-2`
  if (isJoined && tokens.kind[to - 1] === Kind.number) return true;
  for (let t = isJoined ? to - 1 : from; t < to; t++) {
    if (!isCapital(tokens, t) || isEmptyCapital(tokens, t) || findingOver(reading, t) !== undefined)
      return false;
    if ((tokens.classes[t]! & others) !== 0 || reading.titleCase[t] === 1) return false;
  }
  return tokens.kind[from] === Kind.capital;
}
