import type { Io } from '../io';

const every = 100;

/** A line of progress that is drawn over and over on a terminal, and nowhere else. */
export class Progress {
  private drawn = 0;
  private count = 0;

  constructor(
    private readonly io: Io,
    private readonly what: string,
    private readonly total: number,
  ) {}

  step(): void {
    this.count++;
    const now = Date.now();
    if (!this.io.interactive || now - this.drawn < every) return;
    this.drawn = now;
    process.stderr.write(`\r${this.what}: ${this.count} of ${this.total}\u001b[K`);
  }

  end(): void {
    if (this.io.interactive && this.drawn > 0) process.stderr.write('\r\u001b[K');
  }
}

/** Throws from `check` once the person has pressed Ctrl+C, so that what was begun can be cleared away. */
export function watchInterrupt(): { check(): void; end(): void } {
  let isInterrupted = false;
  const onInterrupt = (): void => {
    isInterrupted = true;
  };
  process.once('SIGINT', onInterrupt);
  process.once('SIGTERM', onInterrupt);
  return {
    check: () => {
      if (isInterrupted) throw new Interrupted('Cancelled; nothing was written.');
    },
    end: () => {
      process.off('SIGINT', onInterrupt);
      process.off('SIGTERM', onInterrupt);
    },
  };
}

export class Interrupted extends Error {}
