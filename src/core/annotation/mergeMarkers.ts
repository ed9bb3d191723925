import { sentence } from '../text/message';
import { mergeSidecars, type MergedSource } from './merge';

/** The versions that git left between its markers, whole files each. */
export interface MarkedSides {
  readonly ours: string;
  readonly theirs: string;
  /** Only with `merge.conflictStyle` diff3 or zdiff3. */
  readonly base?: string;
}

/** Takes a file with merge markers apart; `undefined` where they don't fit together. */
export function splitMergeMarkers(source: string): MarkedSides | undefined {
  const sides = { ours: '', base: '', theirs: '' };
  let at: 'all' | 'ours' | 'base' | 'theirs' = 'all';
  let hunks = 0;
  let based = 0;
  for (const line of source.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const marker = /^(<{7}|\|{7}|={7}|>{7})(?:\s.*)?\r?\n?$/.exec(line)?.[1]?.[0];
    if (marker === '<' && at === 'all') [at, hunks] = ['ours', hunks + 1];
    else if (marker === '|' && at === 'ours') [at, based] = ['base', based + 1];
    else if (marker === '=' && (at === 'ours' || at === 'base')) at = 'theirs';
    else if (marker === '>' && at === 'theirs') at = 'all';
    else if (marker === '<' || marker === '>') return undefined;
    else if (at === 'all') {
      sides.ours += line;
      sides.base += line;
      sides.theirs += line;
    } else sides[at] += line;
  }
  if (at !== 'all' || hunks === 0) return undefined;
  return based === hunks ? sides : { ours: sides.ours, theirs: sides.theirs };
}

/**
 * Merges both sides of a sidecar with merge markers by annotation id. Hand in the common ancestor where git still has it
 * (`git show :1:<path>`): without it a passage deleted on one side comes back, and fields that differ are kept twice.
 */
export function resolveMergeMarkers(source: string, ancestor?: string): MergedSource {
  const sides = splitMergeMarkers(source);
  if (!sides) {
    const message = sentence(
      'The merge markers of this file don’t fit together. Take the file from one branch (`git checkout --theirs`), or mend it by hand.',
    );
    return {
      conflicts: [],
      problems: [{ rule: 'sidecar/merge-markers', severity: 'error', message, span: { start: 0, end: 0 } }],
    };
  }
  return mergeSidecars(ancestor ?? sides.base ?? '', sides.ours, sides.theirs);
}
