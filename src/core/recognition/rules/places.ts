import { W } from '../lexicon';
import {
  addFinding,
  findingFrom,
  findingOver,
  isCapital,
  isLowerWord,
  leftEdge,
  isEmptyCapital,
} from '../reading';
import type { Reading } from '../reading';
import { isMark, wordOf } from '../tokens';

const ofHeads =
  /^(?:Province|City|County|District|Gulf|Sea|Strait|Bay|Island|Isle|Cape|Region|Republic|State|Kingdom|River|Mount|Mt|Lake|Town|Village|Port)$/;
const frontHeads = /^(?:Mount|Mt|Lake|Cape|River)$/;
/** Heads that are common nouns in titles and need a name in front. */
const backHeads =
  /^(?:City|Province|County|District|Region|Island|Islands|Sea|Ocean|River|Lake|Strait|Gulf|Bay|Peninsula|Mountain|Mountains|Valley|Desert|Territory|Prefecture|Oblast|Krai|Okrug|Archipelago|Basin|Plateau|Canyon|Village|Town|Reef|Shoal|Hill|Delta|Street|Avenue|Square)$/;

/** Places by their generic noun: `Jungsan County`, `Primorye Territory`, `Mt. Sokpak`, `City of Osaka`. */
export function findPlaces(reading: Reading): void {
  const { tokens } = reading;
  for (let t = 1; t < tokens.count; t++) {
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
        reading.titleCase[t] === 0
      )
        add(reading, t, name?.to ?? t + 3);
      continue;
    }
    if (!backHeads.test(word)) continue;
    const from = leftEdge(reading, t);
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

function isNamed(reading: Reading, from: number, head: number): boolean {
  const { tokens } = reading;
  const heads = W.organizationHead | W.roleHead | W.eventHead | W.documentHead | W.function;
  for (let t = from; t < head; t++) if ((tokens.classes[t]! & heads) !== 0) return false;
  const finding = findingFrom(reading, from);
  // `Russian Province` is no name, `Donetsk Region` is.
  return !(finding?.form === 'demonym' && finding.to === head);
}

function add(reading: Reading, from: number, to: number): void {
  addFinding(reading, {
    from,
    to,
    type: 'place',
    reason: 'rule',
    rule: 'place',
    candidates: [],
    certain: false,
    strength: 28,
  });
}
