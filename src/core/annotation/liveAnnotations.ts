import type { Edit } from '../text/edit';
import { invertEdits } from '../text/edit';
import type { OffsetConverter } from '../text/offsets';
import { storedOffsets } from '../text/offsets';
import type { Span } from '../text/span';
import type { Anchor, AnchorState, Annotation, Selector } from './annotation';
import { fingerprint } from './fingerprint';
import { isPlaceInDoubt, isSettled, settled } from './review';
import { makeSelector, selectorSpan } from './selector';
import type { SidecarEdit } from './sidecarEdit';
import { TrackedPassages } from './trackedPassages';
import { trackSpan } from './tracking';

/** An annotation with the place it has in the text as it stands in the editor. */
export interface Passage {
  readonly annotation: Annotation;
  readonly state: AnchorState;
  /** UTF-16 offsets of the text being edited; empty for an orphan, a proposal for fuzzy and ambiguous. */
  readonly spans: readonly Span[];
  readonly score?: number;
}

/** What is to be annotated; the rest of an annotation follows from the text and the time. */
export interface NewAnnotation {
  readonly id: string;
  readonly codes: readonly string[];
  readonly entity?: string;
  readonly note?: string;
  readonly author?: string;
  readonly spans: readonly Span[];
}

interface Entry {
  readonly annotation: Annotation;
  readonly state: AnchorState;
  readonly score?: number;
  /** Not in the sidecar yet: it was made in text that has not been saved, so nothing on disk can be pointed at. */
  readonly pending?: boolean;
}

/** One annotation before and after an action. The spans of either side are tracked under a key of their own. */
interface Change {
  readonly id: string;
  readonly before: Remembered | undefined;
  readonly after: Remembered | undefined;
}

interface Remembered {
  readonly entry: Entry;
  readonly key: string;
}

type Action = readonly Change[];

/** Actions that can be undone; older ones are forgotten. */
const undoLimit = 500;

/**
 * The annotations of one open release: they follow its text while it is edited, and every action on them can be undone.
 * Whatever changes returns the edits that bring the sidecar up to date. A sidecar speaks of the text *on disk*: while the
 * text has unsaved changes, places are stored as they are in the saved text, and a passage made of unsaved text waits
 * until it is saved.
 */
export class LiveAnnotations {
  private entries = new Map<string, Entry>();
  private readonly tracked: TrackedPassages;
  private readonly undone: Action[] = [];
  private readonly done: Action[] = [];
  private performed = 0;
  private nextKey = 0;
  /** Changes of the text since it was last saved, oldest first. */
  private unsaved: (readonly Edit[])[] = [];
  private savedText: string;
  private savedOffsets: OffsetConverter;

  /** `text` as on disk and in the editor; offsets are UTF-16 code units of it. */
  constructor(private text: string) {
    this.tracked = new TrackedPassages(text);
    this.savedText = text;
    this.savedOffsets = storedOffsets(text);
  }

  /** All passages in text order; those without a place last. */
  get passages(): readonly Passage[] {
    const passages = [...this.entries.keys()].map((id) => this.passage(id)!);
    return passages.sort(
      (a, b) =>
        (a.spans[0]?.start ?? Infinity) - (b.spans[0]?.start ?? Infinity) ||
        (a.annotation.id < b.annotation.id ? -1 : 1),
    );
  }

