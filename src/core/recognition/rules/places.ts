import { W } from '../lexicon';
import {
  addRuleFinding,
  findingFrom,
  findingOver,
  findingTo,
  isCapital,
  isLowerWord,
  leftEdge,
  isEmptyCapital,
} from '../reading';
import type { Reading } from '../reading';
import { Kind, isMark, wordOf } from '../tokens';

const ofHeads =
  /^(?:Province|City|County|District|Gulf|Sea|Strait|Bay|Island|Isle|Cape|Region|Republic|State|Kingdom|River|Mount|Mt|Lake|Town|Village|Port)$/;
const frontHeads = /^(?:Mount|Mt|Lake|Cape|River)$/;
/** Heads that are common nouns in titles and need a name in front. */
const backHeads =
  /^(?:City|Province|County|District|Region|Island|Islands|Sea|Ocean|River|Lake|Strait|Gulf|Bay|Peninsula|Mountain|Mountains|Valley|Desert|Territory|Prefecture|Oblast|Krai|Okrug|Archipelago|Basin|Plateau|Canyon|Village|Town|Reef|Shoal|Hill|State|Delta|Street|Avenue|Square|Municipality|Cave|Cavern|Falls|Glacier|Lagoon)$/;

/** Parts of a state that `of` never joins to the state itself or to a longer name. */
const local = /^(?:Province|County|District|Region)$/;

const directions = /^(?:North|South|East|West|Central|Northern|Southern|Eastern|Western|Upper|Lower)$/;

/** Places by their generic noun: `Jungsan County`, `Primorye Territory`, `Mt. Sokpak`, `City of Osaka`. */
export function findPlaces(reading: Reading): void {
  const { tokens } = reading;
  for (const t of tokens.salient) {
    if ((tokens.classes[t]! & W.placePlural) !== 0) {
      findNamedBeforePlural(reading, t);
      findNamedBehindPlural(reading, t);
    }
    if ((tokens.classes[t]! & W.placeHead) === 0) continue;
    if (!isCapital(tokens, t) || findingOver(reading, t)?.type === 'organization') continue;
    const over = findingOver(reading, t);
    if (over !== undefined && over.to - over.from > 1) continue;
    const word = wordOf(tokens, t);
    if (frontHeads.test(word)) {
      const at = word === 'Mt' && isMark(tokens, t + 1, '.') ? t + 2 : t + 1;
      if (
        isCapital(tokens, at) &&
        !isEmptyCapital(tokens, at) &&
        findingFrom(reading, at)?.type !== 'person'
      ) {
        add(reading, t, at + 1);
        continue;
      }
    }
    if (
      ofHeads.test(word) &&
      leftEdge(reading, t) === t &&
      isLowerWord(tokens, t + 1, 'of') &&
      isCapital(tokens, t + 2)
    ) {
      const name = findingFrom(reading, t + 2);
      if (
        word !== 'State' &&
        !(word === 'Republic' && tokens.classes[t + 2] !== 0) &&
        !(name !== undefined && name.type !== 'place') &&
        (reading.titleCase[t] === 0 || (word === 'Republic' && name?.reason === 'name')) &&
        !(local.test(word) && name !== undefined && (name.to - name.from > 1 || reading.isPolity(name)))
      )
        add(reading, t, name?.to ?? t + 3);
      continue;
    }
    if (!backHeads.test(word)) continue;
    if (word === 'City' && (wordOf(tokens, t + 1) === 'Hall' || isBodyBehind(reading, t + 1))) continue;
    if (word === 'State' && !/^(?:[A-Z][a-z]+)$/.test(wordOf(tokens, t - 1))) continue;
    // `Gzorn Ocean` is a company; the oceans are listed.
    if (word === 'Ocean' && findingTo(reading, t)?.type !== 'place') continue;
    const from = leftEdge(reading, t);
    if (word === 'State' && (isCapital(tokens, t + 1) || !isRegionState(reading, from, t))) continue;
    if (from === t || !isNamed(reading, from, t)) continue;
    // `Northern Sea Route`: the name goes on.
    if (
      /^(?:Sea|Ocean|River|Lake|Bay|Gulf|Valley|Street|Square)$/.test(word) &&
      isCapital(tokens, t + 1) &&
      findingFrom(reading, t + 1) === undefined &&
      !isEmptyCapital(tokens, t + 1)
    )
      continue;
    if (reading.titleCase[t] === 1 && from < t - 1) continue;
    add(reading, from, t + 1);
  }
}

