import type { Edit } from '../text/edit';
import { invertEdits } from '../text/edit';
import type { OffsetConverter } from '../text/offsets';
import { storedOffsets } from '../text/offsets';
import type { Span } from '../text/span';
import type { Selector } from './annotation';
import { makeSelector, saysTheSame, selectorSpan } from './selector';
import { trackSpan } from './tracking';

/** The text of a release as it is on disk, and the way from there to the text in the editor. Spans are UTF-16 offsets. */
export class SavedText {
  /** Changes since it was saved, oldest first. */
  private unsaved: (readonly Edit[])[] = [];
  private offsets: OffsetConverter;

  constructor(private onDisk: string) {
    this.offsets = storedOffsets(onDisk);
  }

  get text(): string {
    return this.onDisk;
  }

  /** The text in the editor has gone on; `edits` are sorted and relative to the text before them. */
  edited(edits: readonly Edit[]): void {
    this.unsaved.push(edits);
  }

  /** This is on disk now, and in the editor. */
  take(text: string): void {
    this.unsaved = [];
    this.onDisk = text;
    this.offsets = storedOffsets(text);
  }

  /** Where a span of the text on disk is in the editor. */
  readonly toEdited = (span: Span): Span =>
    this.unsaved.reduce<Span>((moved, edits) => trackSpan(moved, edits), span);

  /** Where a selector's position is in the editor. */
  placeOf(selector: Selector): Span {
    return this.toEdited(selectorSpan(this.onDisk, this.offsets, selector));
  }

  /**
   * The selector of what stands at `span` of the `edited` text; `undefined` where that isn't on disk. `known` is given
   * back where it says the same.
   */
  selectorOf(span: Span, edited: string, known: Selector | undefined): Selector | undefined {
    const saved = this.toSaved(span);
    const isSaved = this.onDisk.slice(saved.start, saved.end) === edited.slice(span.start, span.end);
    if (!isSaved) return undefined;
    const selector = makeSelector(this.onDisk, saved, this.offsets);
    return known && saysTheSame(known, selector) ? known : selector;
  }

  private toSaved(span: Span): Span {
    return this.unsaved.reduceRight<Span>((moved, edits) => trackSpan(moved, invertEdits(edits)), span);
  }
}
