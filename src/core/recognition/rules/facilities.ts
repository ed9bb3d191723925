import type { Finding } from '../finding';
import { W } from '../lexicon';
import { complementEnd } from '../phrase';
import {
  addFinding,
  addRuleFinding,
  findingOver,
  findingTo,
  isCapital,
  isHyphen,
  isLowerWord,
  leftEdge,
  findingFrom,
} from '../reading';
import type { Reading } from '../reading';
import { Kind, isGenitiveMark, isMark, wordOf } from '../tokens';
import type { Tokens } from '../tokens';
import { dateEdge } from './dateEdge';
import { findSiteByPrefix } from './sitesByPrefix';
import { findSiteInLower } from './sitesInLower';

const heads =
  /^(?:Airport|Station|Guesthouse|Guest|Palace|Hall|Museum|Factory|Plant|Base|Cosmodrome|Spaceport|Stadium|Hotel|Hospital|Cemetery|Monument|Memorial|Theatre|Theater|Library|Port|Harbor|Harbour|Shipyard|Bridge|Tunnel|Dam|Reactor|Complex|Farm|Mine|Tower|Square|Park|Zoo|Gymnasium|Sanatorium|Resort|Garden|Gardens|Mausoleum|Cathedral|Temple|Mosque|Residence|Arena|House|Building|Pavilion|Villa|Barracks|Prison|Pier|Checkpoint|Observatory|Gallery|Studio|Restaurant|Canal|Railway|Railroad|Pipeline|Statue|Tomb|Castle|Shrine|Airfield|Aerodrome|Airbase|Terminal|Laboratory|Lab|Center|Centre|Room|Gate|Church|Chapel|Monastery|Refinery|Chancery|Ranch|Estate|Facility|Depot|Mill|Smelter|Works|Wharf|Headquarters|Cinema|Arch|Motorway|Highway|Camp|Launchpad|Kremlin|Opera|Site|Ground|Substation|Nursery|Kindergarten|Ironworks|Steelworks|Dockyard|Quarry|Colony|Annex|Manufactory|Smeltery|Brewery|Distillery|Hostel|Clinic|Polyclinic|Sawmill|Orphanage|Bathhouse|Pharmacy|Embankment|Metro|Waterway|Barrage|Seaport|Airbase|Fort|Tunnels|Fortress|Expressway|Auditorium|Amphitheatre|Amphitheater|Synagogue|Basilica|Pagoda|Mansion|Lighthouse|Crossing|Enterprise|Activities|Schloss|Palazzo|Château)$/;
/** Heads that also name bodies, persons' houses of parliament or plain things: they need a proper name, not just adjectives. */
const weak =
  /^(?:Center|Centre|House|Base|Complex|Building|Room|Park|Square|Port|Mine|Plant|Farm|Garden|Gardens|Gate|Works|Facility|Guest|Resort|Restaurant|Laboratory|Lab|Residence|Memorial|Canal|Estate|Statue|Studio|Prison|Terminal|Station|Church|Hall|Library|Complex|Site|Ground|Nursery|Kindergarten|Quarry|Annex|Orphanage|Pharmacy|Clinic)$/;

const ofPreposition = new Set(['of']);
const toPrepositions = new Set(['of', 'to']);

/** `Onhava Gzorn Hotel` where a list knows the hotel: the town in front belongs to the name. */
function withTown(reading: Reading, site: Finding): void {
  const town = findingTo(reading, site.from);
  if (town?.type !== 'place' || town.form === 'demonym' || reading.isPolity(town)) return;
  if (reading.tokens.spaced[site.from] === 0 || reading.tokens.kind[site.from] !== Kind.capital) return;
  addFinding(reading, {
    ...site,
    from: town.from,
    reason: 'rule',
    rule: 'facility',
    certain: false,
    strength: 51,
  });
}