/** `Rakhine State`, not `Member State` or `Islamic State`. */
function isRegionState(reading: Reading, from: number, head: number): boolean {
  for (let t = from; t < head; t++) {
    if (/^(?:Islamic|Member|Observer|Host|Party|Third|Deep|Head|One)$/.test(wordOf(reading.tokens, t)))
      return false;
    if ((reading.tokens.classes[t]! & (W.roleModifier | W.common | W.portfolio)) !== 0 && head - from === 1)
      return false;
  }
  return true;
}

/** `Minsk City | Court`: what comes is the name of a body or a site of the town. */
function isBodyBehind(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  return isCapital(tokens, t) && (tokens.classes[t]! & (W.organizationHead | W.facilityHead)) !== 0;
}

/** `Taehongdan and Paekam counties`: names before the plural of a generic noun, from the last to the first. */
function findNamedBeforePlural(reading: Reading, plural: number): void {
  const { tokens } = reading;
  let end = plural;
  for (let names = 0; names < 8; names++) {
    const from = end - 1;
    if (findingTo(reading, end)?.type !== 'place') {
      if (directions.test(wordOf(tokens, from))) return;
      if (
        tokens.kind[from] !== Kind.capital ||
        tokens.classes[from] !== 0 ||
        findingOver(reading, from) !== undefined
      )
        return;
      if (isCapital(tokens, from - 1)) return;
      // A single adjective before the noun (`Western regions`) is no name: a second name must be joined to it.
      if (names === 0 && !isLowerWord(tokens, from - 1, 'and')) return;
      add(reading, from, end);
    }
    end = findingTo(reading, end)?.from ?? from;
    if (isLowerWord(tokens, end - 1, 'and') || isMark(tokens, end - 1, ',')) end--;
    else return;
    if (isMark(tokens, end - 1, ',')) end--;
  }
}

/** `the cities of Onhava and Gzorn`: names behind the plural of a generic noun, from the first to the last. */
function findNamedBehindPlural(reading: Reading, plural: number): void {
  const { tokens } = reading;
  if (!isLowerWord(tokens, plural + 1, 'of')) return;
  let t = plural + 2;
  for (let names = 0; names < 8; names++) {
    const known = findingFrom(reading, t);
    if (known?.type === 'place') t = known.to;
    else if (tokens.kind[t] !== Kind.capital || tokens.classes[t] !== 0 || known !== undefined) return;
    else if (isCapital(tokens, t + 1) || directions.test(wordOf(tokens, t))) return;
    else {
      add(reading, t, t + 1);
      t++;
    }
    if (isMark(tokens, t, ',')) t++;
    if (isLowerWord(tokens, t, 'and')) t++;
  }
}

function isNamed(reading: Reading, from: number, head: number): boolean {
  const { tokens } = reading;
  const heads = W.organizationHead | W.roleHead | W.eventHead | W.documentHead | W.function;
  for (let t = from; t < head; t++) if ((tokens.classes[t]! & heads) !== 0) return false;
  const finding = findingFrom(reading, from);
  // `Russian Province` is no name, `Donetsk Region` is.
  return !(finding?.form === 'demonym' && finding.to === head);
}

function add(reading: Reading, from: number, to: number): void {
  addRuleFinding(reading, { from, to, type: 'place', rule: 'place', strength: 28 });
}
