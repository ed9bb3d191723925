import type { Span } from '../text/span';
import type { Mention } from './mention';

/** A mention as a person annotated it. Offsets in the same unit as the predictions it is compared with. */
export interface GoldMention extends Span {
  readonly type: string;
  readonly entity?: string;
  readonly wikidata?: string;
  /** `optional`: careful annotators would differ, so a prediction equal to it is neither right nor wrong. */
  readonly level: 'core' | 'optional';
  readonly nested: boolean;
}

export interface GoldRelease {
  readonly mentions: readonly GoldMention[];
  /** Stretches in which predictions are not counted. */
  readonly ignored: readonly Span[];
}

/** Right, wrong and missed predictions. */
export interface Count {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

export interface Score extends Count {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Counts by type; `links`: of the right mentions that gold and prediction both link, how many are linked alike. */
export interface Tally {
  readonly all: ReadonlyMap<string, Count>;
  readonly flat: ReadonlyMap<string, Count>;
  readonly links: { readonly right: number; readonly wrong: number };
}

export const emptyTally: Tally = { all: new Map(), flat: new Map(), links: { right: 0, wrong: 0 } };

/**
 * Strict comparison of start, end and type. `wikidata` tells the Wikidata id of a predicted entity; `isNamed` whether the gold's id
 * is one of its names in kebab case, as gold made without the gazetteer writes it (`kiev`).
 */
export function tally(
  gold: GoldRelease,
  predicted: readonly Mention[],
  wikidata: (entity: string) => string | undefined = () => undefined,
  isNamed: (entity: string, id: string) => boolean = () => false,
): Tally {
  const all = new Map<string, Count>();
  const flat = new Map<string, Count>();
  let rightLinks = 0;
  let wrongLinks = 0;
  const key = (mention: Span & { readonly type: string }): string =>
    `${mention.start} ${mention.end} ${mention.type}`;
  const found = new Map(predicted.map((mention) => [key(mention), mention]));
  const known = new Set(gold.mentions.map(key));
  for (const mention of gold.mentions) {
    if (mention.level === 'optional') continue;
    const match = found.get(key(mention));
    const outcome = match === undefined ? 'missed' : 'right';
    bump(all, mention.type, outcome);
    if (!mention.nested) bump(flat, mention.type, outcome);
    const alike =
      match?.entity === undefined ? undefined : isLinkedAlike(mention, match.entity, wikidata, isNamed);
    if (alike === true) rightLinks++;
    else if (alike === false) wrongLinks++;
  }
  for (const mention of predicted) {
    if (
      known.has(key(mention)) ||
      gold.ignored.some((span) => span.start <= mention.start && mention.end <= span.end)
    )
      continue;
    bump(all, mention.type, 'wrong');
    if (mention.parent === undefined) bump(flat, mention.type, 'wrong');
  }
  return { all, flat, links: { right: rightLinks, wrong: wrongLinks } };
}

/** By Wikidata id where both have one, else by entity id; undefined where the gold links to nothing. */
function isLinkedAlike(
  mention: GoldMention,
  entity: string,
  wikidata: (entity: string) => string | undefined,
  isNamed: (entity: string, id: string) => boolean,
): boolean | undefined {
  const id = wikidata(entity);
  if (mention.wikidata !== undefined && id !== undefined) return mention.wikidata === id;
  if (mention.entity === undefined) return undefined;
  return mention.entity === entity || isNamed(entity, mention.entity);
}

export function addTallies(a: Tally, b: Tally): Tally {
  return {
    all: addCounts(a.all, b.all),
    flat: addCounts(a.flat, b.flat),
    links: { right: a.links.right + b.links.right, wrong: a.links.wrong + b.links.wrong },
  };
}

function addCounts(a: ReadonlyMap<string, Count>, b: ReadonlyMap<string, Count>): Map<string, Count> {
  const sum = new Map(a);
  for (const [type, count] of b) sum.set(type, plus(sum.get(type), count));
  return sum;
}

function plus(a: Count = { right: 0, wrong: 0, missed: 0 }, b: Count): Count {
  return { right: a.right + b.right, wrong: a.wrong + b.wrong, missed: a.missed + b.missed };
}

function bump(counts: Map<string, Count>, type: string, outcome: keyof Count): void {
  const count = counts.get(type) ?? { right: 0, wrong: 0, missed: 0 };
  counts.set(type, { ...count, [outcome]: count[outcome] + 1 });
}

/** Precision, recall and F1 of a count; a ratio of nothing is 0. */
export function scoreOf(count: Count): Score {
  const precision = count.right / (count.right + count.wrong || 1);
  const recall = count.right / (count.right + count.missed || 1);
  const f1 = (2 * count.right) / (2 * count.right + count.wrong + count.missed || 1);
  return { ...count, precision, recall, f1 };
}

/** Scores by type, of all types together (`total`), and the mean F1 over the types (`meanF1`). */
export function scoresOf(counts: ReadonlyMap<string, Count>): {
  readonly types: Readonly<Record<string, Score>>;
  readonly total: Score;
  readonly meanF1: number;
} {
  const types = Object.fromEntries(
    [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, count]) => [type, scoreOf(count)]),
  );
  const total = scoreOf(
    [...counts.values()].reduce((sum, count) => plus(sum, count), { right: 0, wrong: 0, missed: 0 }),
  );
  const f1s = Object.values(types).map((score) => score.f1);
  return { types, total, meanF1: f1s.reduce((sum, f1) => sum + f1, 0) / (f1s.length || 1) };
}
