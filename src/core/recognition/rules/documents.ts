import { W } from '../lexicon';
import { isAbstract } from '../nameWords';
import { complementEnd } from '../phrase';
import {
  addFinding,
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
import { isCoined, isOf, isNamedStatement, isOwnKind, regionEnd } from './documentKinds';
import { authorsEnd, datedEnd, titleEnd } from './documentTitle';
import { isTitledLaw, lawEnd, numberedActEnd } from './legalActs';
import { bracketedYearEnd, withParties } from './listedDocuments';
import { partiesBefore, partyBeforeDash } from './partiesBefore';
import { findQuotedTitle } from './quotedTitles';
import { yearsEdge, yearsEnd } from './titleYears';
import { addDocument, findTitledInLower, isActInLower, titledAct } from './titledInLower';

const properHeads =
  /^(?:Treaty|Agreement|Agreements|Declaration|Charter|Constitution|Convention|Protocol|Pact|Accord|Accords|Memorandum|Statement|Communique|Communiqué|Covenant|Act|Law|Decree|Plan|Concept|Strategy|Roadmap|Doctrine|Code|Compact|Armistice|Statute|Framework|Vision|Agenda|Arrangement|Principles|Amendment|Regulation|Directive|Decision|Award|Opinion|Report|Paper|Bill|Proclamation|Manifesto|Conventions|Protocols|Guidelines|Ordinance|Regulations|Programme|Program|Letter|Instrument|Document)$/;
/** Heads that name a document only with its subject or parties. */
const weak =
  /^(?:Statement|Act|Law|Decree|Plan|Concept|Strategy|Roadmap|Code|Agreement|Agreements|Memorandum|Constitution|Framework|Vision|Agenda|Arrangement|Principles)$/;
const lowerHeads = /^(?:treaty|agreement|convention|protocol|memorandum|declaration)$/;

const documentPrepositions = new Set(['on', 'of', 'for', 'concerning', 'regarding']);
const amending = /^(?:Amendment|Protocol|Annex)$/;

/** `Zembla-Terra FTA`: treaties by the initials of their kind, behind their parties. */
const shortTreaties = /^(?:FTA|EPA|CEPA|RTA|PTA|SOFA|GSOMIA|ACSA)$/;

/** Documents: titled treaties, declarations and the like, definite `agreement on …`, and numbered resolutions. */
export function findDocuments(reading: Reading): void {
  const { tokens } = reading;
  for (const t of tokens.salient) {
    if ((tokens.classes[t]! & W.documentHead) === 0) continue;
    findQuotedTitle(reading, t);
    const over = findingOver(reading, t);
    const word = wordOf(tokens, t);
    if (/^(?:Law|Order|Decree|Resolution)$/.test(word) && isTitledLaw(reading, t)) {
      addDocument(reading, leftEdge(reading, t), lawEnd(reading, t + 1), titledAct);
      continue;
    }
    if (isActInLower(reading, t)) {
      findTitledInLower(reading, t, leftEdge(reading, t));
      continue;
    }
    if (over !== undefined && over.type === 'document') {
      if (over.reason === 'name') withParties(reading, over);
      // `Law On Ratifying the | Treaty of Friendship …`
      const isSubject = over.reason === 'rule' && isLowerWord(tokens, t - 1, 'the') && t > over.from + 2;
      if (isSubject && properHeads.test(word)) findProper(reading, t);
      continue;
    }
    if (shortTreaties.test(word)) {
      const from = partiesBefore(reading, t);
      if (from < t && tokens.spaced[t] === 1) addDocument(reading, from, t + 1, 46);
      continue;
    }
    if (
      /^resolutions?$/i.test(word) ||
      /^(?:E\.O\.|EO)$/.test(word) ||
      (word === 'Proclamation' && tokens.kind[t + 1] === Kind.number) ||
      (word === 'Order' && wordOf(tokens, t - 1) === 'Executive')
    )
      findResolution(reading, t);
    else if (tokens.kind[t] === Kind.lower) {
      if (lowerHeads.test(word)) findTitledInLower(reading, t);
    } else if (properHeads.test(word)) findProper(reading, t);
  }
}

/** `Executive Order 12`, `Proclamation No. 34`, `UN Security Council Resolution 2231 (2015)` */
function findResolution(reading: Reading, t: number): void {
  const { tokens } = reading;
  let number = t + 1;
  if (/^(?:No|no|Nos)$/.test(wordOf(tokens, number))) number += isMark(tokens, number + 1, '.') ? 2 : 1;
  // `ES-11/4`: of an emergency session
  if (tokens.kind[number] === Kind.upper && isHyphen(tokens, number + 1)) number += 2;
  if (tokens.kind[number] !== Kind.number) return;
  let to = number + 1;
  while (isMark(tokens, to, '/') && tokens.spaced[to] === 0 && tokens.kind[to + 1] === Kind.number) to += 2;
  // `Resolution No. 12-r`
  if (
    isHyphen(tokens, to) &&
    tokens.kind[to + 1] === Kind.lower &&
    tokens.end[to + 1]! - tokens.start[to + 1]! === 1
  )
    to += 2;
  to = bracketedYearEnd(tokens, to);
  const body = findingTo(reading, t);
  const isOfLetters = /^(?:UNSC|UNSCR|UNGA|UN|SC|GA)$/.test(wordOf(tokens, t - 1)) && body === undefined;
  const first = wordOf(tokens, t) === 'Order' || isOfLetters ? t - 1 : t;
  addDocument(reading, body?.type === 'organization' ? body.from : first, to, 46);
}

function findProper(reading: Reading, t: number): void {
  const { tokens } = reading;
  const word = wordOf(tokens, t);
  if (isCapital(tokens, t + 1) && properHeads.test(wordOf(tokens, t + 1))) return;
  // `Security and Law Enforcement`
  if (wordOf(tokens, t + 1) === 'Enforcement') return;
  // `Zembla-Terra Cooperation Vision Forum`
  if (isCapital(tokens, t + 1) && (tokens.classes[t + 1]! & (W.eventHead | W.organizationHead)) !== 0) return;
  // `Gzorn Convention and Exhibition Centre`
  if (word === 'Convention' && isLowerWord(tokens, t + 1, 'and') && wordOf(tokens, t + 2) === 'Exhibition')
    return;
  // `Convention Centre`
  if (word === 'Convention' && (tokens.classes[t + 1]! & W.facilityHead) !== 0 && isCapital(tokens, t + 1))
    return;
  const run = partyBeforeDash(reading, joinedEdge(reading, leftEdge(reading, t), t));
  const edge = yearsEdge(reading, dateEdge(reading, run, t), t);
  const site = findingTo(reading, edge);
  const chair =
    word === 'Statement' && isGenitiveMark(tokens, edge - 1) && /^Chair/.test(wordOf(tokens, edge - 2));
  const from = chair
    ? edge - 2
    : site?.type === 'facility' ||
        (site?.type === 'event' && site.reason === 'name' && edge === t) ||
        (site?.type === 'document' && site.reason === 'name' && edge >= t - 1)
      ? site.from
      : edge;
  const named = from < t;
  const number = numberedActEnd(reading, t);
  if (number > t + 1 && (named || !/^Act$/.test(word))) {
    addDocument(reading, from, number, 46);
    return;
  }
  if (/^(?:Regulation|Directive|Decision)$/.test(word) || !isOwnKind(reading, t)) return;
  const authors = authorsEnd(
    reading,
    /^(?:Statement|Declaration|Communiqu[eé])$/.test(word) && named ? t + 1 : 0,
  );
  const head = Math.max(authors, t + 1);
  let end = Math.max(
    complementEnd(reading, head, { prepositions: documentPrepositions, parties: true }),
    titleEnd(reading, head),
    // `between Zembla and Terra on Cooperation in Fisheries`
    titleEnd(reading, complementEnd(reading, head, { prepositions: new Set(), parties: true })),
  );
  if (findingFrom(reading, end + 1)?.type === 'date' && /^(?:for|of)$/.test(wordOf(tokens, end)))
    end = findingFrom(reading, end + 1)!.to;
  // `Defence Act for Fiscal Year | 2045`
  if (wordOf(tokens, end - 1) === 'Year' && tokens.kind[end] === Kind.number) end++;
  if (word === 'Code' && isOf(tokens, t + 1, /^Conduct$/)) end = regionEnd(reading, end);
  if (named || end > t + 1) end = yearsEnd(reading, word, end);
  const joint = hasWord(reading, from, t, /^(?:Joint|Final|Political|Trilateral)$/);
  // `Joint Statement of May 5, 2045`
  if (joint && end === t + 1 && word === 'Statement') end = datedEnd(reading, end);
  if (!named && end === t + 1) return;
  if (amending.test(word) && isLowerWord(tokens, t + 1, 'to')) end = Math.max(end, titleEnd(reading, t + 1));
  if (
    weak.test(word) &&
    end === t + 1 &&
    !joint &&
    !hasKnownName(reading, from, t) &&
    t - from < 2 &&
    !isCoined(reading, from, t)
  )
    return;
  if (
    /^(?:Statement|Plan|Law|Act|Strategy|Vision|Agenda|Concept|Framework|Decree|Arrangement|Principles)$/.test(
      word,
    ) &&
    !joint &&
    !(named && (hasKnownName(reading, from, t) || t - from >= 2 || isCoined(reading, from, t))) &&
    end === t + 1
  )
    return;
  if (word === 'Statement' && !joint && !isNamedStatement(reading, from, t, end)) return;
  if (reading.titleCase[t] === 1 && !hasKnownName(reading, from, Math.max(t, end), word === 'Act')) return;
  if (isOwnTitle(reading, from, t, end)) return;
  // `Principles of the Gzorn Charter`: what a document says.
  if (
    word === 'Principles' &&
    isLowerWord(tokens, t + 1, 'of') &&
    findingTo(reading, end)?.type === 'document'
  )
    return;
  addDocument(reading, from, end, 32);
}

/** `Joint Statement on Whales` as the headline: the title of the release itself. */
function isOwnTitle({ tokens, titleCase }: Reading, from: number, head: number, end: number): boolean {
  if (!/^(?:Statement|Communiqu[eé])$/.test(wordOf(tokens, head)) || tokens.kind[from - 1] !== Kind.stop)
    return false;
  return tokens.kind[end] === Kind.stop || titleCase[from] === 1;
}

/** `Constitutional Reform and | Governance Act`: the first half of a subject in two abstract nouns. */
function joinedEdge(reading: Reading, edge: number, head: number): number {
  const { tokens } = reading;
  if (edge === head || !isLowerWord(tokens, edge - 1, 'and') || !isAbstract(reading, head - 1)) return edge;
  const first = edge - 2;
  if (
    tokens.kind[first] !== Kind.capital ||
    !isAbstract(reading, first) ||
    findingOver(reading, first) !== undefined
  )
    return edge;
  return reading.titleCase[first] === 1 ? edge : leftEdge(reading, first);
}

function hasWord(reading: Reading, from: number, to: number, words: RegExp): boolean {
  for (let t = from; t < to; t++) if (words.test(wordOf(reading.tokens, t))) return true;
  return false;
}

function hasKnownName(reading: Reading, from: number, to: number, noAdjective = false): boolean {
  for (let t = from; t < to; t++) {
    const finding = findingFrom(reading, t);
    if (finding !== undefined && finding.type !== 'date' && !(noAdjective && finding.form === 'demonym'))
      return true;
  }
  return false;
}

/** The year that opens the name of a document: `1975 Helsinki Final Act`. */
export function findYearsOfDocuments(reading: Reading): void {
  const { tokens } = reading;
  const dated = new Set<number>();
  for (const { type, from } of reading.findings) if (type === 'date') dated.add(from);
  for (const { type, from, to } of [...reading.findings]) {
    if (type !== 'document' || to - from < 2 || tokens.kind[from] !== Kind.number) continue;
    const year = wordOf(tokens, from);
    if (!/^(?:1[5-9]|20)\d\d$/.test(year) || dated.has(from)) continue;
    dated.add(from);
    addFinding(reading, {
      from,
      to: from + 1,
      type: 'date',
      reason: 'rule',
      rule: 'date',
      candidates: [],
      certain: true,
      normalized: year,
      strength: 60,
    });
  }
}