  /** The text on disk, which `anchors` of {@link load} refer to. */
  get textOnDisk(): string {
    return this.savedText;
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  /** How many actions were carried out so far, undone ones included: it grows when something can be undone now. */
  get actionCount(): number {
    return this.performed;
  }

  passage(id: string): Passage | undefined {
    const entry = this.entries.get(id);
    if (!entry) return undefined;
    const { annotation, state, score } = entry;
    const spans = (this.tracked.spansOf(id) ?? []).filter(({ start, end }) => start < end);
    if (spans.length === 0) return { annotation, state: 'orphan', spans };
    return { annotation, state, spans, ...(score === undefined ? {} : { score }) };
  }

  /** Where selectors of the text on disk stand in the text being edited, going by their positions alone. */
  placesOf(target: readonly Selector[]): readonly Span[] {
    return target.map((selector) => this.toEdited(selectorSpan(this.savedText, this.savedOffsets, selector)));
  }

  /**
   * Takes over what a sidecar says now. `anchors` are places in the text on disk. An annotation whose target is the one
   * already known keeps the place it has followed its text to; pending ones stay.
   */
  load(annotations: readonly Annotation[], anchors: readonly Anchor[]): void {
    const anchorOf = new Map(anchors.map((anchor) => [anchor.id, anchor]));
    const loaded = new Map<string, Entry>();
    for (const annotation of annotations) {
      const known = this.entries.get(annotation.id);
      if (known && sameTarget(known.annotation.target, annotation.target)) {
        loaded.set(annotation.id, { ...known, annotation, pending: false });
        continue;
      }
      const anchor = anchorOf.get(annotation.id);
      const { state, score } = anchor ?? { state: 'orphan' as const, score: undefined };
      loaded.set(annotation.id, { annotation, state, ...(score === undefined ? {} : { score }) });
      this.tracked.set(
        annotation.id,
        (anchor?.spans ?? []).map((span) => this.toEdited(span)),
      );
    }
    for (const [id, entry] of this.entries) {
      if (loaded.has(id)) continue;
      if (entry.pending) loaded.set(id, entry);
      else this.tracked.delete(id);
    }
    this.entries = loaded;
  }

  /** Follows a change of the text in the editor; `edits` relative to the text before it, in any order. */
  edited(edits: readonly Edit[], text: string): void {
    this.unsaved.push(this.tracked.change(edits, text));
    this.text = text;
  }

  /** The text in the editor is again the text on disk (saved, reverted, undone to it) without a change of the file. */
  saved(): readonly SidecarEdit[] {
    const isNewText = this.savedText !== this.text;
    this.takeAsSaved(this.text);
    const edits = this.upToDate();
    return isNewText || edits.length > 0 ? [...edits, ...this.fingerprintEdit()] : [];
  }

  /** The file was changed outside and the editor shows its new text: `anchors` are the places found there. */
  replaced(text: string, anchors: readonly Anchor[]): void {
    this.tracked.change([{ start: 0, end: this.text.length, insertedLength: text.length }], text);
    this.text = text;
    this.takeAsSaved(text);
    for (const { id, state, spans, score } of anchors) {
      const entry = this.entries.get(id);
      if (!entry) continue;
      this.entries.set(id, {
        annotation: entry.annotation,
        state,
        ...(score === undefined ? {} : { score }),
      });
      this.tracked.set(id, spans);
    }
  }

  /** What must be written although the text it speaks of is thrown away: pending annotations, so that none is lost. */
  discarded(): readonly SidecarEdit[] {
    return [...this.entries.values()].flatMap(({ annotation, pending }) =>
      pending ? [{ kind: 'put', annotation }] : [],
    );
  }

  create(created: readonly NewAnnotation[], now: string): readonly SidecarEdit[] {
    const changes = created.map(({ id, spans, ...decision }) => {
      this.tracked.set(id, spans);
      const annotation: Annotation = { id, ...decision, target: [], created: now };
      this.entries.set(id, this.placed(id, { annotation, state: 'exact', pending: true }));
      return { id, before: undefined, after: this.remember(id) };
    });
    return this.perform(changes);
  }

  /** Changes what annotations say, not where; those that `decide` leaves as they are stay untouched. */
  change(
    ids: readonly string[],
    decide: (annotation: Annotation) => Annotation,
    now: string,
  ): readonly SidecarEdit[] {
    const changes = ids.flatMap((id) => {
      const entry = this.entries.get(id);
      const decided = entry && decide(entry.annotation);
      if (!entry || !decided || decided === entry.annotation) return [];
      const before = this.remember(id);
      this.entries.set(id, { ...entry, annotation: { ...decided, id, modified: now } });
      return [{ id, before, after: this.remember(id) }];
    });
    return this.perform(changes);
  }

  /** Gives an annotation another place. */
  move(id: string, spans: readonly Span[], now: string): readonly SidecarEdit[] {
    const entry = this.entries.get(id);
    if (!entry || spans.length === 0) return [];
    const before = this.remember(id);
    this.tracked.set(id, spans);
    const annotation = { ...settled(entry.annotation, 'orphan'), modified: now };
    this.entries.set(id, this.placed(id, { annotation, state: 'exact', pending: entry.pending ?? false }));
    return this.perform([{ id, before, after: this.remember(id) }]);
  }

  /** Keeps an annotation whose passage is gone for its quote: it has no place, and is not asked about. */
  keepAsOrphan(id: string, now: string): readonly SidecarEdit[] {
    const entry = this.entries.get(id);
    if (!entry) return [];
    const before = this.remember(id);
    this.tracked.set(id, []);
    const annotation: Annotation = { ...entry.annotation, orphan: true, modified: now };
    this.entries.set(id, { annotation, state: 'orphan' });
    return this.perform([{ id, before, after: this.remember(id) }]);
  }

  remove(ids: readonly string[]): readonly SidecarEdit[] {
    const changes = ids
      .filter((id) => this.entries.has(id))
      .map((id) => {
        const before = this.remember(id);
        this.entries.delete(id);
        this.tracked.delete(id);
        return { id, before, after: undefined };
      });
    return this.perform(changes);
  }

  /** Several actions that are undone as one: everything `act` does. */
  together(act: () => readonly SidecarEdit[]): readonly SidecarEdit[] {
    const first = this.done.length;
    const before = this.performed;
    const edits = act();
    const actions = this.done.splice(first);
    if (actions.length > 0) this.done.push(actions.flat());
    this.performed = Math.min(this.performed, before + 1);
    return edits;
  }

  undo(): readonly SidecarEdit[] | undefined {
    const action = this.done.pop();
    if (!action) return undefined;
    this.undone.push(action);
    return [...action].reverse().flatMap(({ id, before }) => this.restore(id, before));
  }

  redo(): readonly SidecarEdit[] | undefined {
    const action = this.undone.pop();
    if (!action) return undefined;
    this.done.push(action);
    return action.flatMap(({ id, after }) => this.restore(id, after));
  }

  private perform(changes: Action): readonly SidecarEdit[] {
    if (changes.length === 0) return [];
    for (const action of this.undone.splice(0)) this.forget(action);
    this.done.push(changes);
    this.performed++;
    if (this.done.length > undoLimit) this.forget(this.done.shift()!);
    const edits = changes.flatMap(({ id }) => this.editFor(id));
    if (edits.length === 0) return [];
    const hasMoved = [...this.entries.values()].some(({ state }) => state === 'moved');
    return [...edits, ...(hasMoved ? this.upToDate() : []), ...this.fingerprintEdit()];
  }

  /** Puts every annotation whose stored place is not where its passage is in the text on disk. */
  private upToDate(): readonly SidecarEdit[] {
    const edits: SidecarEdit[] = [];
    for (const [id, entry] of this.entries) {
      const target = this.targetOf(id, entry);
      if (!target || (!entry.pending && sameTarget(target, entry.annotation.target))) continue;
      const annotation = { ...entry.annotation, target };
      const state = entry.state === 'moved' ? 'exact' : entry.state;
      this.entries.set(id, { ...entry, annotation, state, pending: false });
      edits.push({ kind: 'put', annotation });
    }
    return edits;
  }

  /**
   * The fingerprint of the text on disk, but only when every annotation has its place in it: as long as one is in doubt,
   * the older fingerprint tells which committed text its selectors speak of.
   */
  private fingerprintEdit(): readonly SidecarEdit[] {
    const inDoubt = [...this.entries.values()].some((entry) => isPlaceInDoubt(entry.annotation, entry.state));
    if (inDoubt || this.entries.size === 0) return [];
    return [{ kind: 'text', text: fingerprint(this.savedText) }];
  }

  private restore(id: string, remembered: Remembered | undefined): readonly SidecarEdit[] {
    const wasPending = this.entries.get(id)?.pending ?? false;
    if (!remembered) {
      this.entries.delete(id);
      this.tracked.delete(id);
      return wasPending ? [] : [{ kind: 'remove', id }];
    }
    this.tracked.set(id, this.tracked.spansOf(remembered.key) ?? []);
    this.entries.set(id, this.placed(id, remembered.entry));
    return this.editFor(id);
  }

  private editFor(id: string): readonly SidecarEdit[] {
    const entry = this.entries.get(id);
    if (!entry) return [{ kind: 'remove', id }];
    return entry.pending ? [] : [{ kind: 'put', annotation: entry.annotation }];
  }

  private remember(id: string): Remembered {
    const key = `undo ${this.nextKey++}`;
    this.tracked.set(key, this.tracked.spansOf(id) ?? []);
    return { entry: this.entries.get(id)!, key };
  }

  private forget(action: Action): void {
    for (const { before, after } of action) {
      if (before) this.tracked.delete(before.key);
      if (after) this.tracked.delete(after.key);
    }
  }

  /**
   * The entry with its target as it is in the text on disk. Where it can't be told there, it is pending, and its target
   * is a draft: what it quotes in the text being edited.
   */
  private placed(id: string, entry: Entry): Entry {
    const target = this.targetOf(id, entry);
    if (target) return { ...entry, annotation: { ...entry.annotation, target }, pending: false };
    const offsets = storedOffsets(this.text);
    const draft = (this.tracked.spansOf(id) ?? []).map((span) => makeSelector(this.text, span, offsets));
    return { ...entry, annotation: { ...entry.annotation, target: draft }, pending: true };
  }

  /**
   * Selectors into the text on disk. A span whose text was changed but not saved keeps the stored one, and so does a
   * deleted one, for its quote; undefined where something was never saved.
   */
  private targetOf(id: string, { annotation, state, pending }: Entry): readonly Selector[] | undefined {
    const known = annotation.target;
    if (!isSettled(state)) return known;
    const spans = this.tracked.spansOf(id) ?? [];
    const selectors = spans.map((span, i) => {
      if (span.start === span.end) return known[i];
      const saved = this.toSaved(span);
      const isSaved = this.savedText.slice(saved.start, saved.end) === this.text.slice(span.start, span.end);
      if (!isSaved) return pending ? undefined : known[i];
      const selector = makeSelector(this.savedText, saved, this.savedOffsets);
      const stored = known[i];
      return stored && saysTheSame(stored, selector) ? stored : selector;
    });
    const isWhole = selectors.length > 0 && selectors.every((selector) => selector !== undefined);
    if (isWhole) return selectors;
    return pending || known.length === 0 ? undefined : known;
  }

  private toSaved(span: Span): Span {
    return this.unsaved.reduceRight<Span>((moved, edits) => trackSpan(moved, invertEdits(edits)), span);
  }

  private toEdited(span: Span): Span {
    return this.unsaved.reduce<Span>((moved, edits) => trackSpan(moved, edits), span);
  }

  private takeAsSaved(text: string): void {
    this.unsaved = [];
    this.savedText = text;
    this.savedOffsets = storedOffsets(text);
  }
}

/** Whether a stored selector is right as it is; its context may be shorter than ours. */
function saysTheSame(stored: Selector, made: Selector): boolean {
  return (
    stored.start === made.start &&
    stored.end === made.end &&
    stored.quote === made.quote &&
    (made.prefix ?? '').endsWith(stored.prefix ?? '') &&
    (made.suffix ?? '').startsWith(stored.suffix ?? '')
  );
}

function sameTarget(a: readonly Selector[], b: readonly Selector[]): boolean {
  return (
    a.length === b.length &&
    a.every((selector, i) => saysTheSame(selector, b[i]!) && saysTheSame(b[i]!, selector))
  );
}