/** Buildings and sites: a capitalised head with names before it, or `office building of` a body. */
export function findFacilities(reading: Reading): void {
  const { tokens } = reading;
  for (const t of tokens.salient) {
    if (tokens.kind[t] === Kind.lower) {
      if ((tokens.classes[t]! & W.facilityHead) !== 0) {
        findOfficeBuilding(reading, t);
        findSiteInLower(reading, t);
      }
      continue;
    }
    if (
      (tokens.classes[t]! & W.facilityHead) === 0 ||
      !isCapital(tokens, t) ||
      !heads.test(wordOf(tokens, t))
    )
      continue;
    const over = findingOver(reading, t);
    if (over?.type === 'facility' && over.reason === 'name' && over.to === t + 1) withTown(reading, over);
    if (over !== undefined && over.type !== 'place') continue;
    if (wordOf(tokens, t) === 'Headquarters' && findingTo(reading, t)?.type !== 'organization') continue;
    if (
      isPartOfLonger(reading, t) ||
      /^(?:Minister|President|Ambassador|Secretary|Director|Chairman|Premier)$/.test(wordOf(tokens, t - 1))
    )
      continue;
    if (
      /^(?:Capacity|Confidence|Nation|State|Peace|Team)$/.test(
        wordOf(tokens, isHyphen(tokens, t - 1) ? t - 2 : t - 1),
      ) &&
      wordOf(tokens, t) === 'Building'
    )
      continue;
    if (
      /^(?:Site|Ground)$/.test(wordOf(tokens, t)) &&
      !/^(?:Test|Testing|Launch|Launching|Recreation|Training|Proving|Exhibition|Camping)$/.test(
        wordOf(tokens, t - 1),
      )
    )
      continue;
    // `Sectoral Annex` of a treaty
    if (
      wordOf(tokens, t) === 'Annex' &&
      !/^(?:Building|Complex|House|Hall|Hotel|Embassy|Palace)$/.test(wordOf(tokens, t - 1))
    )
      continue;
    // `Resilient Building and Energy Codes`
    if (wordOf(tokens, t) === 'Building' && isLowerWord(tokens, t + 1, 'and') && isCapital(tokens, t + 2))
      continue;
    // `Gzorn Machine Enterprise`: a works, not a company
    if (wordOf(tokens, t) === 'Enterprise' && !isWorks(tokens, t)) continue;
    if (wordOf(tokens, t) === 'Colony' && wordOf(tokens, t - 1) !== 'Penal') continue;
    if (findChamber(reading, t) || findSiteByPrefix(reading, t)) continue;
    if (/^(?:Activities|Schloss|Palazzo|Château)$/.test(wordOf(tokens, t))) continue;
    const edge = dateEdge(reading, joinedEdge(reading, leftEdge(reading, t)), t);
    const person = findingTo(reading, edge);
    const from =
      (person?.type === 'person' && tokens.spaced[edge] === 1) ||
      // `Gzorn War | Veterans Memorial`
      // `Gzornstal | Iron and Steel Works`
      (person?.type === 'facility' && person.reason === 'name' && tokens.spaced[edge] === 1 && edge < t) ||
      (person?.type === 'event' && /^(?:Memorial|Museum|Monument|Cemetery)$/.test(wordOf(tokens, t)))
        ? person.from
        : officialResidence(reading, edge, t);
    if (from === t && wordOf(tokens, t) === 'Port' && findingFrom(reading, t + 2)?.type === 'place') {
      const end = complementEnd(reading, t + 1, { prepositions: ofPreposition });
      if (end > t + 1) add(reading, t, end);
      continue;
    }
    if (from === t && /^(?:Statue|Tomb|Mausoleum|Monument)$/.test(wordOf(tokens, t))) {
      const end = honouredEnd(reading, t + 1);
      if (end > t + 1) {
        add(reading, t, end);
        continue;
      }
    }
    if (from === t) {
      const end = complementEnd(reading, t + 1, {
        prepositions: isMemorial(reading, t) ? toPrepositions : ofPreposition,
      });
      if (
        end > t + 1 &&
        reading.titleCase[t] === 0 &&
        /^(?:Palace|Hall|Museum|Tower|Monument|Memorial|Tomb|House|Cathedral)$/.test(wordOf(tokens, t))
      )
        add(reading, t, end);
      continue;
    }
    if (
      weak.test(wordOf(tokens, t)) &&
      reading.titleCase[t] === 1 &&
      findingFrom(reading, from) === undefined &&
      !hasNumber(reading, from, t)
    )
      continue;
    const end = numberEnd(
      reading,
      complementEnd(reading, townEnd(reading, t), {
        prepositions: isMemorial(reading, t) ? toPrepositions : ofPreposition,
      }),
    );
    add(
      reading,
      from,
      end,
      /^(?:Publishing|Trading|Media)$/.test(wordOf(tokens, t - 1)) ? 'organization' : 'facility',
    );
  }
}

/** Whether what stands before an `Enterprise` makes it a place of work. */
export function isWorks(tokens: Tokens, t: number): boolean {
  return /^(?:Machine|Mining|Smelting|Steel|Cement|Textile)$/.test(wordOf(tokens, t - 1));
}

/** `Gzorn Convention and | Exhibition Centre` */
function joinedEdge(reading: Reading, edge: number): number {
  const { tokens } = reading;
  const isJoined =
    isLowerWord(tokens, edge - 1, 'and') &&
    /^(?:Convention|Exhibition|Conference|Congress|Cultural)$/.test(wordOf(tokens, edge - 2)) &&
    /^(?:Convention|Exhibition|Conference|Congress)$/.test(wordOf(tokens, edge));
  return isJoined ? leftEdge(reading, edge - 1) : edge;
}

