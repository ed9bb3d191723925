import type { EntityType } from './entity';
import type { MentionReason } from './mention';

/** A mention in the making: a stretch of tokens `[from, to)` with what is known of it. */
export interface Finding {
  from: number;
  to: number;
  type: EntityType;
  reason: MentionReason;
  rule?: string;
  /** Ids of the entities the words may name, best first. */
  candidates: readonly string[];
  certain: boolean;
  normalized?: string;
  form?: 'demonym' | 'compound';
  holder?: string;
  /** Where two findings cross, the stronger stays. */
  strength: number;
}
