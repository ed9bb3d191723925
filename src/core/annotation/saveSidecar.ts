import { inWords, sentence } from '../text/message';
import { FileError, noLock, type FileStamp, type FileSystem, type OpenDocument } from './fileSystem';
import { mergeSidecarFiles, type MergeConflict } from './merge';
import { newSidecar } from './sidecar';
import { readSidecar } from './readSidecar';
import type { SidecarFile } from './sidecarFile';

/** What saving needs of the host. */
export interface SaveHost {
  readonly files: FileSystem;
  /** The sidecar where it is open in an editor: the edit goes through that. */
  readonly openDocument?: (path: string) => OpenDocument | undefined;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** In `[0, 1)`; names temporary files. */
  readonly random: () => number;
  /** Keeps a whole sidecar safe before it is written in place, where it can't be replaced in one step. */
  readonly backup?: (path: string, text: string) => Promise<void>;
}

/** A sidecar that is there but can't be read, so that nothing may be written to it. */
export class UnreadableSidecar extends Error {
  constructor(readonly file: SidecarFile) {
    super(inWords(file.problems[0]?.message ?? sentence('This sidecar can’t be written to.')));
  }
}

export interface SavedSidecar {
  /** What is on disk now. */
  readonly file: SidecarFile;
  readonly conflicts: readonly MergeConflict[];
  /** What was on disk before, where somebody else had changed it. */
  readonly theirs?: SidecarFile;
  /** Of the file that was written, before it took its place. */
  readonly stamp?: FileStamp;
  /** It was written where nothing kept others from writing at the same moment. */
  readonly unguarded?: boolean;
}

/** What is known to be on disk. */
export interface KnownSidecar {
  /** `undefined`: no file. */
  readonly file: SidecarFile | undefined;
  /** While the file has this stamp it needn't be read again. */
  readonly stamp?: FileStamp;
}

const attempts = 5;
/** git takes a file away and writes it anew: it isn't gone until it stays gone. */
const goneAfter = [20, 60, 120];

/**
 * Writes `ours` over the sidecar at `path`. `known` is what was last read or written there. Whatever somebody else wrote in
 * the meantime is merged in. Either the old or the new content is on disk at every moment, where the file system can rename. Where
 * nothing can be locked, the file is compared right before it is replaced, and read again after that.
 * Throws `FileError` or `UnreadableSidecar`; the file is then as it was.
 */
export async function saveSidecar(
  host: SaveHost,
  path: string,
  known: KnownSidecar,
  ours: SidecarFile,
): Promise<SavedSidecar> {
  const lock = (await host.files.lock?.(path)) ?? noLock;
  try {
    for (let attempt = 1; ; attempt++) {
      const saved = await attemptSave(host, path, known, ours, lock.keepsAll);
      if (saved) return lock.keepsAll ? saved : { ...saved, unguarded: true };
      if (attempt === attempts) throw new FileError('busy', 'Another program keeps changing the file.');
      await host.wait(20 * attempt);
    }
  } finally {
    await lock.release();
  }
}

/** `undefined` where the file changed while it was being written. */
async function attemptSave(
  host: SaveHost,
  path: string,
  { file: known, stamp: knownStamp }: KnownSidecar,
  ours: SidecarFile,
  guarded: boolean,
): Promise<SavedSidecar | undefined> {
  const document = host.openDocument?.(path);
  const stamp = document ? undefined : await host.files.stat(path);
  const source = document
    ? document.text
    : knownStamp?.key !== undefined && sameStamp(stamp, knownStamp)
      ? known?.source
      : await readSteadily(host, path, known);
  const theirs = theirVersion(source, known);
  if (theirs && !theirs.writable) throw new UnreadableSidecar(theirs);
  const merged =
    theirs === known || theirs === undefined
      ? { file: ours, conflicts: [] }
      : mergeSidecarFiles(known ?? readSidecar(newSidecar('')), ours, theirs);
  const saved = { ...merged, ...(theirs && theirs !== known ? { theirs } : {}) };
  if (merged.file.source === source) return saved;
  if (document) {
    if (!(await document.replace(merged.file.source)))
      throw new FileError('busy', 'The editor that has the file open refused the change.');
    return saved;
  }
  const isAsRead = async (): Promise<boolean> => guarded || (await host.files.read(path)) === source;
  const written = await replaceFile(host, path, merged.file.source, stamp, guarded, isAsRead);
  if (!written) return undefined;
  // Who wrote at the same moment may have written over it: then theirs is merged in, in another attempt.
  if (!guarded && (await host.files.read(path)) !== merged.file.source) return undefined;
  return { ...saved, ...written };
}

/** A file that is gone or empty is looked at again before that is believed. */
export async function readSteadily(
  host: Pick<SaveHost, 'files' | 'wait'>,
  path: string,
  known: SidecarFile | undefined,
): Promise<string | undefined> {
  let source = await host.files.read(path);
  for (const delay of goneAfter) {
    if (!known || (source !== undefined && source !== '')) break;
    await host.wait(delay);
    source = await host.files.read(path);
  }
  return source;
}

/**
 * What somebody else made of the file. One that was deleted says that its annotations are deleted; one that was emptied says nothing:
 * programs that die while writing leave empty files.
 */
export function theirVersion(
  source: string | undefined,
  known: SidecarFile | undefined,
): SidecarFile | undefined {
  if (source === known?.source) return known;
  if (source === undefined)
    return known && readSidecar(newSidecar(known.sidecar?.release ?? '', known.sidecar?.text));
  return source.trim() === '' ? known : readSidecar(source);
}

/** The file that takes a sidecar's place when it is complete. Under a lock nobody else writes it, and one left by a crash is used up. */
function temporaryPath({ random }: Pick<SaveHost, 'random'>, path: string, guarded: boolean): string {
  return guarded ? `${path}.tmp` : `${path}.${random().toString(36).slice(2, 10)}.tmp`;
}

async function replaceFile(
  host: SaveHost,
  path: string,
  text: string,
  before: FileStamp | undefined,
  guarded: boolean,
  isAsRead: () => Promise<boolean>,
): Promise<{ readonly stamp?: FileStamp } | undefined> {
  const { files } = host;
  const temporary = temporaryPath(host, path, guarded);
  try {
    await files.write(temporary, text, path);
  } catch (error) {
    await files.delete(temporary).catch(() => undefined);
    // A folder that takes no new files may still hold a file that can be written.
    if (!before || !isOf(error, ['no-permission', 'read-only'])) throw error;
    return writeInPlace(host, path, text);
  }
  const stamp = await files.stat(temporary);
  if (!sameStamp(await files.stat(path), before) || !(await isAsRead())) {
    await files.delete(temporary);
    return undefined;
  }
  try {
    await files.rename(temporary, path);
  } catch (error) {
    if (!isOf(error, ['no-permission', 'busy', 'other'])) throw error;
    await writeInPlace(host, path, text);
    await files.delete(temporary).catch(() => undefined);
    return {};
  }
  return stamp ? { stamp } : {};
}

function sameStamp(a: FileStamp | undefined, b: FileStamp | undefined): boolean {
  return a?.size === b?.size && a?.modified === b?.modified && a?.key === b?.key;
}

async function writeInPlace(host: SaveHost, path: string, text: string): Promise<object> {
  await host.backup?.(path, text);
  await host.files.write(path, text);
  return {};
}

function isOf(error: unknown, codes: readonly string[]): boolean {
  return error instanceof FileError && codes.includes(error.code);
}
