import type { Edit } from '../text/edit';
import { storedOffsets } from '../text/offsets';
import type { Span } from '../text/span';
import type { AnchorState, Annotation, Selector } from './annotation';
import { fingerprint } from './fingerprint';
import type { Passage } from './passage';
import { isPlaceInDoubt, isSettled } from './review';
import { SavedText } from './savedText';
import { makeSelector, sameTarget } from './selector';
import type { SidecarEdit } from './sidecarEdit';
import { TrackedPassages } from './trackedPassages';

/** What is known of one annotation; its spans are tracked under its id. */
export interface Entry {
  readonly annotation: Annotation;
  readonly state: AnchorState;
  readonly score?: number;
  /** Not in the sidecar yet: it was made in text that has not been saved, so nothing on disk can be pointed at. */
  readonly pending?: boolean;
}

/** What an annotation was at some moment. Its spans go on following the text, under a key of their own. */
export interface Remembered {
  readonly entry: Entry;
  readonly key: string;
}

/**
 * The annotations of one release with their places in its text, which is edited and saved: what each says, where it is now,
 * and what the sidecar must say of it. Spans are UTF-16 offsets of the text being edited.
 */
export class PlacedAnnotations {
  private readonly entries = new Map<string, Entry>();
  private readonly tracked: TrackedPassages;
  private readonly onDisk: SavedText;
  private nextKey = 0;

  constructor(private current: string) {
    this.tracked = new TrackedPassages(current);
    this.onDisk = new SavedText(current);
  }

  /** As it is in the editor. */
  get text(): string {
    return this.current;
  }

  /** As it is on disk. */
  get savedText(): Pick<SavedText, 'text' | 'toEdited' | 'placeOf'> {
    return this.onDisk;
  }

  get ids(): readonly string[] {
    return [...this.entries.keys()];
  }

  get(id: string): Entry | undefined {
    return this.entries.get(id);
  }

  passage(id: string): Passage | undefined {
    const entry = this.entries.get(id);
    if (!entry) return undefined;
    const { annotation, state, score } = entry;
    const spans = (this.tracked.spansOf(id) ?? []).filter(({ start, end }) => start < end);
    if (spans.length === 0) return { annotation, state: 'orphan', spans };
    return { annotation, state, spans, ...(score === undefined ? {} : { score }) };
  }

  /** What it says, at the place it has; with `spans`, at another one. */
  set(id: string, entry: Entry, spans?: readonly Span[]): void {
    this.entries.set(id, entry);
    if (spans) this.tracked.set(id, spans);
  }

  /** At a place in the text being edited, which its target is made to say: see {@link Entry.pending}. */
  place(id: string, entry: Entry, spans: readonly Span[]): void {
    this.tracked.set(id, spans);
    const target = this.targetOf(id, entry);
    const annotation = { ...entry.annotation, target: target ?? this.draft(id) };
    this.entries.set(id, { ...entry, annotation, pending: target === undefined });
  }

  delete(id: string): void {
    this.entries.delete(id);
    this.tracked.delete(id);
  }

  remember(id: string): Remembered {
    const key = `undo ${this.nextKey++}`;
    this.tracked.set(key, this.tracked.spansOf(id) ?? []);
    return { entry: this.entries.get(id)!, key };
  }

  /** Makes an annotation again what it was. */
  restore(id: string, { entry, key }: Remembered): void {
    this.place(id, entry, this.tracked.spansOf(key) ?? []);
  }

  forget({ key }: Remembered): void {
    this.tracked.delete(key);
  }

  /** Follows a change of the text in the editor; `edits` relative to the text before it, in any order. */
  edited(edits: readonly Edit[], text: string): void {
    this.onDisk.edited(this.tracked.change(edits, text));
    this.current = text;
  }

  /** `text` is on disk and in the editor now, whatever was there before; where passages went is not known from edits. */
  replaced(text: string): void {
    this.tracked.change([{ start: 0, end: this.current.length, insertedLength: text.length }], text);
    this.current = text;
    this.onDisk.take(text);
  }

  /** The text in the editor is on disk now. */
  saved(): void {
    this.onDisk.take(this.current);
  }

  /** What the sidecar must say of one annotation. */
  editFor(id: string): readonly SidecarEdit[] {
    const entry = this.entries.get(id);
    if (!entry) return [{ kind: 'remove', id }];
    return entry.pending ? [] : [{ kind: 'put', annotation: entry.annotation }];
  }

  /** Annotations that wait for the text they are in to be saved, with the places they have in it now. */
  waiting(): readonly Annotation[] {
    return [...this.entries].flatMap(([id, { annotation, pending }]) => {
      if (!pending) return [];
      const isThere = (this.tracked.spansOf(id) ?? []).some(({ start, end }) => start < end);
      return isThere ? [{ ...annotation, target: this.draft(id) }] : [annotation];
    });
  }

  /** Puts every annotation whose stored place is not where its passage is in the text on disk. */
  upToDate(): readonly SidecarEdit[] {
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
  fingerprintEdit(): readonly SidecarEdit[] {
    const inDoubt = [...this.entries.values()].some((entry) => isPlaceInDoubt(entry.annotation, entry.state));
    if (inDoubt || this.entries.size === 0) return [];
    return [{ kind: 'text', text: fingerprint(this.onDisk.text) }];
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
      return this.onDisk.selectorOf(span, this.current, known[i]) ?? (pending ? undefined : known[i]);
    });
    const isWhole = selectors.length > 0 && selectors.every((selector) => selector !== undefined);
    if (isWhole) return selectors;
    return pending || known.length === 0 ? undefined : known;
  }

  /** Selectors into the text being edited, for what can't be told in the text on disk. */
  private draft(id: string): readonly Selector[] {
    const offsets = storedOffsets(this.current);
    return (this.tracked.spansOf(id) ?? []).map((span) => makeSelector(this.current, span, offsets));
  }
}
