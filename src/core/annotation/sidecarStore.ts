import type { TextFingerprint } from './annotation';
import type { FileSystem, OpenDocument } from './fileSystem';
import { mergeSidecarFiles, type MergeConflict } from './merge';
import {
  parseRecord,
  recoveryRecord,
  unsavedRecords,
  wholeRecord,
  withRecord,
  type NamedRecord,
  type RecoveryFiles,
  type RecoveryRecord,
} from './recovery';
import { readSteadily, saveSidecar, UnreadableSidecar, type SaveHost } from './saveSidecar';
import { newSidecar } from './sidecar';
import { applyEdits, invertSidecarEdits, type SidecarEdit } from './sidecarEdit';
import { readSidecar } from './readSidecar';
import type { SidecarFile } from './sidecarFile';
import { saveProblem, type SaveProblem } from './saveProblem';
import { isSaved, recordName, type SidecarEntry } from './sidecarEntry';
import { takeIn } from './takeIn';

export interface StoreHost {
  readonly files: FileSystem;
  readonly openDocument?: (path: string) => OpenDocument | undefined;
  readonly recovery?: RecoveryFiles;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly now: () => Date;
  readonly random: () => number;
}

/** A sidecar as the program holds it: what is on disk, and what is yet to be. */
export interface SidecarState {
  readonly path: string;
  /** With every edit made; written or not. */
  readonly file: SidecarFile;
  /** True when the disk has it all. */
  readonly saved: boolean;
  /** Why it couldn't be written; the edits are kept, here and in a recovery file. */
  readonly problem?: SaveProblem;
  /** What merges with changes made elsewhere couldn't decide since the sidecar was opened. */
  readonly conflicts: readonly MergeConflict[];
}

export interface EditResult {
  readonly state: SidecarState;
  /** Edits that take this one back. */
  readonly inverse: readonly SidecarEdit[];
}

/** When a file that was written without a lock is looked at again, in milliseconds, one after the other. */
const lookAfter = [300, 900, 1500];

/**
 * Keeps sidecars and writes them so that no annotation is ever lost: edits are in memory at once and in a recovery file before the
 * sidecar is touched; before each write the sidecar is read again and merged by id with what others wrote; what can't be written waits,
 * with a problem that says what to do. Works over any host's files.
 */
export class SidecarStore {
  private readonly entries = new Map<string, SidecarEntry>();
  private readonly opening = new Map<string, Promise<SidecarEntry>>();
  private readonly listeners = new Set<(state: SidecarState) => void>();
  private records = 0;

  constructor(private readonly host: StoreHost) {}

