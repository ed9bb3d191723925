import type { Finding } from '../finding';
import { W } from '../lexicon';
import { complementEnd } from '../phrase';
import {
  addFinding,
  findingFrom,
  findingOver,
  findingTo,
  isCapital,
  isHyphen,
  isLowerWord,
} from '../reading';
import type { Reading } from '../reading';
import { Kind, isGenitiveMark, isMark, wordOf } from '../tokens';
import { readHead } from './roleHeads';
import type { Head } from './roleHeads';

/**
 * Offices: head noun with its modifiers (`First Deputy Prime Minister`), the polity or body in front of it (`Russian`, `UN`,
 * `State Duma`), and its complements (`of Foreign Affairs of the DPRK`, `to the UN`). What has neither polity nor complement is
 * returned as pending: it names an office only beside a person (`President Putin`), see `confirmRoles`.
 */
export function findRoles(reading: Reading): Finding[] {
  const { tokens } = reading;
  const pending: Finding[] = [];
  let next = 0;
  for (const t of tokens.salient) {
    if (t < next || (tokens.classes[t]! & W.roleHead) === 0) continue;
    const head = readHead(reading, t);
    if (head === undefined) continue;
    next = head.last + 1;
    const role = readRole(reading, head);
    if (role === undefined) continue;
    if (role.standsAlone) addFinding(reading, role.finding);
    else pending.push(role.finding);
    next = head.end;
  }
  return pending;
}

/** Adds the pending offices that a person stands at: `President Putin`, `Denis Manturov, First Deputy Prime Minister,`. */
export function confirmRoles(reading: Reading, pending: readonly Finding[]): void {
  // From the last to the first, so that of two joined offices the one at the name is confirmed before the one in front of it.
  for (const role of [...pending].reverse()) {
    // An office inside another's name (`Aide to the President`) has no holder there.
    const over = findingOver(reading, role.from);
    if (over?.type === 'role' || over?.type === 'organization') continue;
    const before = role.from - 1;
    const apposed =
      isMark(reading.tokens, before, ',') &&
      findingTo(reading, before)?.type === 'person' &&
      !isFollowedByName(reading, role.to);
    const inFront = personBehind(reading, role.to);
    const coordinated =
      isLowerWord(reading.tokens, before, 'and') &&
      findingTo(reading, before)?.type === 'role' &&
      isClause(reading, role.to);
    if (apposed || inFront || coordinated) addFinding(reading, role);
  }
}

function isClause(reading: Reading, t: number): boolean {
  return findingFrom(reading, t)?.type === 'person' || isMark(reading.tokens, t, ',');
}

function isFollowedByName(reading: Reading, t: number): boolean {
  return isCapital(reading.tokens, t) && findingFrom(reading, t)?.type !== 'person';
}

/** A person right behind an office, or behind a second office joined to it. */
function personBehind(reading: Reading, t: number): boolean {
  let at = t;
  if (/^(?:Prince|Princess)$/.test(wordOf(reading.tokens, at))) at++;
  while (at < reading.tokens.count && (reading.tokens.classes[at]! & W.honorific) !== 0)
    at += isMark(reading.tokens, at + 1, '.') ? 2 : 1;
  if (findingFrom(reading, at)?.type === 'person') return true;
  if (!isLowerWord(reading.tokens, t, 'and') && !isMark(reading.tokens, t, '/')) return false;
  const second = findingFrom(reading, t + 1);
  return second?.type === 'role' && personBehind(reading, second.to);
}

const plain = new Set(['of', 'for']);
const ofOnly = new Set(['of']);
const sovereignHeads = /^(?:president|premier|king|queen|chancellor|emperor|emir|sultan|pope)$/;
const withTo = new Set(['of', 'for', 'to', 'on', 'in', 'at', 'with']);
const advising = new Set(['of', 'for', 'to', 'on']);
const advisers = /^(?:adviser|advisor|aide|assistant)$/;
const envoyHeads =
  /^(?:commissioner|ambassador|envoy|representative|adviser|advisor|aide|assistant|coordinator|rapporteur|consul|general|deputy|charg[eé]|plenipotentiary)$/;
const sideHeads = /^(?:chairman|chairwoman|chairperson|chair|head|co-chair|secretary)$/;
const portfolioHeads = /^(?:minister|secretary|chief|commissioner|director|adviser|advisor)$/;
/** Heads that are common nouns too: by themselves, in lower case or with a mere adjective, they name no office. */
const weakHeads =
  /^(?:leader|member|head|chief|chair|director|deputy|representative|assistant|aide|manager|commander|general|captain|professor|major|marshal|colonel|lieutenant|admiral|brigadier|academician|prince|princess|speaker|adviser|advisor|dean|major|coordinator|negotiator|senator)$/;
