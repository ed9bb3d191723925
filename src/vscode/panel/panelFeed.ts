import type { PanelAnnotation, PanelHere, PanelRelease, ToPanel, CodeUse } from '../../shared/protocol';
import { changesTo, knowsNothing } from '../../shared/changes';

/** Sends the panel what it does not know yet, part by part. */
export class PanelFeed {
  private readonly said = new Map<string, string>();
  private annotations = knowsNothing;
  private source: object | undefined;

  constructor(private readonly post: (message: ToPanel) => void) {}

  /** The panel was loaded again and knows nothing. */
  forget(): void {
    this.said.clear();
    this.annotations = knowsNothing;
    this.source = undefined;
  }

  release(release: PanelRelease): void {
    this.sendNew({ type: 'release', release });
  }

  here(here: PanelHere): void {
    this.sendNew({ type: 'here', here });
  }

  uses(uses: Record<string, CodeUse> | undefined): void {
    this.sendNew({ type: 'uses', ...(uses ? { uses } : {}) });
  }

  /** `source` names whose annotations they are: those of another one are sent anew. */
  list(source: object, annotations: readonly PanelAnnotation[]): void {
    const fresh = source !== this.source;
    const { known, changes } = changesTo(fresh ? knowsNothing : this.annotations, annotations);
    this.source = source;
    this.annotations = known;
    if (changes) {
      const { put, gone, order } = changes;
      const sent = { put: [...put], gone: [...gone], ...(order ? { order: [...order] } : {}) };
      this.post({ type: 'annotations', fresh, changes: sent });
    } else if (fresh) this.post({ type: 'annotations', fresh, changes: { put: [], gone: [], order: [] } });
  }

  private sendNew(message: ToPanel): void {
    const text = JSON.stringify(message);
    if (this.said.get(message.type) === text) return;
    this.said.set(message.type, text);
    this.post(message);
  }
}
