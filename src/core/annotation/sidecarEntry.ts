import type { FileStamp } from './fileSystem';
import type { MergeConflict } from './merge';
import type { SaveProblem } from './saveProblem';
import type { SidecarFile } from './sidecarFile';

/** What the store holds of one sidecar. */
export interface SidecarEntry {
  readonly path: string;
  /** As last read or written; absent where there is no file. */
  known: SidecarFile | undefined;
  /** Of `known`, where it is sure. */
  stamp?: FileStamp;
  /** `known` with all edits. */
  current: SidecarFile;
  problem?: SaveProblem;
  conflicts: readonly MergeConflict[];
  /** Saves run one after the other. */
  queue: Promise<unknown>;
  readonly record: string;
  recorded: boolean;
  /** It is being looked at again after a save without a lock. */
  looking?: boolean;
  /** The last save, where nothing kept others from writing at the same moment. */
  lastSave?: { readonly before: SidecarFile; readonly after: SidecarFile; readonly at: number };
}

/** The disk has it all; or there is no file, and nothing to write into one. */
export function isSaved({ known, current }: SidecarEntry): boolean {
  return known ? current === known : current.items.length === 0;
}

export function recordName(path: string): string {
  return path
    .replace(/^.*[/\\]/, '')
    .replace(/[^\w.-]+/g, '_')
    .slice(-80);
}
