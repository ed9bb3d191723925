import type { Span } from '../text/span';
import type { EntityType } from './entity';

/** Why a mention was recognised. */
export type MentionReason = 'name' | 'short-form' | 'rule' | 'person';

/** A span of a release that names an entity. Offsets are UTF-16 code units of the text as given. */
export interface Mention extends Span {
  readonly type: EntityType;
  /** Id of the entity, where it is known. */
  readonly entity?: string;
  /** Entities the same words could also name, best first; given where the choice was doubtful. */
  readonly alternatives?: readonly string[];
  /** The longer mention this one stands in. */
  readonly parent?: Span;
  /** ISO date or `start/end` interval that a date stands for. */
  readonly normalized?: string;
  /** `demonym`: an adjective or inhabitants' name (`Russian`); `compound`: half of `DPRK-Russia`. */
  readonly form?: 'demonym' | 'compound';
  /** Of a role: id of the person whom the text says, or the office list knows, to hold it. */
  readonly holder?: string;
  /** False for what a rule found and no list or person has confirmed. */
  readonly certain: boolean;
  readonly reason: MentionReason;
  /** Name of the rule that found it, for `reason: 'rule'` and `'short-form'`. */
  readonly rule?: string;
}
