import type { Annotation } from './annotation';
import type { FileSystem } from './fileSystem';
import { mergeSidecars } from './merge';
import { readSidecar } from './readSidecar';
import { applyEdits } from './sidecarEdit';
import type { SidecarFile } from './sidecarFile';

/** Where a host keeps what isn't saved yet, by name: a folder that is there even if a corpus is not. */
export interface RecoveryFiles {
  /** Names of records whose program has ended. */
  list(): Promise<readonly string[]>;
  read(name: string): Promise<string | undefined>;
  write(name: string, text: string): Promise<void>;
  delete(name: string): Promise<void>;
}

/** Annotations of one sidecar that were changed and may not have been saved. */
export interface RecoveryRecord {
  readonly version: 1;
  /** The sidecar's path, as its host names it. */
  readonly path: string;
  /** ISO instant. */
  readonly saved: string;
  /** A sidecar with the annotations concerned as they were; blank for none. */
  readonly base: string;
  /** The same as they are to be. */
  readonly ours: string;
  /** They wait for their release to be saved, with the text they are in, which the editor keeps by itself. */
  readonly waiting?: true;
}

/** The record of what `ours` says otherwise than `known`; small however long the sidecar is. */
export function recoveryRecord(
  path: string,
  known: SidecarFile | undefined,
  ours: SidecarFile,
  now: Date,
): RecoveryRecord {
  const [old, changed] = difference(known?.items ?? [], ours.items);
  return {
    version: 1,
    path,
    saved: now.toISOString(),
    base: known ? known.withItems(old).source : '',
    ours: ours.withItems(changed).source,
  };
}

/** What is in one list and not in the other; the same at both ends is passed over. */
function difference<T>(a: readonly T[], b: readonly T[]): [T[], T[]] {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let same = 0;
  while (same < Math.min(a.length, b.length) - start && a.at(-1 - same) === b.at(-1 - same)) same++;
  const [x, y] = [a.slice(start, a.length - same), b.slice(start, b.length - same)];
  const [inX, inY] = [new Set(x), new Set(y)];
  return [x.filter((item) => !inY.has(item)), y.filter((item) => !inX.has(item))];
}

/** The record of annotations that are in text which isn't saved: they are in no file until it is. */
export function waitingRecord(
  path: string,
  known: SidecarFile,
  waiting: readonly Annotation[],
  now: Date,
): RecoveryRecord {
  const puts = waiting.map((annotation) => ({ kind: 'put' as const, annotation }));
  return { ...recoveryRecord(path, known, applyEdits(known, puts), now), waiting: true };
}

/** What a record says that its base doesn't. */
export function annotationsOf({ ours }: RecoveryRecord): readonly Annotation[] {
  return readSidecar(ours).items.flatMap(({ annotation }) => annotation ?? []);
}

export function parseRecord(text: string | undefined): RecoveryRecord | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isRecord(value) && readSidecar(value.ours).writable ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is RecoveryRecord {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Partial<Record<keyof RecoveryRecord, unknown>>;
  return (
    record.version === 1 &&
    [record.path, record.saved, record.base, record.ours].every((field) => typeof field === 'string')
  );
}

/** The record of a whole sidecar, for when it is written over in place. */
export function wholeRecord(path: string, text: string, now: Date): RecoveryRecord {
  return { version: 1, path, saved: now.toISOString(), base: '', ours: text };
}

/**
 * A sidecar's source with what a record holds merged in; the same source where nothing is missing. `undefined` where the source can't
 * be read. What a write in place left half done is a beginning of the record, and is made whole.
 */
export function withRecord(source: string | undefined, record: RecoveryRecord): string | undefined {
  if (source === undefined || record.ours.startsWith(source)) return record.ours;
  return mergeSidecars(record.base, source, record.ours).source;
}

export interface NamedRecord {
  readonly name: string;
  readonly record: RecoveryRecord;
}

/** What programs that ended left unsaved. Those that turn out to be saved are cleared away. */
export async function unsavedRecords(
  recovery: RecoveryFiles,
  files: Pick<FileSystem, 'read'>,
): Promise<readonly NamedRecord[]> {
  const found: NamedRecord[] = [];
  for (const name of await recovery.list()) {
    const record = parseRecord(await recovery.read(name));
    const source = record && (await files.read(record.path).catch(() => undefined));
    if (!record || (source !== undefined && withRecord(source, record) === source))
      await recovery.delete(name);
    else found.push({ name, record });
  }
  return found;
}
