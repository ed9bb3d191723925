import { writesMonthFirst } from '../release/issuers';
import type { Region, Release, ReleaseMetadata } from '../release/release';
import { assemble } from './assemble';
import type { CompiledGazetteer } from './compileGazetteer';
import type { Finding } from './finding';
import type { Mention } from './mention';
import { findNameSpans, findingsOfNames, seamsOf } from './names';
import { addFinding, putFinding } from './reading';
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
import { findRepeatedNames } from './rules/repeatedNames';
import { findShortBodies } from './rules/shortBodies';
import { findShortTitles } from './rules/shortTitles';
import { resolve } from './resolve';
import { findShortForms } from './shortForms';
import { startReading } from './startReading';
import { tokenize } from './tokens';

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
  const dates = findDates(tokens, release.metadata.date, writesMonthFirst(release.metadata.issuer));
  const metadata = dated(release.metadata, dates);
  for (const finding of dates) addFinding(reading, finding);
  for (const finding of findingsOfNames(tokens, spans)) putFinding(reading, finding);
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
  findRepeatedNames(reading);
  findBuildings(reading);
  findAbbreviations(reading);
  findShortBodies(reading);
  findShortTitles(reading);
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
