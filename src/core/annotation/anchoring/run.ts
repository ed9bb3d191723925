import type { Carried } from './carrying';
import type { Comparison } from './comparison';

/** The words around a passage that came along with it without a gap. */
export interface Run {
  readonly firstToken: number;
  readonly lastToken: number;
  /** Characters on either side of the passage; at an end of the old text no more could be asked for. */
  readonly before: number;
  readonly after: number;
  /** 2 where some of it stands only once in either text, 1 where that is so in some part of it. */
  readonly rare: number;
}

/** Characters of unchanged text without which a passage stands right beside a change. */
export const settled = 12;

/** Characters that a run is followed on either side. */
const reach = 400;

export function runAround({ toNew, moved, rare, oldTokens }: Comparison, carried: Carried): Run {
  let { firstToken, lastToken } = carried;
  const start = oldTokens.starts[firstToken]!;
  const end = oldTokens.ends[lastToken]!;
  const along = (i: number, step: 1 | -1): boolean =>
    toNew[i + step] === toNew[i]! + step && toNew[i + step] !== -1 && moved[i + step] === moved[i];
  while (firstToken > 0 && start - oldTokens.starts[firstToken]! < reach && along(firstToken, -1))
    firstToken--;
  while (lastToken + 1 < toNew.length && oldTokens.ends[lastToken]! - end < reach && along(lastToken, 1))
    lastToken++;
  let rarest = 0;
  for (let i = firstToken; i <= lastToken && rarest < 2; i++) rarest = Math.max(rarest, rare[i]!);
  return {
    firstToken,
    lastToken,
    before: firstToken === 0 ? reach : start - oldTokens.starts[firstToken]!,
    after: lastToken + 1 === toNew.length ? reach : oldTokens.ends[lastToken]! - end,
    rare: rarest,
  };
}

/** Words looked at on either side, and the share of repeated ones among them that is too many. */
const around = 60;
const tooMany = 0.3;

/** True where today's text says again elsewhere much of what stands around a passage: all of it may have its like. */
export function isRepeated({ repeats, toNew }: Comparison, carried: Carried): boolean {
  const counts = repeats();
  const from = Math.max(0, toNew[carried.firstToken]! - around);
  const to = Math.min(counts.length - 1, toNew[carried.lastToken]! + around);
  return counts[to]! - counts[from]! > tooMany * (to - from);
}

/** How rare the words of the passage are, each with those around it; see {@link Run.rare}. */
export function rarityOf({ rare }: Comparison, { firstToken, lastToken }: Carried): number {
  let rarest = 0;
  for (let i = firstToken; i <= lastToken && rarest < 2; i++) rarest = Math.max(rarest, rare[i]!);
  return rarest;
}

/** True where the words of the passage themselves stand elsewhere too in what is known of the old text. */
export function standsTwice(
  { oldTokens, oldWords }: Comparison,
  { firstToken, lastToken }: Carried,
): boolean {
  const near = oldTokens.starts[firstToken]!;
  const { places, all } = oldWords().find(oldTokens, firstToken, lastToken + 1, near, 20);
  return !all || places.some((place) => place !== firstToken);
}

/** Characters on either side that tell a passage from its likes. */
const telling = 16;

/** The passage with what tells it from its likes, as far as it came along: old tokens `[from, to)`. */
function tellingRun({ oldTokens }: Comparison, run: Run, carried: Carried): { from: number; to: number } {
  let from = carried.firstToken;
  let to = carried.lastToken + 1;
  const start = oldTokens.starts[from]!;
  const end = oldTokens.ends[to - 1]!;
  while (from > run.firstToken && start - oldTokens.starts[from]! < telling) from--;
  while (to <= run.lastToken && oldTokens.ends[to - 1]! - end < telling) to++;
  return { from, to };
}

/**
 * True where the old text had the passage's words, as far as they came along, yet elsewhere, and those are gone: then
 * it may be those that are left, and the passage that is gone.
 */
export function hasRival(comparison: Comparison, run: Run, carried: Carried): boolean {
  const { oldTokens, oldWords, toNew } = comparison;
  const { from, to } = tellingRun(comparison, run, carried);
  const { places, all } = oldWords().find(oldTokens, from, to, oldTokens.starts[from]!, 200);
  if (!all) return true;
  return places.some((place) => {
    if (place === from) return false;
    for (let i = 0; i < to - from; i++) {
      if (toNew[place + i] === -1 || (i > 0 && toNew[place + i] !== toNew[place + i - 1]! + 1)) return true;
    }
    return false;
  });
}

/** True where today's text has the passage's words elsewhere too, and nobody knows whence. */
export function hasTwin(comparison: Comparison, run: Run, carried: Carried): boolean {
  const { oldTokens, newWords, toNew, toOld } = comparison;
  const { from, to } = tellingRun(comparison, run, carried);
  const { places, all } = newWords().find(oldTokens, from, to, carried.span.start, 200);
  if (!all) return true;
  return places.some((place) => place !== toNew[from] && toOld[place] === -1);
}

/**
 * True where the passage, with the words on one side of it, stands a second time in new text right beside its run: that
 * may be the one that was there before, a little changed, and this one what was put in.
 */
export function hasTwinBeside(comparison: Comparison, run: Run, carried: Carried, within: number): boolean {
  const { toNew, alignedFrom, alignedTo, newTokens } = comparison;
  const { from, to } = tellingRun(comparison, run, carried);
  const end = carried.lastToken + 1;
  const probes = [
    { from, to: end },
    { from: carried.firstToken, to },
  ];
  // The bare passage says nothing where it is pinned by what follows, or what precedes; but right beside the change it may be either.
  const isPinned = run.before >= within || run.after >= within;
  const worthy = (side: number): readonly Stretch[] =>
    probes.filter((p) => !isPinned || side < settled || p.from < carried.firstToken || p.to > end);
  const next = alignedFrom[run.lastToken + 1]!;
  const previous = run.firstToken > 0 ? alignedTo[run.firstToken - 1]! : -1;
  const gaps = [
    run.after < within && {
      side: run.after,
      from: toNew[run.lastToken]! + 1,
      to: next < toNew.length ? toNew[next]! : newTokens.count,
    },
    run.before < within && {
      side: run.before,
      from: previous >= 0 ? toNew[previous]! + 1 : 0,
      to: toNew[run.firstToken]!,
    },
  ];
  return gaps.some(
    (gap) => gap && worthy(gap.side).some((probe) => standsIn(comparison, carried, probe, gap)),
  );
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** True where the old tokens of `probe` stand in today's text so that the passage among them lies within `gap`. */
function standsIn(comparison: Comparison, carried: Carried, probe: Stretch, gap: Stretch): boolean {
  const { oldTokens, newTokens, newWords } = comparison;
  const length = carried.lastToken + 1 - carried.firstToken;
  if (gap.to - gap.from < length) return false;
  const expected = newTokens.starts[gap.from] ?? 0;
  const { places } = newWords().find(oldTokens, probe.from, probe.to, expected, 50);
  return places.some((place) => {
    const start = place + carried.firstToken - probe.from;
    return start >= gap.from && start + length <= gap.to;
  });
}
