import type { Memento } from 'vscode';
import { usedLately } from '../../core/annotation/codeSearch';

const key = 'pressmark.recentCodes';

/** The codes used lately, newest first; kept with the workspace. */
export class RecentCodes {
  private lastUsed: readonly string[] = [];

  constructor(private readonly memory: Memento) {}

  get ids(): readonly string[] {
    const kept = this.memory.get<unknown>(key);
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  }

  /** The codes of the last tagging; those of the last session where there was none yet. */
  get last(): readonly string[] {
    return this.lastUsed.length > 0 ? this.lastUsed : this.ids.slice(0, 1);
  }

  used(codes: readonly string[]): void {
    this.lastUsed = codes;
    void this.memory.update(key, usedLately(this.ids, codes));
  }
}
