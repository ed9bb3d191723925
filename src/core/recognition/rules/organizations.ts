import type { Finding } from '../finding';
import { W } from '../lexicon';
import { bracketEnd, complementEnd } from '../phrase';
import {
  addRuleFinding,
  findingFrom,
  findingOver,
  findingTo,
  isCapital,
  isHyphen,
  isLowerWord,
  leftEdge,
} from '../reading';
import type { Reading } from '../reading';
import { Kind, isGenitiveMark, isMark, wordOf } from '../tokens';
import { dateEdge } from './dateEdge';
import { holderEnd, purposeEnd } from './bodyEnds';
import { isWorks } from './facilities';
import { widenListedBodies, widenOpenedBody } from './listedBodies';

const prepositions = new Set(['of', 'for', 'on', 'against', 'over']);
const missionPrepositions = new Set(['of', 'for', 'to', 'in', 'on']);
/** Heads that need a name before them: with `of …` alone they are anything (`office of the party`). */
const weakHeads =
  /^(?:Branch|Chapter|Enterprise|Office|Group|Team|Center|Centre|Force|Service|Services|Front|Community|Section|Unit|Staff|Press|Radio|News|Guard|Body|Board|Network|Initiative|Panel|Partnership|Station|Mission|Command|Corps|Court|Trust|Club|School|College|Church|Bloc|Administration|Conference|Forum|Congress|Movement|Alliance|Coalition|Delegation|Division|Company|Group|Authority|Energy|Industries|Headquarters|Taskforce|Army|Navy|Police|Company)$/;

/** Bodies: a capitalised head (`Ministry`, `Committee`, `Party` …) with the names before it and `of the X` behind it. */
export function findOrganizations(reading: Reading): void {
  const { tokens } = reading;
  for (const t of tokens.salient) {
    if ((tokens.classes[t]! & W.organizationHead) === 0 || !isCapital(tokens, t)) continue;
    const over = findingOver(reading, t);
    if (widenListedBodies(reading, t + 1) || widenOpenedBody(reading, t)) continue;
    if (over !== undefined && over.type !== 'place') {
      if (!isOwnerInside(reading, over, t)) continue;
    }
    if (over?.type === 'place' && over.to === t + 1) continue;
    // `Gzorn Press | Secretary`
    if (
      wordOf(tokens, t) === 'Press' &&
      /^(?:Secretary|Conference|Briefing|Release)$/.test(wordOf(tokens, t + 1))
    )
      continue;
    // `Gzorn School | Uniform Factory`
    if (wordOf(tokens, t) === 'School' && /^(?:Uniforms?|Bags?|Things)$/.test(wordOf(tokens, t + 1)))
      continue;
    if (wordOf(tokens, t) === 'Enterprise' && isWorks(tokens, t)) continue;
    // `UN Headquarters` is a site.
    if (wordOf(tokens, t) === 'Headquarters' && findingTo(reading, t)?.type === 'organization') continue;
    // `Joint Task Force-Gzorn`
    if (wordOf(tokens, t) === 'Force' && isHyphen(tokens, t + 1) && tokens.kind[t + 2] === Kind.capital) {
      const first = leftEdge(reading, t);
      if (first < t) add(reading, first, findingFrom(reading, t + 2)?.to ?? t + 3);
      continue;
    }
    if (isNamePart(reading, t) || isUnitOfOffice(reading, t)) continue;
    // `Convention Centre` is a site.
    if (
      /^Cent(?:er|re)$/.test(wordOf(tokens, t)) &&
      /^(?:Convention|Exhibition|Conference|Congress|Expo|Shopping|Museum|Medical|Visitor|Visitors|Sports|Business|Trade|Entertainment|Recreation|Aquatic|Aquatics|Detention|Jumping|Skating|Sliding|Curling|Hockey|Biathlon|Tennis|Equestrian)$/.test(
        wordOf(tokens, t - 1),
      )
    )
      continue;
    if (/^(?:Operation|Exercise)$/.test(wordOf(tokens, leftEdge(reading, t)))) continue;
    if (isNamedBank(reading, t)) {
      add(reading, t, t + 2);
      continue;
    }
    if (isNumberedUnit(reading, t)) {
      add(reading, leftEdge(reading, t), t + 2);
      continue;
    }
    const from = withOwner(reading, withPerson(reading, dateEdge(reading, leftEdge(reading, t), t)), t);
    const mission =
      /^(?:Embassy|Consulate|Mission|Delegation|Representation|Committee|Office|Association|Union|League|Society)$/.test(
        wordOf(tokens, t),
      );
    const headEnd =
      /^Consulate$/.test(wordOf(tokens, t)) && wordOf(tokens, t + 1) === 'General' ? t + 2 : t + 1;
    const end = holderEnd(
      reading,
      t,
      complementEnd(reading, headEnd, { prepositions: mission ? missionPrepositions : prepositions }),
    );
    const hasName = from < t && hasNameBefore(reading, from, t);
    const hasComplement = end > headEnd;
    const weak = weakHeads.test(wordOf(tokens, t));
    const purpose = purposeEnd(reading, headEnd);
    if (purpose > end && (hasName || !weakHeads.test(wordOf(tokens, t)))) {
      add(reading, from, purpose);
      continue;
    }
    if (/^(?:Branch|Chapter)$/.test(wordOf(tokens, t)) && !(hasName && hasComplement)) continue;
    if (!hasName && (!hasComplement || (weak && !isTitledWeak(reading, t)))) continue;
    if (reading.titleCase[t] === 1 && !hasKnownName(reading, from, t)) {
      if (weak || /^(?:Regiment|Brigade|Battalion|Unit|Division)$/.test(wordOf(tokens, t))) continue;
      if (!hasComplement && isEveryday(reading, from, t)) continue;
    }
    if (
      wordOf(tokens, t) === 'Corporation' &&
      from === t - 1 &&
      wordOf(tokens, from) === 'State' &&
      !hasComplement
    )
      continue;
    if (isDelegationOfAny(reading, from, t) || isStrategicTie(reading, t)) continue;
    add(reading, from, bracketEnd(reading, end));
  }
  findGovernments(reading);
  findCentralCommittees(reading);
}

