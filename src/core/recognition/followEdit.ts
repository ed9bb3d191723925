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
    if (region.end < edit.start) {
      followed.push(region);
      continue;
    }
    const start = Math.max(reach, followedStart(region.start, edit));
    const end = followedEnd(region.end, edit);
    if (start >= end) continue;
    reach = end;
    const { type } = region;
    if (region.hardBreaks === undefined) followed.push({ type, start, end });
    else {
      const hardBreaks = region.hardBreaks
        .filter((at) => at < edit.start || at >= edit.end)
        .map((at) => followedEnd(at, edit))
        .filter((at) => at > start && at < end);
      followed.push({ type, start, end, ...(hardBreaks.length > 0 ? { hardBreaks } : {}) });
    }
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
  const first = touched[0]!.start;
  const last = touched[touched.length - 1]!.end;
  const from = kept.findIndex(({ end }) => end > first);
  const behind = kept.findIndex(({ start }) => start >= last);
  const to = behind < 0 ? kept.length : behind;
  const near = from < 0 ? [] : kept.slice(from, to);
  const known = new Map(near.map((mention) => [keyOf(mention), mention]));
  const fresh = found.map((mention) => known.get(keyOf(mention)) ?? mention);
  const others = near.filter(
    (mention) =>
      !touched.some((region) => overlaps(region, mention)) ||
      (mention.reason === 'short-form' && !found.some((other) => overlaps(other, mention))),
  );
  const here = [...fresh, ...others].sort(compareSpans);
  return from < 0 ? [...kept, ...here] : [...kept.slice(0, from), ...here, ...kept.slice(to)];
}

function keyOf({ start, end, type, parent }: Mention): string {
  return `${start} ${end} ${type} ${parent?.start} ${parent?.end}`;
}
