import type { LiveAnnotations } from '../../core/annotation/liveAnnotations';
import type { WaitingAnnotations } from '../../core/annotation/waitingAnnotations';
import type { SidecarFile } from './sidecarFile';

/** What waits is kept anew when typing pauses for so long. */
const pauseMs = 500;

/** The annotations of one release that wait for its text to be saved: kept over the end of the session, as that text is. */
export class WaitingPassages {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isKeeping = false;

  constructor(
    private readonly live: LiveAnnotations,
    private readonly file: SidecarFile,
    private readonly kept: WaitingAnnotations,
  ) {}

  /** Keeps what waits now. */
  async keep(): Promise<void> {
    clearTimeout(this.timer);
    const { waiting } = this.live;
    if (waiting.length === 0 && !this.isKeeping) return;
    this.isKeeping = waiting.length > 0;
    await this.kept.keep(this.file.name, await this.file.current(), waiting);
  }

  /** To be called with every change of the text: what waits is somewhere else in it then. */
  keepSoon(): void {
    clearTimeout(this.timer);
    if (this.isKeeping) this.timer = setTimeout(() => void this.keep(), pauseMs);
  }

  /** The editor brought unsaved text back from an earlier session: what was tagged in it comes back too. */
  async resume(): Promise<void> {
    const taken = await this.kept.take(this.file.name, (waiting) => this.live.resume(waiting));
    await this.keep();
    await this.kept.forget(taken);
  }

  /** The text was thrown away, and what waited for it is written. */
  async end(): Promise<void> {
    clearTimeout(this.timer);
    if (this.isKeeping) await this.kept.keep(this.file.name, await this.file.current(), []);
  }
}
