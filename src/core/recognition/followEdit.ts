import type { Region, Release } from '../release/release';
import { replacement, type Edit } from '../text/edit';
import { compareSpans, overlaps, type Span } from '../text/span';
import type { CompiledGazetteer } from './compileGazetteer';
import type { Mention } from './mention';
import { recognize } from './recognize';

/** A release with who and what it speaks of. */
export interface ReadText {
  readonly release: Release;
  readonly mentions: readonly Mention[];
}

/** Longer paragraphs are not read again at each edit. */
const longestParagraph = 20_000;

/**
 * What was read of a text, after it has become `text` by an edit: everything outside the edit is shifted, and the paragraphs it touches
 * are read again by themselves, so that a keystroke in a text of any length costs about a paragraph. It is what reading anew gives,
 * but for what the edit changes elsewhere (layout, dates, short forms of a name that came or went): read anew when typing pauses.
 */
export function followEdit(before: ReadText, text: string, gazetteer: CompiledGazetteer): ReadText {
  const edit = replacement(before.release.text, text);
  const { metadata } = before.release;
  const regions = followedRegions(before.release.regions, edit);
  const inserted = { start: edit.start, end: edit.start + edit.insertedLength };
  const touched = regions.filter(
    (region) => region.type !== 'boilerplate' && region.start <= inserted.end && inserted.start <= region.end,
  );
  const kept = followedMentions(before.mentions, edit);
  const size = touched.reduce((sum, { start, end }) => sum + end - start, 0);
  const mentions =
    touched.length === 0 || size > longestParagraph
      ? kept
      : merged(kept, recognize({ text, regions: touched, metadata }, gazetteer), touched);
  return { release: { text, regions, metadata }, mentions };
}

function followedRegions(regions: readonly Region[], edit: Edit): readonly Region[] {
  const followed: Region[] = [];
  let reach = 0;
  for (const region of regions) {
    const start = Math.max(reach, followedStart(region.start, edit));
    const end = followedEnd(region.end, edit);
    if (start >= end) continue;
    reach = end;
    const hardBreaks = region.hardBreaks
      ?.filter((at) => at < edit.start || at >= edit.end)
      .map((at) => followedEnd(at, edit))
      .filter((at) => at > start && at < end);
    followed.push({ type: region.type, start, end, ...(hardBreaks?.length ? { hardBreaks } : {}) });
  }
  return followed;
}

/** What is typed right before a stretch belongs to it; a start that was deleted is behind what was typed instead. */
function followedStart(at: number, edit: Edit): number {
  if (at <= edit.start) return at;
  return at >= edit.end ? at + shiftOf(edit) : edit.start + edit.insertedLength;
}

function followedEnd(at: number, edit: Edit): number {
  if (at < edit.start) return at;
  return at >= edit.end ? at + shiftOf(edit) : edit.start + edit.insertedLength;
}

function shiftOf(edit: Edit): number {
  return edit.insertedLength - (edit.end - edit.start);
}

/** The mentions that an edit leaves whole, with their parents, where they are now. */
function followedMentions(mentions: readonly Mention[], edit: Edit): Mention[] {
  const shift = shiftOf(edit);
  const followed: Mention[] = [];
  for (const mention of mentions) {
    const around = mention.parent ?? mention;
    if (around.end < edit.start) followed.push(mention);
    else if (around.start > edit.end) followed.push(shifted(mention, shift));
  }
  return followed;
}

function shifted(mention: Mention, shift: number): Mention {
  if (shift === 0) return mention;
  const { start, end, parent } = mention;
  const moved = { ...mention, start: start + shift, end: end + shift };
  return parent === undefined
    ? moved
    : { ...moved, parent: { start: parent.start + shift, end: parent.end + shift } };
}

/**
 * What was found anew takes the place of what stood in the paragraphs touched, but for what only the whole text tells: which of several
 * bearers a name means, and whom a short form.
 */
function merged(
  kept: readonly Mention[],
  found: readonly Mention[],
  touched: readonly Span[],
): readonly Mention[] {
  const isNear = (mention: Mention): boolean => touched.some((region) => overlaps(region, mention));
  const near = kept.filter(isNear);
  const known = new Map(near.map((mention) => [keyOf(mention), mention]));
  const fresh = found.map((mention) => known.get(keyOf(mention)) ?? mention);
  const shortForms = near.filter(
    (mention) => mention.reason === 'short-form' && !found.some((other) => overlaps(other, mention)),
  );
  const far = kept.filter((mention) => !isNear(mention));
  return [...far, ...fresh, ...shortForms].sort(compareSpans);
}

function keyOf({ start, end, type, parent }: Mention): string {
  return `${start} ${end} ${type} ${parent?.start} ${parent?.end}`;
}
