import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import { anchorAnnotations } from './anchoring';
import type { Anchor, Annotation, Selector, TextFingerprint } from './annotation';
import { fingerprint } from './fingerprint';
import type { NewAnnotation, Passage } from './passage';
import { PlacedAnnotations, type Entry, type Remembered } from './placedAnnotations';
import { isSettled, settled } from './review';
import { sameTarget } from './selector';
import type { SidecarEdit } from './sidecarEdit';
import { UndoHistory } from './undoHistory';

/** One annotation before and after an action. */
interface Change {
  readonly id: string;
  readonly before: Remembered | undefined;
  readonly after: Remembered | undefined;
}

/**
 * The annotations of one open release: they follow its text while it is edited, and every action on them can be undone.
 * Whatever changes returns the edits that bring the sidecar up to date. A sidecar speaks of the text *on disk*: while the
 * text has unsaved changes, places are stored as they are in the saved text, and a passage made of unsaved text waits
 * until it is saved.
 */
export class LiveAnnotations {
  private readonly placed: PlacedAnnotations;
  private readonly history = new UndoHistory<Change>(({ before, after }) => {
    if (before) this.placed.forget(before);
    if (after) this.placed.forget(after);
  });

  /** `text` as on disk and in the editor; offsets are UTF-16 code units of it. */
  constructor(text: string) {
    this.placed = new PlacedAnnotations(text);
  }

  /** All passages in text order; those without a place last. */
  get passages(): readonly Passage[] {
    const passages = this.placed.ids.map((id) => this.placed.passage(id)!);
    return passages.sort(
      (a, b) =>
        (a.spans[0]?.start ?? Infinity) - (b.spans[0]?.start ?? Infinity) ||
        (a.annotation.id < b.annotation.id ? -1 : 1),
    );
  }

  /** The text on disk, which `anchors` of {@link load} refer to. */
  get textOnDisk(): string {
    return this.placed.savedText.text;
  }

  /** Annotations that no file holds, because the text they are in isn't saved; they quote it as it is in the editor. */
  get waiting(): readonly Annotation[] {
    return this.placed.waiting();
  }

  get canUndo(): boolean {
    return this.history.canUndo;
  }

  get canRedo(): boolean {
    return this.history.canRedo;
  }

  /** How many actions were carried out and not undone: it grows with each. */
  get actionCount(): number {
    return this.history.mark();
  }

  passage(id: string): Passage | undefined {
    return this.placed.passage(id);
  }

  /** Where selectors of the text on disk stand in the text being edited, going by their positions alone. */
  placesOf(target: readonly Selector[]): readonly Span[] {
    return target.map((selector) => this.placed.savedText.placeOf(selector));
  }

  /**
   * Takes over what a sidecar says now. `anchors` are places in the text on disk; what is not found there but is in the
   * text being edited has its place in that. An annotation whose target is the one already known keeps the place it has
   * followed its text to; waiting ones stay. But where the sidecar speaks of the very text on disk (`madeOf`), what it says
   * is surer than a place that was looked for.
   */
  load(annotations: readonly Annotation[], anchors: readonly Anchor[], madeOf?: TextFingerprint): void {
    const { savedText } = this.placed;
    let ofThisText: boolean | undefined;
    const isOfThisText = (): boolean =>
      (ofThisText ??= madeOf !== undefined && madeOf.sha256 === fingerprint(savedText.text).sha256);
    const onDisk = new Map(anchors.map((anchor) => [anchor.id, anchor]));
    const unknown: Annotation[] = [];
    for (const annotation of annotations) {
      const { id, target } = annotation;
      const known = this.placed.get(id);
      const isInPlace = known?.state === 'exact' || known?.pending === true || !isOfThisText();
      if (known && isInPlace && sameTarget(known.annotation.target, target))
        this.placed.set(id, { ...known, annotation, pending: false });
      else unknown.push(annotation);
    }
    const lost = unknown.filter(({ id }) => !isSettled(onDisk.get(id)?.state ?? 'orphan'));
    const edited = this.inUnsavedText(lost);
    for (const annotation of unknown) {
      const { id } = annotation;
      const inEditor = edited.get(id);
      const anchor = inEditor ?? onDisk.get(id);
      const spans = anchor?.spans ?? [];
      this.placed.set(id, entryOf(annotation, anchor), inEditor ? spans : spans.map(savedText.toEdited));
    }
    const kept = new Set(annotations.map(({ id }) => id));
    for (const id of this.placed.ids)
      if (!kept.has(id) && !this.placed.get(id)?.pending) this.placed.delete(id);
  }

  /**
   * Takes over annotations that waited for the text being edited when it was last open. Gives those that are there for
   * sure; they wait again.
   */
  resume(waiting: readonly Annotation[]): readonly Annotation[] {
    const found = this.inUnsavedText(waiting);
    const resumed = waiting.filter(({ id }) => found.has(id));
    for (const annotation of resumed) {
      const { id } = annotation;
      this.placed.place(id, { annotation, state: 'exact', pending: true }, found.get(id)!.spans);
    }
    return resumed;
  }

  /** Follows a change of the text in the editor; `edits` relative to the text before it, in any order. */
  edited(edits: readonly Edit[], text: string): void {
    this.placed.edited(edits, text);
  }

