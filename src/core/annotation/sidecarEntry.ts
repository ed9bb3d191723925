import type { FileStamp } from './fileSystem';
import type { MergeConflict } from './merge';
import type { SaveProblem } from './saveProblem';
import { newSidecar } from './sidecar';
import { readSidecar } from './readSidecar';
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

/** Without locks two windows may write at once and one overwrite the other: for so long it is looked for, in milliseconds. */
const raceWindow = 3000;

/** The disk has it all; or there is no file, and nothing to write into one. */
export function isSaved({ known, current }: SidecarEntry): boolean {
  return known ? current === known : current.items.length === 0;
}

/**
 * The version that both we and they started from: usually the last one known. What was written by somebody who hadn't seen our last
 * save, just then, started from the one before.
 */
export function commonVersion(entry: SidecarEntry, theirs: SidecarFile | undefined, now: Date): SidecarFile {
  const { lastSave } = entry;
  if (lastSave && theirs && now.getTime() - lastSave.at < raceWindow) {
    const seen = new Set(theirs.items.map((item) => `${item.id} ${item.text}`));
    const old = new Set(lastSave.before.items.map((item) => `${item.id} ${item.text}`));
    const own = lastSave.after.items
      .map((item) => `${item.id} ${item.text}`)
      .filter((item) => !old.has(item));
    if (own.length > 0 && !own.some((item) => seen.has(item))) return lastSave.before;
  }
  return entry.known ?? readSidecar(newSidecar(''));
}

export function recordName(path: string): string {
  return path
    .replace(/^.*[/\\]/, '')
    .replace(/[^\w.-]+/g, '_')
    .slice(-80);
}