const ranks =
  /^(?:general|captain|major|marshal|colonel|lieutenant|admiral|brigadier|academician|professor|member|leader)$/;

function readRole(reading: Reading, head: Head): { finding: Finding; standsAlone: boolean } | undefined {
  const { tokens } = reading;
  const attribute = attributeEdge(reading, head);
  const prepositions = advisers.test(head.noun)
    ? advising
    : envoyHeads.test(head.noun) || sideHeads.test(head.noun)
      ? withTo
      : sovereignHeads.test(head.noun)
        ? ofOnly
        : plain;
  const options = { prepositions, lowerPortfolio: portfolioHeads.test(head.noun) };
  let end = complementEnd(reading, head.end, options);
  const from = attribute ?? head.from;
  const hasComplement = end > head.end && !isOnlyLower(reading, head.end, end, head);
  if (!hasComplement) end = divisionEnd(reading, head);
  else end = unitEnd(reading, innerOfficeEnd(reading, end));
  const weak = weakHeads.test(head.noun) && head.from === head.last && !isMultiHead(head);
  const standsAlone =
    isUniqueOffice(reading, head) || hasComplement
      ? !(ranks.test(head.noun) && !head.capital && head.noun !== 'member' && head.noun !== 'leader')
      : end > head.end || (attribute !== undefined && !(weak && (!head.capital || ranks.test(head.noun))));
  if (!standsAlone && !head.capital && !nameMayFollow(reading, end) && !isMark(tokens, from - 1, ','))
    return undefined;
  if (!standsAlone && !head.capital && weak && !isMark(tokens, from - 1, ',')) return undefined;
  if (!standsAlone && (ranks.test(head.noun) || (!head.capital && isLowerWord(tokens, end, 'of'))))
    return undefined;
  const isSenior = hasComplement && wordOf(tokens, head.from) === 'Senior';
  if (head.noun === 'official' && (!head.capital || (attribute === undefined && !isSenior))) return undefined;
  if (
    hasComplement &&
    /^(?:head|chief|heads)$/.test(head.noun) &&
    // `Deputy Chief of Mission` is a title.
    !(head.capital && head.from < head.last) &&
    /^(?:State|Government|Mission|Delegation|Station)$/.test(wordOf(tokens, end - 1)) &&
    end === head.end + 2
  )
    return undefined;
  if (
    isIndefinite(reading, from) &&
    (!hasComplement || (head.noun === 'member' && findingTo(reading, from - 2)?.type !== 'person'))
  )
    return undefined;
  if (
    head.noun === 'member' &&
    !head.capital &&
    !isMark(tokens, from - 1, ',') &&
    !isMark(tokens, from - 2, ',') &&
    !/^(?:and|also|is|was|as)$/.test(wordOf(tokens, from - 1))
  )
    return undefined;
  return {
    finding: {
      from,
      to: end,
      type: 'role',
      reason: 'rule',
      rule: 'role',
      candidates: [],
      certain: false,
      strength: 40,
    },
    standsAlone,
  };
}

/** `director of the Zembla policy | cooperation division`: the unit in small letters behind the state it deals with. */
function unitEnd(reading: Reading, end: number): number {
  const { tokens } = reading;
  const words = W.portfolio | W.roleModifier | W.organizationHead;
  for (let t = end; t < end + 4 && tokens.kind[t] === Kind.lower; t++) {
    if (/^(?:division|department|bureau|section|office|directorate)$/.test(wordOf(tokens, t))) return t + 1;
    if ((tokens.classes[t]! & W.function) !== 0) return end;
    if ((tokens.classes[t]! & words) === 0 && !/^(?:future|affairs)$/.test(wordOf(tokens, t))) return end;
  }
  return end;
}

/** `Spokesman for UN | Secretary-General`: the complement is another office, which its body must not be cut from. */
function innerOfficeEnd(reading: Reading, end: number): number {
  const { tokens } = reading;
  if ((tokens.classes[end]! & W.roleHead) === 0 || !isCapital(tokens, end) || tokens.spaced[end] === 0)
    return end;
  const inner = readHead(reading, end);
  if (inner?.last !== end) return end;
  // `Advisor to the Defense | Minister`
  if (inner.from < end) return isLowerWord(tokens, inner.from - 1, 'the') ? inner.end : end;
  return findingTo(reading, end)?.type === 'organization' ? inner.end : end;
}