  /** The text in the editor is again the text on disk (saved, reverted, undone to it) without a change of the file. */
  saved(): readonly SidecarEdit[] {
    const isNewText = this.textOnDisk !== this.placed.text;
    this.placed.saved();
    const edits = this.placed.upToDate();
    return isNewText || edits.length > 0 ? [...edits, ...this.placed.fingerprintEdit()] : [];
  }

  /**
   * The file was changed outside and the editor shows its new text: `anchors` are the places found there. What waited for
   * the text that is gone is written down, so that none is lost.
   */
  replaced(text: string, anchors: readonly Anchor[]): readonly SidecarEdit[] {
    const written = this.discarded();
    this.placed.replaced(text);
    for (const anchor of anchors) {
      const entry = this.placed.get(anchor.id);
      if (entry) this.placed.set(anchor.id, entryOf(entry.annotation, anchor), anchor.spans);
    }
    return written;
  }

  /** What must be written although the text it speaks of is thrown away: waiting annotations, so that none is lost. */
  discarded(): readonly SidecarEdit[] {
    return this.placed.ids.flatMap((id) => {
      const entry = this.placed.get(id);
      return entry?.pending ? [{ kind: 'put' as const, annotation: entry.annotation }] : [];
    });
  }

  create(created: readonly NewAnnotation[], now: string): readonly SidecarEdit[] {
    const changes = created.map(({ id, spans, ...decision }) => {
      const annotation: Annotation = { id, ...decision, target: [], created: now };
      this.placed.place(id, { annotation, state: 'exact', pending: true }, spans);
      return { id, before: undefined, after: this.placed.remember(id) };
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
      const entry = this.placed.get(id);
      const decided = entry && decide(entry.annotation);
      if (!entry || !decided || decided === entry.annotation) return [];
      return [
        this.changed(id, () =>
          this.placed.set(id, { ...entry, annotation: { ...decided, id, modified: now } }),
        ),
      ];
    });
    return this.perform(changes);
  }

  /** Gives an annotation another place. */
  move(id: string, spans: readonly Span[], now: string): readonly SidecarEdit[] {
    const entry = this.placed.get(id);
    if (!entry || spans.length === 0) return [];
    const annotation = { ...settled(entry.annotation, 'orphan'), modified: now };
    const pending = entry.pending ?? false;
    return this.perform([
      this.changed(id, () => this.placed.place(id, { annotation, state: 'exact', pending }, spans)),
    ]);
  }

  /** Keeps an annotation whose passage is gone for its quote: it has no place, and is not asked about. */
  keepAsOrphan(id: string, now: string): readonly SidecarEdit[] {
    const entry = this.placed.get(id);
    if (!entry) return [];
    const annotation: Annotation = { ...entry.annotation, orphan: true, modified: now };
    return this.perform([this.changed(id, () => this.placed.set(id, { annotation, state: 'orphan' }, []))]);
  }

  remove(ids: readonly string[]): readonly SidecarEdit[] {
    const present = ids.filter((id) => this.placed.get(id));
    return this.perform(present.map((id) => this.changed(id, () => this.placed.delete(id))));
  }

  /** Several actions that are undone as one: everything `act` does. */
  together(act: () => readonly SidecarEdit[]): readonly SidecarEdit[] {
    const mark = this.history.mark();
    const edits = act();
    this.history.join(mark);
    return edits;
  }

  undo(): readonly SidecarEdit[] | undefined {
    return this.history.undo()?.flatMap(({ id, before }) => this.restore(id, before));
  }

  redo(): readonly SidecarEdit[] | undefined {
    return this.history.redo()?.flatMap(({ id, after }) => this.restore(id, after));
  }

  private changed(id: string, act: () => void): Change {
    const before = this.placed.remember(id);
    act();
    return { id, before, after: this.placed.get(id) && this.placed.remember(id) };
  }

  private perform(changes: readonly Change[]): readonly SidecarEdit[] {
    if (changes.length === 0) return [];
    this.history.add(...changes);
    const edits = changes.flatMap(({ id }) => this.placed.editFor(id));
    if (edits.length === 0) return [];
    const hasMoved = this.placed.ids.some((id) => this.placed.get(id)?.state === 'moved');
    return [...edits, ...(hasMoved ? this.placed.upToDate() : []), ...this.placed.fingerprintEdit()];
  }

  private restore(id: string, remembered: Remembered | undefined): readonly SidecarEdit[] {
    if (remembered) {
      this.placed.restore(id, remembered);
      return this.placed.editFor(id);
    }
    const wasPending = this.placed.get(id)?.pending ?? false;
    this.placed.delete(id);
    return wasPending ? [] : [{ kind: 'remove', id }];
  }

  /** The annotations whose passages stand in unsaved text for sure. */
  private inUnsavedText(annotations: readonly Annotation[]): ReadonlyMap<string, Anchor> {
    const { text } = this.placed;
    if (annotations.length === 0 || text === this.textOnDisk) return new Map();
    const anchors = anchorAnnotations(text, annotations).filter(({ state }) => isSettled(state));
    return new Map(anchors.map((anchor) => [anchor.id, anchor]));
  }
}

function entryOf(annotation: Annotation, anchor: Anchor | undefined): Entry {
  const { state, score } = anchor ?? { state: 'orphan' as const, score: undefined };
  return { annotation, state, ...(score === undefined ? {} : { score }) };
}
