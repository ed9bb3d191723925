/** Runs tasks one after the other, so that a key pressed quickly acts on what the key before it has done. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  take<T>(task: () => T | PromiseLike<T>): Promise<T> {
    const turn = this.last.then(task);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves when what was begun before has been done. */
  async done(): Promise<void> {
    await this.last;
  }
}
