import type { Span } from '../../text/span';

/**
 * How far the capitals of a text may differ from those of a name.
 *
 * - `exact`: not at all. For abbreviations and short names (`US` is not `us`, `IT` is not `it`).
 * - `raise`: a text may add capitals, as headlines do (`KIM JONG UN`, `Special Military Operation`), but never
 *   drop one.
 * - `ignore`: capitals don't matter (`foreign minister`, `Foreign Minister`).
 */
export type CaseRule = 'exact' | 'raise' | 'ignore';

/**
 * Whether a name may be recognised where stripped markup left it stuck to its neighbours.
 *
 * - `none`: never.
 * - `capital`: where a change of case shows the seam (`ComradeKim Jong Un`, `ofKim Jong Un`).
 * - `word`: also in front of a lower-case word (`Kim Jong Unwho`, `Kim Il Sungvisited`).
 */
export type GlueRule = 'none' | 'capital' | 'word';

/** One spelling of one entity, to be looked for. */
export interface NameEntry {
  readonly text: string;
  /** Left out: `caseRuleFor(text)`. */
  readonly caseRule?: CaseRule;
  /** Left out: `glueRuleFor(text)`. */
  readonly glue?: GlueRule;
}

/** A place where a name stands. Offsets are UTF-16 code units of the text searched. */
export interface NameHit extends Span {
  /** Positions in the list given to `compileNames` of every entry that this place spells; at least one. */
  readonly entries: readonly number[];
  /** The hit that this one stands in, as a position in the list of hits; -1 for a flat hit. Flat hits never overlap. */
  readonly parent: number;
}
