import type { IndexJob } from './indexerHost';

/** What is read first: files open in an editor, then those that just changed, then the rest. */
export type IndexPriority = 'open' | 'recent' | 'rest';

const priorities: readonly IndexPriority[] = ['open', 'recent', 'rest'];

/** Files that wait to be read, each once. */
export class IndexQueue {
  private readonly waiting: Readonly<Record<IndexPriority, Map<string, IndexJob>>> = {
    open: new Map(),
    recent: new Map(),
    rest: new Map(),
  };

  get size(): number {
    return priorities.reduce((sum, priority) => sum + this.waiting[priority].size, 0);
  }

  has(path: string): boolean {
    return this.get(path) !== undefined;
  }

  get(path: string): IndexJob | undefined {
    return this.waiting.open.get(path) ?? this.waiting.recent.get(path) ?? this.waiting.rest.get(path);
  }

  /** Adds a file, in place of what was known of it; it never falls behind where it already stood. */
  add(job: IndexJob, priority: IndexPriority): void {
    const before = priorities.find((candidate) => this.waiting[candidate].has(job.path));
    const earlier =
      before !== undefined && priorities.indexOf(before) < priorities.indexOf(priority) ? before : priority;
    if (before !== undefined && before !== earlier) this.waiting[before].delete(job.path);
    this.waiting[earlier].set(job.path, job);
  }

  /** Moves a file that waits forward. */
  promote(path: string, priority: IndexPriority): void {
    for (const candidate of priorities) {
      const job = this.waiting[candidate].get(path);
      if (job !== undefined) this.add(job, priority);
    }
  }

  remove(path: string): void {
    for (const priority of priorities) this.waiting[priority].delete(path);
  }

  clear(): void {
    for (const priority of priorities) this.waiting[priority].clear();
  }

  /**
   * Takes the next files out, of one priority and up to a number of bytes; open ones one by one, so that none waits for another.
   * Files that are `busy` stay.
   */
  take(busy: { has(path: string): boolean }, maxFiles: number, maxBytes: number): readonly IndexJob[] {
    for (const priority of priorities) {
      const taken: IndexJob[] = [];
      let bytes = 0;
      for (const [path, job] of this.waiting[priority]) {
        if (busy.has(path)) continue;
        if (taken.length > 0 && bytes + job.stamp.size > maxBytes) break;
        taken.push(job);
        bytes += job.stamp.size;
        if (taken.length === (priority === 'open' ? 1 : maxFiles)) break;
      }
      for (const { path } of taken) this.waiting[priority].delete(path);
      if (taken.length > 0) return taken;
    }
    return [];
  }
}