/** `Comprehensive Strategic Alliance`, `Zembla-Terra Alliance`: what two states call their relations. */
function isStrategicTie(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  return (
    /^(?:Alliance|Partnership|Coalition)$/.test(wordOf(tokens, t)) &&
    (/^(?:Strategic|Cooperative|Special|Comprehensive)$/.test(wordOf(tokens, t - 1)) ||
      findingTo(reading, t)?.form === 'compound')
  );
}

/** `Zemblan Party Delegation` in a headline: nothing but an adjective and common nouns. */
function isDelegationOfAny(reading: Reading, from: number, head: number): boolean {
  const { tokens } = reading;
  if (wordOf(tokens, head) !== 'Delegation') return false;
  const place = findingFrom(reading, from);
  for (let t = place?.type === 'place' ? place.to : from; t < head; t++)
    if (
      !/^(?:Party|Government|Military|Parliamentary|Economic|Friendship|Youth|Goodwill)$/.test(
        wordOf(tokens, t),
      )
    )
      return false;
  return true;
}

/** `Government of the Republic of Zembla`, also in the name of a treaty between two. */
function findGovernments(reading: Reading): void {
  const { tokens } = reading;
  for (const t of tokens.salient) {
    if (tokens.first[t] !== 0x47 /* G */ || wordOf(tokens, t) !== 'Government') continue;
    if (!isLowerWord(tokens, t + 1, 'of') || leftEdge(reading, t) !== t) continue;
    const state = findingFrom(reading, isLowerWord(tokens, t + 2, 'the') ? t + 3 : t + 2);
    if (state?.type !== 'place' || state.form === 'demonym' || !reading.isPolity(state)) continue;
    if (findingFrom(reading, t)?.to !== state.to) add(reading, t, state.to);
  }
}

/** `C.C., Zemblan People's Party`: the central committee of the body behind the comma. */
function findCentralCommittees(reading: Reading): void {
  const { tokens } = reading;
  for (const t of tokens.uppers) {
    if (wordOf(tokens, t) !== 'C.C.' || !isMark(tokens, t + 1, ',')) continue;
    const body = findingFrom(reading, isLowerWord(tokens, t + 2, 'the') ? t + 3 : t + 2);
    if (body?.type === 'organization' && findingOver(reading, t) === undefined) add(reading, t, body.to);
  }
}

const innerHeads =
  /^(?:Ministry|Department|Committee|Commission|Council|Academy|Institute|Bureau|Government|Union|Association|League|Federation|Society|Party|Front|Confederation|Assembly|Bank)$/;

/** Whether the name at a head begins behind the `of` of a longer body that a rule found: `Committee of the | Workers' Party`. */
function isOwnerInside(reading: Reading, over: Finding, t: number): boolean {
  if (over.type !== 'organization' || over.reason !== 'rule') return false;
  const from = leftEdge(reading, t);
  const before = isLowerWord(reading.tokens, from - 1, 'the') ? from - 2 : from - 1;
  if (before <= over.from || !isLowerWord(reading.tokens, before, 'of')) return false;
  return from < t || (isLowerWord(reading.tokens, t + 1, 'of') && innerHeads.test(wordOf(reading.tokens, t)));
}

/** `Bank Gzorn`: the name behind the head, where none stands before it. */
function isNamedBank(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  return (
    wordOf(tokens, t) === 'Bank' &&
    reading.titleCase[t] === 0 &&
    leftEdge(reading, t) === t &&
    tokens.kind[t + 1] === Kind.capital &&
    tokens.classes[t + 1] === 0 &&
    tokens.spaced[t + 1] === 1 &&
    findingFrom(reading, t + 1)?.type !== 'person' &&
    !isCapital(tokens, t + 2)
  );
}

/** `Unit 731` */
function isNumberedUnit(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  return (
    (/^(?:Unit|Regiment|Brigade|Division|Squadron|Flotilla)$/.test(wordOf(tokens, t)) ||
      /^(?:Strike Group|Task Force)$/.test(`${wordOf(tokens, t - 1)} ${wordOf(tokens, t)}`)) &&
    tokens.kind[t + 1] === Kind.number &&
    /^\d{1,5}$/.test(wordOf(tokens, t + 1))
  );
}

