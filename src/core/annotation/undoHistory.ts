/** Acts that can be undone; older ones are forgotten. */
const limit = 500;

/**
 * What was done, in its order, each act made of one or several parts: undo takes back the last act as one, redo does it again, and doing
 * something new forgets what was undone. It only keeps the order; whoever holds it undoes the parts.
 */
export class UndoHistory<Part> {
  private readonly done: (readonly Part[])[] = [];
  private readonly undone: (readonly Part[])[] = [];
  /** Acts added so far; those forgotten are counted. */
  private added = 0;

  /** `forget` is called with every part that can't be undone or redone any more. */
  constructor(private readonly forget: (part: Part) => void = () => undefined) {}

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  /** The parts of the act that undo takes back next. */
  get last(): readonly Part[] {
    return this.done.at(-1) ?? [];
  }

  /** Something was done, in one or several parts. */
  add(...parts: readonly Part[]): void {
    this.undone.splice(0).flat().forEach(this.forget);
    this.done.push(parts);
    this.added++;
    if (this.done.length > limit) this.done.shift()?.forEach(this.forget);
  }

  /** Names this moment, for {@link join}. */
  mark(): number {
    return this.added;
  }

  /** Makes one act of all that was added since a moment. */
  join(mark: number): void {
    const count = Math.min(this.added - mark, this.done.length);
    if (count < 2) return;
    const parts = this.done.splice(this.done.length - count).flat();
    this.done.push(parts);
    this.added -= count - 1;
  }

  /** The parts of the last act, the last part first; it counts as undone now. */
  undo(): readonly Part[] | undefined {
    const act = this.done.pop();
    if (!act) return undefined;
    this.undone.push(act);
    this.added--;
    return [...act].reverse();
  }

  /** The parts of the act undone last, in the order to do them again. */
  redo(): readonly Part[] | undefined {
    const act = this.undone.pop();
    if (!act) return undefined;
    this.done.push(act);
    this.added++;
    return act;
  }
}
