/** What a browser keeps for all its windows of one site. */
const manager = (): LockManager | undefined => globalThis.navigator?.locks;

const prefix = 'pressmark ';

/** Takes locks that all windows of this browser share; undefined where it has none. */
export function lockName(): ((name: string) => Promise<() => Promise<void>>) | undefined {
  const locks = manager();
  return locks && ((name) => hold(locks, `${prefix}file ${name}`));
}

/** The sessions that run in this browser, each as long as its extension host lives. */
export class BrowserSessions {
  private readonly own: Promise<unknown>;

  constructor(readonly id: string) {
    const locks = manager();
    this.own = locks ? hold(locks, this.nameOf(id)) : Promise.resolve();
  }

  /** True of sessions that are known to run; where a browser can't tell, none but this one is. */
  async running(): Promise<(id: string) => boolean> {
    await this.own;
    const { held } = (await manager()?.query()) ?? {};
    const names = new Set(held?.map(({ name }) => name));
    return (id) => id === this.id || names.has(this.nameOf(id));
  }

  private nameOf(id: string): string {
    return `${prefix}session ${id}`;
  }
}

/** Resolves when the lock is held, to what gives it back. */
function hold(locks: LockManager, name: string): Promise<() => Promise<void>> {
  return new Promise((resolve, reject) => {
    const done = locks.request(
      name,
      () =>
        new Promise<void>((giveBack) => {
          resolve(async () => {
            giveBack();
            await done;
          });
        }),
    );
    done.catch(reject);
  });
}
