import type { Region, Release, ReleaseMetadata } from '../release/release';
import { assemble } from './assemble';
import type { CompiledGazetteer } from './compileGazetteer';
import type { Finding } from './finding';
import { foldWord } from './fold';
import { givenNames } from './givenNames';
import type { Mention } from './mention';
import { findNameSpans, findingsOfNames, seamsOf } from './names';
import { addFinding } from './reading';
import type { Reading } from './reading';
import { findBuildings } from './rules/buildings';
import { findCompanies } from './rules/companies';
import { findDates } from './rules/dates';
import { findDocuments, findYearsOfDocuments } from './rules/documents';
import { findEventNames } from './rules/eventNames';
import { findEvents } from './rules/events';
import { findFacilities } from './rules/facilities';
import { findMedia } from './rules/media';
import { findAgencies } from './rules/agencies';
import { findAbbreviations } from './rules/abbreviations';
import { findOrganizations } from './rules/organizations';
import { findPersons } from './rules/persons';
import { findPlaces } from './rules/places';
import { findPlacesByContext } from './rules/placesByContext';
import { confirmRoles, findRoles } from './rules/roles';
import { findShortBodies } from './rules/shortBodies';
import { resolve } from './resolve';
import { findShortForms } from './shortForms';
import { Kind, isMark, tokenize } from './tokens';
import type { Tokens } from './tokens';

/**
 * Finds who and what a release speaks of: names of the gazetteer, and what rules find that no list holds (`certain: false`).
 * Mentions are ordered by start, the longer first; flat ones (without `parent`) never overlap; none lies in boilerplate.
 * Offsets are UTF-16 code units of `release.text`. Never throws, and takes time linear in the text.
 */
export function recognize(release: Release, gazetteer: CompiledGazetteer): readonly Mention[] {
  const regions = readableRegions(release);
  const spans = findNameSpans(release.text, regions, gazetteer);
  const tokens = tokenize(release.text, regions, seamsOf(spans));
  const reading = startReading(tokens, regions, gazetteer);
  const dates = findDates(tokens, release.metadata.date);
  const metadata = dated(release.metadata, dates);
  for (const finding of dates) addFinding(reading, finding);
  for (const finding of findingsOfNames(tokens, spans)) addFinding(reading, finding);
  findPlaces(reading);
  findAgencies(reading, metadata.agency);
  findMedia(reading);
  findCompanies(reading);
  findOrganizations(reading);
  findFacilities(reading);
  findEvents(reading);
  findEventNames(reading);
  findDocuments(reading);
  findYearsOfDocuments(reading);
  const pending = findRoles(reading);
  findPersons(reading, pending);
  confirmRoles(reading, pending);
  findBuildings(reading);
  findAbbreviations(reading);
  findShortBodies(reading);
  findShortForms(reading, gazetteer, metadata.date);
  findPlacesByContext(reading);
  resolve(reading, gazetteer, metadata);
  return assemble(tokens, reading.findings);
}

/** Of a release that doesn't tell its date, the first full date it speaks of says who was in office then. */
function dated(metadata: ReleaseMetadata, dates: readonly Finding[]): ReleaseMetadata {
  if (metadata.date !== undefined) return metadata;
  const first = dates.find(
    ({ normalized }) => normalized !== undefined && /^\d{4}-\d\d-\d\d/.test(normalized),
  );
  return first === undefined ? metadata : { ...metadata, date: first.normalized!.slice(0, 10) };
}

/** The regions a mention may stand in: all but boilerplate; the whole text where no region is known. */
function readableRegions(release: Release): readonly Region[] {
  if (release.regions.length === 0) return [{ type: 'paragraph', start: 0, end: release.text.length }];
  return release.regions.filter((region) => region.type !== 'boilerplate');
}

function startReading(tokens: Tokens, regions: readonly Region[], gazetteer: CompiledGazetteer): Reading {
  // One piece of memory for the three: each costs more to get than to fill.
  const places = tokens.count + 1;
  const found = new Int32Array(places * 3).fill(-1);
  return {
    tokens,
    findings: [],
    startsAt: found.subarray(0, places),
    endsAt: found.subarray(places, places * 2),
    covers: found.subarray(places * 2),
    titleCase: markTitleCase(tokens, regions),
    parted: markParted(tokens, regions),
    isGivenName: givenNamesOf(gazetteer),
    isFamilyName: (word) => gazetteer.byFamily.has(foldWord(word)),
    isPolity: (finding: Finding) =>
      finding.form === 'demonym' || finding.candidates.some((id) => gazetteer.polities.has(id)),
  };
}

const answers = new WeakMap<CompiledGazetteer, Map<string, boolean>>();

/** Tells whether a word is a given name; remembers its answers, for it is asked about the same words all the time. */
function givenNamesOf(gazetteer: CompiledGazetteer): (word: string) => boolean {
  let known = answers.get(gazetteer);
  // A bound on memory, not on correctness.
  if (known === undefined || known.size > 100_000) answers.set(gazetteer, (known = new Map()));
  const remembered = known;
  return (word) => {
    let answer = remembered.get(word);
    if (answer === undefined) {
      const folded = foldWord(word);
      answer = givenNames.has(folded) || gazetteer.givenNames.has(folded);
      remembered.set(word, answer);
    }
    return answer;
  };
}

/** Marks the words of headlines that stand behind an empty line: two titles may have been read as one. */
function markParted(tokens: Tokens, regions: readonly Region[]): Uint8Array {
  const marked = new Uint8Array(tokens.count + 1);
  regions.forEach(({ type }, region) => {
    if (type !== 'headline') return;
    for (let t = tokens.stops[region]! + 1; t < tokens.stops[region + 1]!; t++)
      if (tokens.spaced[t] === 1 && /\n\s*\n/.test(tokens.text.slice(tokens.end[t - 1], tokens.start[t])))
        marked[t] = 1;
  });
  return marked;
}

/** Marks the regions (headlines above all) in which nearly every longer word has a capital: there, a capital says nothing. */
function markTitleCase(tokens: Tokens, regions: readonly Region[]): Uint8Array {
  const marked = new Uint8Array(tokens.count);
  regions.forEach(({ type }, region) => {
    const from = tokens.stops[region]! + 1;
    const to = tokens.stops[region + 1]!;
    const isHeadline = type === 'headline';
    if (
      (isHeadline || !isMark(tokens, to - 1, '.')) &&
      to - from > 2 &&
      to - from < 80 &&
      isTitleCase(tokens, from, to, isHeadline ? 2 : 6)
    )
      marked.fill(1, from, to);
  });
  return marked;
}

function isTitleCase(tokens: Tokens, from: number, to: number, enough: number): boolean {
  let capitals = 0;
  let lower = 0;
  for (let t = from; t < to; t++) {
    if (tokens.kind[t] === Kind.capital || tokens.kind[t] === Kind.upper) capitals++;
    else if (tokens.kind[t] === Kind.lower && tokens.end[t]! - tokens.start[t]! > 3) lower++;
  }
  return capitals > enough && lower <= capitals * 0.2;
}