/** `Secretary (East)`: the division of a ministry in brackets, before a name or in front of a comma. */
function divisionEnd(reading: Reading, head: Head): number {
  const { tokens } = reading;
  if (!head.capital || head.noun !== 'secretary' || !isMark(tokens, head.end, '(')) return head.end;
  let t = head.end + 1;
  while (isCapital(tokens, t) && tokens.kind[t] !== Kind.upper && t - head.end < 5) t++;
  return t > head.end + 1 && isMark(tokens, t, ')') ? t + 1 : head.end;
}

/** `High Representative`: nobody else has this title. */
function isUniqueOffice({ tokens }: Reading, head: Head): boolean {
  return (
    wordOf(tokens, head.last) === 'Representative' &&
    wordOf(tokens, head.from) === 'High' &&
    head.last === head.from + 1
  );
}

function isMultiHead(head: Head): boolean {
  return head.end > head.last + 1;
}

function nameMayFollow(reading: Reading, t: number): boolean {
  return isCapital(reading.tokens, t);
}

/** `a president`, `every ambassador`: nobody in particular. */
function isIndefinite(reading: Reading, from: number): boolean {
  const before = from - 1;
  return (
    reading.tokens.kind[before] === Kind.lower &&
    /^(?:a|an|any|every|each|no|some|another)$/.test(wordOf(reading.tokens, before))
  );
}

/** The polity or body right in front of an office: a state, its adjective, an organization; not one in the genitive. */
function attributeEdge(reading: Reading, head: Head): number | undefined {
  const finding = findingTo(reading, head.from) ?? companyBefore(reading, head);
  if (finding === undefined || isGenitiveMark(reading.tokens, head.from - 1)) return undefined;
  if (reading.tokens.spaced[head.from] === 0 || reading.parted[head.from] === 1) return undefined;
  if (finding.type === 'organization') return finding.from;
  // `Kremlin spokesman`
  if (finding.type === 'facility' && /^spokes/.test(head.noun)) return finding.from;
  if (finding.type !== 'place') return undefined;
  const local = /^(?:mayor|governor|coordinator)$/.test(head.noun);
  if (!local && !reading.isPolity(finding)) return undefined;
  if (isHyphen(reading.tokens, finding.from - 1)) return undefined;
  return finding.from;
}

/** `NOVATEK` before `Board Chairman`, `V-A-C` before `General Director`: what has an officer is a body. */
function companyBefore(reading: Reading, head: Head): Finding | undefined {
  const { tokens } = reading;
  const last = head.from - 1;
  if (!head.capital || tokens.spaced[head.from] === 0 || reading.titleCase[last] === 1) return undefined;
  let from = last;
  while (last - from < 8 && isHyphen(tokens, from - 1) && isCapital(tokens, from - 2)) from -= 2;
  const length = tokens.end[last]! - tokens.start[from]!;
  if ((tokens.kind[last] !== Kind.upper && from === last) || length < 3 || tokens.classes[last] !== 0)
    return undefined;
  for (let t = from; t <= last; t++)
    if (findingOver(reading, t) !== undefined || tokens.kind[t] === Kind.capital) return undefined;
  if (/^(?:VIP|PhD|CEO|CFO|HIV|LGBT|COVID|HRH|HE)$/.test(wordOf(tokens, last))) return undefined;
  const company: Finding = {
    from,
    to: last + 1,
    type: 'organization',
    reason: 'rule',
    rule: 'organization',
    candidates: [],
    certain: false,
    strength: 27,
  };
  addFinding(reading, company);
  return company;
}

/** A complement of lower-case nouns only belongs to ministers (`minister of defence`), not to a `head of state`. */
function isOnlyLower(reading: Reading, from: number, to: number, head: Head): boolean {
  for (let t = from; t < to; t++) if (isCapital(reading.tokens, t)) return false;
  if (isLowerWord(reading.tokens, to - 1, 'committee')) return false;
  return (
    !/^(?:minister|secretary)$/.test(head.noun) &&
    !(head.noun === 'director' && head.end > head.last + 1 && isLowerWord(reading.tokens, from, 'for')) &&
    !(head.noun === 'chief' && isLowerWord(reading.tokens, to - 1, 'staff'))
  );
}
