import type { Message } from '../../text/message';
import type { Problem } from '../../text/problem';
import type { Span } from '../../text/span';
import type { CodebookEdit } from '../codebookTree';
import type { SidecarEdit } from '../sidecarEdit';
import { levelOf, type RuleLevel } from './rules';

/** What mends a finding, for a person to choose. */
export interface Fix {
  readonly title: Message;
  readonly sidecar?: readonly SidecarEdit[];
  readonly codebook?: readonly CodebookEdit[];
  /** Merge both sides of a file with merge markers. */
  readonly resolveMarkers?: true;
}

/** A problem of a file of the corpus, with what mends it: the one most likely wanted first. */
export interface Finding extends Problem {
  readonly fixes: readonly Fix[];
  /** The annotation it is about. */
  readonly annotation?: string;
  /** The code it is about. */
  readonly code?: string;
  /** The passage it is about: UTF-16 offsets of the release's text. */
  readonly passage?: Span;
}

export type Levels = Readonly<Record<string, RuleLevel>>;

/** Findings and problems at the levels that a corpus gives their rules; without those that are off. */
export function atLevels<T extends Problem>(found: readonly T[], levels: Levels): T[] {
  return found.flatMap((problem) => {
    const level = levelOf(problem.rule, levels);
    return level === 'off' ? [] : [{ ...problem, severity: level }];
  });
}
