import { UndoHistory } from '../../core/annotation/undoHistory';
import type { UndoStep } from './undoStep';

/** What was done because of one release, in its order: to its annotations, and to other files. */
export class ActHistory {
  private readonly history = new UndoHistory<UndoStep>();

  /** Something was done: it is undone here, in its turn. */
  add(step: UndoStep): void {
    this.history.add(step);
  }

  /** Whether undo would take this back next. */
  isLast(step: UndoStep): boolean {
    return this.history.last.includes(step);
  }

  /** All that `act` adds is undone as one. */
  async asOne<T>(act: () => Promise<T>): Promise<T> {
    const mark = this.history.mark();
    try {
      return await act();
    } finally {
      this.history.join(mark);
    }
  }

  /** Takes the last act back; false where there is none. */
  async undo(): Promise<boolean> {
    const steps = this.history.undo();
    for (const step of steps ?? []) await step.undo();
    return steps !== undefined;
  }

  /** Does again what was taken back last; false where there is nothing. */
  async redo(): Promise<boolean> {
    const steps = this.history.redo();
    for (const step of steps ?? []) await step.redo();
    return steps !== undefined;
  }
}
