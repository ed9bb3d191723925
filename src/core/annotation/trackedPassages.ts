import { contentKey } from '../text/contentKey';
import type { Edit } from '../text/edit';
import { invertEdits, lengthChange } from '../text/edit';
import { refineEdits } from '../text/refineEdits';
import type { Span } from '../text/span';
import { SpanTracker, type TrackedSpan } from './tracking';

type Spans = readonly TrackedSpan[];

/** The way from one state of the text to the next, and what either direction would lose. */
interface Step {
  readonly forward: readonly Edit[];
  readonly backward: readonly Edit[];
  /** Spans before the step of those that going forward changes, and after it of those that going backward changes. */
  readonly before: Map<string, Spans>;
  readonly after: Map<string, Spans>;
}

/** Steps remembered; older ones are forgotten, and undoing them tracks the text like any other edit. */
const memory = 1000;

/**
 * Follows the passages of one release while it is edited. Whenever the text is again what it once was (undo, redo,
 * revert, cut and paste back), every passage is again exactly what it was there. All offsets are UTF-16.
 */
export class TrackedPassages {
  private readonly passages = new Map<string, Spans>();
  /** The states the text went through, their steps (`steps[i]` leads from state i to i + 1), and which is today's. */
  private readonly states: string[];
  private readonly steps: Step[] = [];
  private today = 0;

  constructor(private text: string) {
    this.states = [contentKey(text)];
  }

  /** Ids of all passages. */
  get ids(): Iterable<string> {
    return this.passages.keys();
  }

  /** The spans of a passage today; one whose text was deleted is empty. */
  spansOf(id: string): readonly Span[] | undefined {
    return this.passages.get(id);
  }

  /** Begins to follow a passage, or moves it; where it was before is forgotten. */
  set(id: string, spans: readonly Span[]): void {
    this.forget(id);
    this.passages.set(
      id,
      spans.map(({ start, end }) => ({ start, end })),
    );
  }

  delete(id: string): void {
    this.forget(id);
    this.passages.delete(id);
  }

  /**
   * Follows one change of the text to `text`. `edits` are those of one change event, in any order, relative to the text
   * before it; if they do not add up to `text`, the whole text counts as replaced. Gives what really changed, sorted: of
   * what was replaced by much the same (other line ends, a corrected copy) the parts that differ.
   */
  change(edits: readonly Edit[], text: string): readonly Edit[] {
    const refined = refineEdits(this.text, this.reliable(edits, text), text);
    const state = contentKey(text);
    const known = this.nearest(state);
    if (known === undefined) {
      this.remember(state, refined);
      this.stepForward();
    } else {
      while (this.today > known) this.stepBackward();
      while (this.today < known) this.stepForward();
    }
    this.text = text;
    return refined;
  }

  private reliable(edits: readonly Edit[], text: string): readonly Edit[] {
    const adds = this.text.length + lengthChange(edits) === text.length;
    return adds ? edits : [{ start: 0, end: this.text.length, insertedLength: text.length }];
  }

  private remember(state: string, forward: readonly Edit[]): void {
    this.states.splice(this.today + 1, Infinity, state);
    this.steps.splice(this.today, Infinity, {
      forward,
      backward: invertEdits(forward),
      before: new Map(),
      after: new Map(),
    });
    if (this.steps.length > memory) {
      this.states.shift();
      this.steps.shift();
      this.today--;
    }
  }

  private stepForward(): void {
    const { forward, before, after } = this.steps[this.today]!;
    this.today++;
    this.step(forward, before, after);
  }

  private stepBackward(): void {
    this.today--;
    const { backward, before, after } = this.steps[this.today]!;
    this.step(backward, after, before);
  }

  /** Tracks all passages through `edits`: leaves in `here` what that loses, and takes from `there` what was lost once. */
  private step(edits: readonly Edit[], here: Map<string, Spans>, there: Map<string, Spans>): void {
    const tracker = new SpanTracker(edits);
    for (const [id, spans] of this.passages) {
      if (spans.some((span) => tracker.touches(span))) here.set(id, spans);
      this.passages.set(id, there.get(id) ?? spans.map((span) => tracker.track(span)));
    }
  }

  private nearest(state: string): number | undefined {
    const { states, today } = this;
    for (let far = 0; far < states.length; far++) {
      if (states[today - far] === state) return today - far;
      if (states[today + far] === state) return today + far;
    }
    return undefined;
  }

  private forget(id: string): void {
    for (const { before, after } of this.steps) {
      before.delete(id);
      after.delete(id);
    }
  }
}