/** `Trade Union` in a headline: nouns that every headline capitalises. */
function isEveryday(reading: Reading, from: number, head: number): boolean {
  const { tokens } = reading;
  if (/^(?:Ministry|Department)$/.test(wordOf(tokens, head))) return false;
  for (let t = from; t < head; t++)
    if (isCapital(tokens, t) && (tokens.classes[t]! & (W.portfolio | W.common | W.roleModifier)) === 0)
      return false;
  return true;
}

/** `Office of the President`, `Group for the Study of …`: weak heads whose complement makes a name of them. */
function isTitledWeak(reading: Reading, t: number): boolean {
  const preposition = wordOf(reading.tokens, t + 1);
  const head = wordOf(reading.tokens, t);
  return (
    /^(?:Group|Center|Centre|Office|Service)$/.test(head) &&
    (preposition === 'for' || (head === 'Office' && preposition === 'of'))
  );
}

function add(reading: Reading, from: number, to: number): void {
  addRuleFinding(reading, { from, to, type: 'organization', rule: 'organization', strength: 30 });
}

/** Whether the head is followed by a capital that makes something else of it: `Party Secretary`, `Army General`, `Group Summit`. */
function isNamePart(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  const next = isHyphen(tokens, t + 1) ? t + 2 : t + 1;
  if (next >= tokens.count || !isCapital(tokens, next) || tokens.kind[next] === Kind.initial) return false;
  const heads = W.organizationHead | W.eventHead | W.documentHead | W.facilityHead;
  if ((tokens.classes[next]! & heads) !== 0 && findingFrom(reading, next) === undefined) return true;
  return isHyphen(tokens, t + 1) || (goesOn.test(wordOf(tokens, t)) && isPartOfLonger(reading, t));
}

const goesOn = /^(?:School|College|Brigade|Community|Police|Energy|Services?|Industries)$/;

/** `Brigade` in `Gzorn Brigade Combat Team`, `School` in `School History Forum`: the capitals go on to another head. */
function isPartOfLonger(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  for (let next = t + 1; next < t + 4 && isCapital(tokens, next); next++) {
    if (findingFrom(reading, next) !== undefined) return false;
    if ((tokens.classes[next]! & (W.organizationHead | W.eventHead)) !== 0) return true;
  }
  return false;
}

/** `Department` in `Vice Department Director`: part of an office. */
function isUnitOfOffice(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  if ((tokens.classes[t + 1]! & W.roleHead) === 0) return false;
  return /^(?:Vice|Deputy|Chief)$/.test(wordOf(tokens, t - 1)) || wordOf(tokens, t) === 'Board';
}

/** `Kim Il Sung University`: the person whose name it bears. */
function withPerson(reading: Reading, from: number): number {
  const person = findingTo(reading, from);
  return person?.type === 'person' && reading.tokens.spaced[from] === 1 ? person.from : from;
}

/** `Prime Minister's Office`, `Prosecutor General's Office`: the office of an office. */
function withOwner(reading: Reading, from: number, head: number): number {
  const { tokens } = reading;
  if (
    from !== head ||
    !/^(?:Office|Department|Administration|Secretariat)$/.test(wordOf(tokens, head)) ||
    !isGenitiveMark(tokens, from - 1)
  )
    return from;
  let t = from - 2;
  const roleWords = W.roleHead | W.roleModifier;
  if ((tokens.classes[t]! & roleWords) === 0 || !isCapital(tokens, t)) return from;
  while (t > 1 && isCapital(tokens, t - 1) && (tokens.classes[t - 1]! & roleWords) !== 0) t--;
  return t;
}

/** Whether what stands before the head makes a name: not only an adjective of its state (`Russian Government`). */
function hasNameBefore(reading: Reading, from: number, head: number): boolean {
  const { tokens } = reading;
  const place = findingFrom(reading, from);
  const generic =
    /^(?:Government|Party|Delegation|Side|Team|Administration|Group|Company|Embassy|Consulate|Army|Cabinet|Parliament|Congress|Government)$/;
  if (place !== undefined && place.to >= head && place.type === 'place')
    return (
      !generic.test(wordOf(tokens, head)) ||
      /^(?:Embassy|Consulate|Cabinet|Parliament|Congress|Army)$/.test(wordOf(tokens, head))
    );
  const numbered = /^(?:Army|Fleet|Squadron|Division|Brigade|Corps|Regiment|Battalion)$/.test(
    wordOf(tokens, head),
  );
  for (let t = from; t < head; t++)
    if (isCapital(tokens, t) || findingFrom(reading, t) !== undefined) return true;
    else if (numbered && tokens.kind[t] === Kind.number) return true;
  return false;
}

function hasKnownName(reading: Reading, from: number, head: number): boolean {
  for (let t = from; t < head; t++) if (findingFrom(reading, t) !== undefined) return true;
  return false;
}
