import type { Span } from '../text/span';
import type { Finding } from './finding';
import type { Mention } from './mention';
import { titledAct } from './rules/titledInLower';
import { Kind, isMark, wordOf } from './tokens';
import type { Tokens } from './tokens';

/**
 * Makes mentions of findings: of two that cross, the stronger (then the longer) stays; of two on the same stretch, the stronger;
 * one inside another becomes nested. The result is ordered by start, the longer first, so parents stand before what they hold.
 */
export function assemble(tokens: Tokens, findings: readonly Finding[]): Mention[] {
  const kept = withoutCrossings(findings);
  const mentions: Mention[] = [];
  // What the finding at hand stands in, the longest first, with the mentions made of it.
  const open: Finding[] = [];
  const around: Mention[] = [];
  for (const finding of kept) {
    while (open.length > 0 && open[open.length - 1]!.to <= finding.from) {
      open.pop();
      around.pop();
    }
    const outer = open[open.length - 1];
    if (outer !== undefined && isPartOfName(tokens, finding, outer)) continue;
    const mention = mentionOf(tokens, finding, around[around.length - 1]);
    mentions.push(mention);
    open.push(finding);
    around.push(mention);
  }
  return mentions;
}

type Draft = { -readonly [Key in keyof Mention]: Mention[Key] };

// Built field by field: this runs for every mention of a corpus.
function mentionOf(tokens: Tokens, finding: Finding, parent: Span | undefined): Mention {
  const { candidates } = finding;
  const mention: Draft = {
    start: tokens.start[finding.from]!,
    end: tokens.end[finding.to - 1]!,
    type: finding.type,
    certain: finding.certain,
    reason: finding.reason,
  };
  if (candidates.length > 0) mention.entity = candidates[0]!;
  if (candidates.length > 1) mention.alternatives = candidates.slice(1);
  if (parent !== undefined) mention.parent = { start: parent.start, end: parent.end };
  if (finding.normalized !== undefined) mention.normalized = finding.normalized;
  if (finding.form !== undefined) mention.form = finding.form;
  if (finding.holder !== undefined) mention.holder = finding.holder;
  if (finding.rule !== undefined) mention.rule = finding.rule;
  return mention;
}

/**
 * Whether a finding inside another is not an entity of its own but a part of the same name: anything inside a place (`Asia` in
 * `Northeast Asia`) or a date, and a shorter name of the same type at one of its ends (`Security Council` in `UN Security Council`),
 * unless a preposition parts them (`Central Committee` of the `WPK`).
 */
function isPartOfName(tokens: Tokens, inner: Finding, outer: Finding): boolean {
  if (outer.type === 'date') return true;
  // `February 8 Vinalon Factory`: the day is a name there.
  if (
    inner.type === 'date' &&
    inner.from === outer.from &&
    /^(?:facility|organization|document)$/.test(outer.type)
  )
    return /^(?:\d{4}-\d\d-\d\d)?$/.test(inner.normalized ?? '');
  if (outer.type === 'place')
    return outer.to - outer.from <= 4 || inner.type !== 'place' || outer.reason === 'name';
  if (outer.type === 'person') return true;
  if (
    outer.reason === 'name' &&
    outer.type === 'organization' &&
    /^(?:document|event|facility)$/.test(inner.type)
  )
    return true;
  if (outer.type !== inner.type) return false;
  if (inner.candidates.length > 0 && inner.candidates[0] === outer.candidates[0]) return true;
  if (inner.from === outer.from) {
    const opensLonger = tokens.kind[inner.to] !== Kind.lower && inner.to < outer.to;
    return !(outer.type === 'organization' && opensLonger);
  }
  const before = tokens.kind[inner.from - 1]!;
  // `Democratic Party` in `Liberal Democratic Party of Russia`
  if (inner.to !== outer.to)
    return (
      outer.type === 'organization' &&
      before === Kind.capital &&
      (outer.reason === 'name' || /^(?:Supreme|Higher)$/.test(wordOf(tokens, inner.from - 1)))
    );
  return (
    before === Kind.capital ||
    before === Kind.upper ||
    (before === Kind.mark && !isMark(tokens, inner.from - 1, ',')) ||
    // `Law On … the | Treaty of Friendship …`: what it is about is a document of its own.
    (outer.type === 'document' &&
      !(before === Kind.lower && (outer.strength === titledAct || inner.reason === 'name'))) ||
    outer.type === 'event'
  );
}

/**
 * Stronger findings claim their stretch; a weaker one that crosses a claimed edge, or repeats a claimed stretch, is dropped. Most
 * findings touch no other; only those that overlap are compared.
 */
function withoutCrossings(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: Finding[] = [];
  for (let i = 0, next = 0; i < sorted.length; i = next) {
    let reach = sorted[i]!.to;
    for (next = i + 1; next < sorted.length && sorted[next]!.from < reach; next++)
      reach = Math.max(reach, sorted[next]!.to);
    if (next === i + 1) kept.push(sorted[i]!);
    else settle(sorted.slice(i, next), kept);
  }
  return kept;
}

/** Adds to `kept` what stays of findings that overlap, in the order of the text. */
function settle(cluster: Finding[], kept: Finding[]): void {
  cluster.sort((a, b) => b.strength - a.strength || b.to - b.from - (a.to - a.from) || a.from - b.from);
  const stays = cluster.length > fewFindings ? settleMany(cluster) : settleFew(cluster);
  stays.sort((a, b) => a.from - b.from || b.to - a.to);
  for (const finding of stays) kept.push(finding);
}

/** As many findings are compared each with each; more are looked up by where they begin. */
const fewFindings = 16;

function settleFew(cluster: readonly Finding[]): Finding[] {
  const stays: Finding[] = [];
  for (const finding of cluster) if (!stays.some((other) => clash(finding, other))) stays.push(finding);
  return stays;
}

function settleMany(cluster: readonly Finding[]): Finding[] {
  const stays: Finding[] = [];
  const startsAt = new Map<number, Finding[]>();
  let longest = 0;
  for (const finding of cluster) {
    if (clashesWithAny(finding, startsAt, longest)) continue;
    stays.push(finding);
    longest = Math.max(longest, finding.to - finding.from);
    const list = startsAt.get(finding.from);
    if (list) list.push(finding);
    else startsAt.set(finding.from, [finding]);
  }
  return stays;
}

function clashesWithAny(
  finding: Finding,
  startsAt: ReadonlyMap<number, readonly Finding[]>,
  longest: number,
): boolean {
  for (let from = finding.from - longest + 1; from < finding.to; from++)
    if (startsAt.get(from)?.some((other) => clash(finding, other))) return true;
  return false;
}

/** Whether two findings are of one stretch, or cross. */
function clash(a: Finding, b: Finding): boolean {
  if (a.to <= b.from || b.to <= a.from) return false;
  if (a.from === b.from && a.to === b.to) return true;
  const inside = b.from >= a.from && b.to <= a.to;
  const around = b.from <= a.from && b.to >= a.to;
  return !inside && !around;
}
