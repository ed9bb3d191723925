/** Gathers paths that are told to have changed until no more come for a while; floods come out in one piece. */
export class ChangedFiles {
  private pending = new Set<string>();
  private latest = 0;
  private first = 0;
  private waiting = false;

  /**
   * @param quiet milliseconds without news after which the paths come out
   * @param longest milliseconds after which they come out in any case
   */
  constructor(
    private readonly clock: { now(): number; wait(milliseconds: number): Promise<void> },
    private readonly out: (paths: ReadonlySet<string>) => void,
    private readonly quiet = 150,
    private readonly longest = 2000,
  ) {}

  /** Whether nothing waits to come out. */
  get isEmpty(): boolean {
    return !this.waiting;
  }

  add(paths: Iterable<string>): void {
    this.latest = this.clock.now();
    if (this.pending.size === 0) this.first = this.latest;
    for (const path of paths) this.pending.add(path);
    if (!this.waiting && this.pending.size > 0) void this.watch();
  }

  private async watch(): Promise<void> {
    this.waiting = true;
    for (;;) {
      const now = this.clock.now();
      const left = Math.min(this.latest + this.quiet, this.first + this.longest) - now;
      if (left <= 0) break;
      await this.clock.wait(left);
    }
    this.waiting = false;
    const paths = this.pending;
    this.pending = new Set();
    this.out(paths);
  }
}