/** `of the President Bodo Krang`: who stands or lies there, with the office. */
function honouredEnd(reading: Reading, from: number): number {
  const { tokens } = reading;
  if (!isLowerWord(tokens, from, 'of')) return from;
  const first = isLowerWord(tokens, from + 1, 'the') ? from + 2 : from + 1;
  let t = first;
  while (t - first < 3 && isCapital(tokens, t) && (tokens.classes[t]! & (W.roleHead | W.honorific)) !== 0)
    t++;
  const person = findingFrom(reading, t);
  return person?.type === 'person' ? person.to : from;
}

/** `Prime Minister's Official Residence`: of the office in front. */
function officialResidence(reading: Reading, edge: number, t: number): number {
  const { tokens } = reading;
  if (wordOf(tokens, t) !== 'Residence' || edge !== t - 1 || wordOf(tokens, edge) !== 'Official') return edge;
  if (!isGenitiveMark(tokens, edge - 1)) return edge;
  let from = edge - 1;
  while (isCapital(tokens, from - 1) && (tokens.classes[from - 1]! & (W.roleHead | W.roleModifier)) !== 0)
    from--;
  return from < edge - 1 ? from : edge;
}

/** `House of Commons`, `House of Representatives of Zembla`: a chamber of a parliament. */
function findChamber(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  if (wordOf(tokens, t) !== 'House' || !isLowerWord(tokens, t + 1, 'of')) return false;
  // `Lower House of the Zemblan Parliament`
  if (/^(?:Upper|Lower)$/.test(wordOf(tokens, t - 1))) {
    add(reading, t - 1, complementEnd(reading, t + 1, { prepositions: ofPreposition }), 'organization');
    return true;
  }
  if (
    !/^(?:Commons|Lords|Representatives|Councillors|Councilors|Peoples|Elders|Assembly)$/.test(
      wordOf(tokens, t + 2),
    )
  )
    return false;
  const edge = leftEdge(reading, t);
  const owner = findingFrom(reading, edge);
  const from = owner?.type === 'place' && owner.to === t ? edge : t;
  add(reading, from, complementEnd(reading, t + 3, { prepositions: ofPreposition }), 'organization');
  return true;
}

/** `Hotel Gzorn Onhava`: the town behind the name of a hotel. */
function townEnd(reading: Reading, t: number): number {
  const town = wordOf(reading.tokens, t) === 'Hotel' ? findingFrom(reading, t + 1) : undefined;
  return town?.type === 'place' && !reading.isPolity(town) ? town.to : t + 1;
}

function hasNumber(reading: Reading, from: number, to: number): boolean {
  for (let t = from; t < to; t++) if (reading.tokens.kind[t] === Kind.number) return true;
  return false;
}

function isMemorial(reading: Reading, t: number): boolean {
  return /^(?:Memorial|Monument)$/.test(wordOf(reading.tokens, t));
}

/** `Friendship Hospital No. 103`, `Gzorn Museum-Reserve` */
function numberEnd(reading: Reading, end: number): number {
  const { tokens } = reading;
  if (isHyphen(tokens, end) && /^(?:Reserve|Preserve|Estate)$/.test(wordOf(tokens, end + 1))) return end + 2;
  if (wordOf(tokens, end) !== 'No') return end;
  const number = isMark(tokens, end + 1, '.') ? end + 2 : end + 1;
  return tokens.kind[number] === Kind.number ? number + 1 : end;
}

/** `Farm` in `Kanggye Farm Machine Factory`: the name goes on to another head. */
function isPartOfLonger(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  const heads = W.facilityHead | W.organizationHead | W.eventHead | W.documentHead;
  for (let next = t + 1; next < t + 5; next++) {
    if (isHyphen(tokens, next)) continue;
    if (!isCapital(tokens, next) || findingFrom(reading, next)?.type === 'person') return false;
    if (schemes.test(wordOf(tokens, next)) && everyday.test(wordOf(tokens, t))) return true;
    if ((tokens.classes[next]! & heads) !== 0) return true;
  }
  return false;
}

/** What is named after everyday sites and is none. */
const everyday = /^(?:Building|Pipeline|Reactor|Mine|Port|Plant|Farm|Park|Center|Centre|House|Base)$/;
const schemes = /^(?:Program|Programme|Project|Initiative|Challenge|Technology|Workers|Codes?|Schemes?)$/;

/** `office building of the WPK Central Committee` */
function findOfficeBuilding(reading: Reading, t: number): void {
  if (!isLowerWord(reading.tokens, t, 'building') || !isLowerWord(reading.tokens, t - 1, 'office')) return;
  const end = complementEnd(reading, t + 1, { prepositions: ofPreposition });
  if (end > t + 1) add(reading, t - 1, end);
}

function add(reading: Reading, from: number, to: number, type = 'facility'): void {
  addRuleFinding(reading, { from, to, type, rule: 'facility', strength: 29 });
}
