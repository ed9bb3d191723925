import { mergeSidecarFiles } from './merge';
import { readSidecar } from './readSidecar';
import { saveProblem } from './saveProblem';
import { theirVersion, UnreadableSidecar } from './saveSidecar';
import { newSidecar } from './sidecar';
import { isSaved, type SidecarEntry } from './sidecarEntry';
import type { SidecarFile } from './sidecarFile';

/** Without locks two windows may write at once and one overwrite the other: for so long it is looked for, in milliseconds. */
const raceWindow = 3000;

/**
 * Takes in what somebody else wrote, by id and beside what is not saved yet. `source` is the sidecar as it is now, `undefined` where it
 * is gone. False where that says nothing new.
 */
export function takeIn(entry: SidecarEntry, source: string | undefined, now: Date): boolean {
  if (source?.trim() === '' && entry.known) {
    // Emptied by a program that died while writing: what was there is written again.
    entry.known = undefined;
    return false;
  }
  const theirs = theirVersion(source, entry.known);
  if (theirs === entry.known && !entry.problem) return false;
  if (theirs && !theirs.writable) {
    entry.problem = saveProblem(entry.path, new UnreadableSidecar(theirs));
    return true;
  }
  if (entry.problem?.kind === 'unreadable') delete entry.problem;
  const common = commonVersion(entry, theirs, now);
  const raced = common === entry.lastSave?.before;
  if (theirs && isSaved(entry) && !raced) entry.current = theirs;
  else if (theirs && theirs !== entry.known) {
    const merged = mergeSidecarFiles(common, entry.current, theirs);
    entry.current = merged.file;
    entry.conflicts = [...entry.conflicts, ...merged.conflicts];
  }
  entry.known = source === undefined ? undefined : theirs;
  delete entry.stamp;
  return true;
}

/**
 * The version that both we and they started from: usually the last one known. What was written by somebody who hadn't seen our last
 * save, just then, started from the one before.
 */
function commonVersion(entry: SidecarEntry, theirs: SidecarFile | undefined, now: Date): SidecarFile {
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
