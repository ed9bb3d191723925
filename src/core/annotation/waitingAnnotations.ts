import type { Annotation } from './annotation';
import { annotationsOf, parseRecord, waitingRecord, type RecoveryFiles } from './recovery';
import { recordName } from './sidecarEntry';
import type { SidecarFile } from './sidecarFile';

/**
 * Keeps annotations in text that isn't saved, which no sidecar can hold, where the next session finds them: the editor keeps
 * unsaved text over its end too.
 */
export class WaitingAnnotations {
  /** Names of the records of this session, by the paths of their sidecars. */
  private readonly names = new Map<string, string>();
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly recovery: RecoveryFiles | undefined,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Keeps these and no others; `sidecar` is what the program holds of the file at `path`. */
  async keep(path: string, sidecar: SidecarFile, waiting: readonly Annotation[]): Promise<void> {
    const known = this.names.get(path);
    if (waiting.length === 0 && known === undefined) return;
    const name = known ?? `${recordName(path)}-waiting-${this.names.size}`;
    this.names.set(path, name);
    const record = waitingRecord(path, sidecar, waiting, this.now());
    await this.inTurn(async () => {
      if (waiting.length > 0) await this.recovery?.write(name, JSON.stringify(record));
      else await this.recovery?.delete(name);
    });
  }

  /**
   * Hands over what an ended session kept for the sidecar at `path`. `take` gives back what it has a place for: `keep` has to
   * be called with that, then `forget` with the names returned. What was not taken stays, to be offered.
   */
  async take(
    path: string,
    take: (waiting: readonly Annotation[]) => readonly Annotation[],
  ): Promise<readonly string[]> {
    const taken: string[] = [];
    for (const name of (await this.recovery?.list()) ?? []) {
      const record = parseRecord(await this.recovery?.read(name));
      if (!record?.waiting || record.path !== path) continue;
      const waiting = annotationsOf(record);
      if (take(waiting).length === waiting.length) taken.push(name);
    }
    return taken;
  }

  async forget(names: readonly string[]): Promise<void> {
    for (const name of names) await this.recovery?.delete(name);
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }
}
