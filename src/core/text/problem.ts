import type { Message } from './message';
import type { Span } from './span';

/** Something wrong in a file of the corpus, told so that a person can mend it. */
export interface Problem {
  /** Stable name of the rule that found it, e.g. `sidecar/duplicate-id`. */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information';
  /** What happened and what to do. */
  readonly message: Message;
  /** Where, in UTF-16 code units of the file's own source text. */
  readonly span: Span;
}
