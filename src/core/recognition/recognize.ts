import type { Release } from '../release/release';
import type { Span } from '../text/span';
import { assemble } from './assemble';
import type { CompiledGazetteer } from './compileGazetteer';
import type { Mention } from './mention';
import { findNameSpans, findingsOfNames, seamsOf } from './names';
import { findDates } from './rules/dates';
import { tokenize } from './tokens';

/**
 * Finds who and what a release speaks of: names of the gazetteer, and what rules find that no list holds (`certain: false`).
 * Mentions are ordered by start, the longer first; flat ones (without `parent`) never overlap; none lies in boilerplate.
 * Offsets are UTF-16 code units of `release.text`. Never throws, and takes time linear in the text.
 */
export function recognize(release: Release, gazetteer: CompiledGazetteer): readonly Mention[] {
  const stretches = readableStretches(release);
  const spans = findNameSpans(release.text, stretches, gazetteer);
  const tokens = tokenize(release.text, stretches, seamsOf(spans));
  const names = findingsOfNames(tokens, spans);
  const dates = findDates(tokens, release.metadata.date);
  return assemble(tokens, [...names, ...dates]);
}

/** The regions a mention may stand in: all but boilerplate; the whole text where no region is known. */
function readableStretches(release: Release): readonly Span[] {
  if (release.regions.length === 0) return [{ start: 0, end: release.text.length }];
  return release.regions.filter((region) => region.type !== 'boilerplate');
}