  /** Called after every change of a state, by edits, saves and others' writes. Returns what ends it. */
  onDidChange(listener: (state: SidecarState) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Reads a sidecar. `release` and `text` are for one that isn't there yet. Nothing is written. Throws `FileError`. */
  async open(path: string, release: string, text?: TextFingerprint): Promise<SidecarState> {
    return this.stateOf(await this.entry(path, release, text));
  }

  /** What is known of an open sidecar. */
  state(path: string): SidecarState | undefined {
    const entry = this.entries.get(path);
    return entry && this.stateOf(entry);
  }

  /** Applies edits to an open sidecar at once and writes it. Resolves when it is on disk, or known not to be. */
  async edit(path: string, edits: readonly SidecarEdit[]): Promise<EditResult> {
    const entry = this.opened(path);
    const before = entry.current;
    entry.current = applyEdits(before, edits);
    if (entry.current !== before) this.tell(entry);
    await this.save(entry);
    return { state: this.stateOf(entry), inverse: invertSidecarEdits(before, edits) };
  }

  /** To be called when the file may have changed on disk or in its editor. */
  async refresh(path: string): Promise<SidecarState> {
    const entry = this.opened(path);
    await this.enqueue(entry, async () => {
      const source =
        this.host.openDocument?.(path)?.text ?? (await readSteadily(this.host, path, entry.known));
      this.takeIn(entry, source);
    });
    if (!isSaved(entry)) await this.save(entry);
    return this.stateOf(entry);
  }

  /** Tries again to write what couldn't be written. */
  async retry(path?: string): Promise<void> {
    const waiting = [...this.entries.values()].filter(
      (entry) => entry.problem && (path === undefined || entry.path === path),
    );
    await Promise.all(waiting.map((entry) => this.save(entry)));
  }

  /** Resolves when nothing is being written any more. */
  async flush(): Promise<void> {
    await Promise.all([...this.entries.values()].map((entry) => entry.queue));
  }

  /** Forgets a sidecar once it is saved; one with unsaved edits is kept until they are. */
  async close(path: string): Promise<void> {
    const entry = this.entries.get(path);
    if (!entry) return;
    await entry.queue;
    if (isSaved(entry)) this.entries.delete(path);
  }

  /** What programs that ended left unsaved. Those that turn out to be saved are cleared away. */
  async recoveries(): Promise<readonly NamedRecord[]> {
    const { recovery, files } = this.host;
    return recovery ? unsavedRecords(recovery, files) : [];
  }

  /** Merges what was left unsaved into its sidecar. The record stays until that is written. */
  async recover(name: string): Promise<SidecarState | undefined> {
    const record = parseRecord(await this.host.recovery?.read(name));
    if (!record) return undefined;
    const half = await this.host.files.read(record.path);
    if (half !== undefined && half !== '' && record.ours.startsWith(half) && !readSidecar(half).writable) {
      await this.host.files.write(record.path, record.ours);
    }
    const release = readSidecar(record.ours).sidecar?.release ?? '';
    const entry = await this.entry(record.path, release);
    await entry.queue;
    const merged = withRecord(entry.known ? entry.current.source : undefined, record);
    if (merged !== undefined && merged !== entry.current.source) {
      entry.current = readSidecar(merged);
      this.tell(entry);
    }
    await this.save(entry);
    if (!entry.problem) await this.host.recovery?.delete(name);
    return this.stateOf(entry);
  }

  private async entry(path: string, release: string, text?: TextFingerprint): Promise<SidecarEntry> {
    const present = this.entries.get(path);
    if (present) return present;
    let opening = this.opening.get(path);
    if (!opening) {
      opening = this.read(path, release, text).finally(() => this.opening.delete(path));
      this.opening.set(path, opening);
    }
    return opening;
  }

  private async read(path: string, release: string, text?: TextFingerprint): Promise<SidecarEntry> {
    const source = this.host.openDocument?.(path)?.text ?? (await this.host.files.read(path));
    const empty = readSidecar(newSidecar(release, text));
    const read = source === undefined || source.trim() === '' ? undefined : readSidecar(source);
    const entry: SidecarEntry = {
      path,
      known: read?.writable ? read : undefined,
      current: read?.writable ? read : empty,
      conflicts: [],
      queue: Promise.resolve(),
      record: `${recordName(path)}-${this.records++}`,
      recorded: false,
      ...(read && !read.writable ? { problem: saveProblem(path, new UnreadableSidecar(read)) } : {}),
    };
    this.entries.set(path, entry);
    return entry;
  }

  private save(entry: SidecarEntry): Promise<void> {
    return this.enqueue(entry, async () => {
      if (isSaved(entry)) return;
      const ours = entry.current;
      const known = entry.known;
      await this.remember(entry, recoveryRecord(entry.path, known, ours, this.host.now()));
      try {
        const saved = await saveSidecar(
          this.saveHost(entry),
          entry.path,
          { file: known, ...(entry.stamp ? { stamp: entry.stamp } : {}) },
          ours,
        );
        // Edits made while it was being written stay on top.
        entry.current =
          entry.current === ours ? saved.file : mergeSidecarFiles(ours, entry.current, saved.file).file;
        entry.known = saved.file;
        if (saved.stamp) entry.stamp = saved.stamp;
        else delete entry.stamp;
        entry.conflicts = [...entry.conflicts, ...saved.conflicts];
        if (saved.unguarded) {
          const before = saved.theirs ?? known ?? readSidecar(newSidecar(''));
          entry.lastSave = { before, after: saved.file, at: this.host.now().getTime() };
          void this.lookAgain(entry);
        }
        delete entry.problem;
        if (entry.current === saved.file) await this.forget(entry);
      } catch (error) {
        entry.problem = saveProblem(entry.path, error);
      }
      this.tell(entry);
    });
  }

  /** Where nothing could be locked, somebody may have written over what was just saved without having seen it. */
  private async lookAgain(entry: SidecarEntry): Promise<void> {
    if (entry.looking) return;
    entry.looking = true;
    for (let seen: unknown; seen !== entry.lastSave;) {
      seen = entry.lastSave;
      for (const after of lookAfter) {
        await this.host.wait(after);
        if (this.entries.get(entry.path) === entry) await this.refresh(entry.path).catch(() => undefined);
      }
    }
    entry.looking = false;
  }

  /** Takes in what somebody else wrote. */
  private takeIn(entry: SidecarEntry, source: string | undefined): void {
    if (takeIn(entry, source, this.host.now())) this.tell(entry);
  }

  private async remember(entry: SidecarEntry, record: RecoveryRecord): Promise<void> {
    try {
      await this.host.recovery?.write(entry.record, JSON.stringify(record));
      entry.recorded = true;
    } catch {
      // The sidecar itself may still be writable; if not, that is told.
    }
  }

  private async forget(entry: SidecarEntry): Promise<void> {
    if (!entry.recorded) return;
    entry.recorded = false;
    await this.host.recovery?.delete(entry.record).catch(() => undefined);
  }

  private saveHost(entry: SidecarEntry): SaveHost {
    return {
      ...this.host,
      backup: (path, text) => this.remember(entry, wholeRecord(path, text, this.host.now())),
    };
  }

  private enqueue(entry: SidecarEntry, work: () => Promise<void>): Promise<void> {
    const done = entry.queue.then(work);
    entry.queue = done.catch(() => undefined);
    return done;
  }

  private opened(path: string): SidecarEntry {
    const entry = this.entries.get(path);
    if (!entry) throw new Error(`${path} isn’t open`);
    return entry;
  }

  private stateOf(entry: SidecarEntry): SidecarState {
    const { path, current, problem, conflicts } = entry;
    return { path, file: current, saved: isSaved(entry), conflicts, ...(problem ? { problem } : {}) };
  }

  private tell(entry: SidecarEntry): void {
    const state = this.stateOf(entry);
    for (const listener of this.listeners) listener(state);
  }
}
