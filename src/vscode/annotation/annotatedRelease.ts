import * as vscode from 'vscode';
import { anchorsInNewText } from '../../core/annotation/anchorsInNewText';
import type { Annotation, Sidecar } from '../../core/annotation/annotation';
import type { Decision } from '../../core/annotation/decisions';
import { decideTogether, settleConflict } from '../../core/annotation/decisions';
import { carryOutFix } from '../../core/annotation/fixDecisions';
import type { Passage } from '../../core/annotation/passage';
import { LiveAnnotations } from '../../core/annotation/liveAnnotations';
import { newAnnotationId } from '../../core/annotation/sidecar';
import type { SidecarEdit } from '../../core/annotation/sidecarEdit';
import { replacement } from '../../core/text/edit';
import { toLf } from '../../core/text/lines';
import type { Problem } from '../../core/text/problem';
import type { Span } from '../../core/text/span';
import type { WaitingAnnotations } from '../../core/annotation/waitingAnnotations';
import type { Services } from '../services';
import { fileName, readSavedText } from '../support/textFiles';
import { ActHistory } from './actHistory';
import { anchorsOnDisk } from './anchorsOnDisk';
import { isOnDisk, type DocumentChange } from './documentChange';
import { sidecarOf } from './heldSidecars';
import type { SidecarFile } from './sidecarFile';
import { SidecarWriter } from './sidecarWriter';
import type { UndoStep } from './undoStep';
import { WaitingPassages } from './waitingPassages';
import { timestamp } from '../../core/annotation/timestamp';

/** How long the editor may take to say that a changed document has unsaved changes. */
const settleMs = 250;

/** An open release with its annotations: reads its sidecar, follows its text, writes what is decided. */
export class AnnotatedRelease {
  private readonly live: LiveAnnotations;
  readonly acts = new ActHistory();
  private readonly ownStep: UndoStep = {
    undo: () => this.write(this.writer.withLines(this.live.undo() ?? [])),
    redo: () => this.write(this.writer.withLines(this.live.redo() ?? [])),
  };
  private diskTimer: ReturnType<typeof setTimeout> | undefined;
  /** The version of the document that `live` has followed it to. */
  private version: number;
  private source = '';
  /** The text on disk that places were looked for in when the sidecar was last read. */
  private placedIn: string | undefined;
  private found: readonly Problem[] = [];
  private said: string | undefined;
  private fileExists = false;
  private readonly writer: SidecarWriter;
  private readonly waiting: WaitingPassages;
  private known: readonly Passage[] | undefined;

  private constructor(
    readonly document: vscode.TextDocument,
    private readonly file: SidecarFile,
    kept: WaitingAnnotations,
    private readonly services: Services,
    private readonly tellChanged: () => void,
    savedText: string | undefined,
  ) {
    const text = document.getText();
    const isUnsaved = savedText !== undefined && toLf(savedText) !== toLf(text);
    this.live = new LiveAnnotations(isUnsaved ? savedText : text);
    if (isUnsaved) this.live.edited([replacement(savedText, text)], text);
    this.version = document.version;
    this.writer = new SidecarWriter(file);
    this.waiting = new WaitingPassages(this.live, file, kept);
  }

  static async open(
    document: vscode.TextDocument,
    file: SidecarFile,
    kept: WaitingAnnotations,
    services: Services,
    changed: () => void,
  ): Promise<AnnotatedRelease> {
    const savedText = document.isDirty ? await readSavedText(document.uri, document.encoding) : undefined;
    const release = new AnnotatedRelease(document, file, kept, services, changed, savedText);
    await release.reload();
    if (document.isDirty) await release.waiting.resume();
    return release;
  }

  get sidecarUri(): vscode.Uri {
    return this.file.uri;
  }

  /** The sidecar's source as last read. */
  get sidecarSource(): string {
    return this.source;
  }

  /** What is wrong in the sidecar; spans are of {@link sidecarSource}. */
  get problems(): readonly Problem[] {
    return this.found;
  }

  /** Why annotations can't be saved, while they can't. */
  get warning(): string | undefined {
    return this.said;
  }

  /** The release's text on disk, as far as is known; what the sidecar speaks of. */
  get textOnDisk(): string {
    return this.live.textOnDisk;
  }

  /** In text order; the same list until something about them changes. */
  get passages(): readonly Passage[] {
    return (this.known ??= this.live.passages);
  }

  hasSidecar(): boolean {
    return this.fileExists;
  }

  /** Reads the sidecar again where it says something else than is known: the editor tells of writes of ours too. */
  async follow(): Promise<void> {
    const isSettled = !this.writer.isWriting && !this.writer.hasUnwritten && this.said === undefined;
    const isKnown =
      isSettled && this.placedIn === this.live.textOnDisk && (await this.file.read()) === this.source;
    if (!isKnown) await this.reload();
  }

  /** Reads the sidecar again, after it was changed by somebody else or by a write of ours. */
  async reload(): Promise<void> {
    if (this.writer.isWriting) return;
    const source = await this.file.read();
    if (this.writer.isWriting) return;
    this.fileExists = source !== undefined;
    this.source = source ?? '';
    const { sidecar, problems } = source === undefined ? noSidecar : sidecarOf(source);
    this.found = problems;
    if (source !== undefined && !sidecar) {
      this.said = vscode.l10n.t(
        '{0} can’t be read, so nothing is written to it; the Problems view says where. New annotations wait until it is mended.',
        fileName(this.file.uri),
      );
    } else if (this.writer.hasUnwritten) {
      return this.write([]);
    } else {
      this.said = undefined;
      const text = this.live.textOnDisk;
      const anchors = sidecar ? await anchorsOnDisk(this.document.uri, text, sidecar, this.services) : [];
      if (this.writer.isWriting) return;
      if (this.live.textOnDisk !== text) return this.reload();
      this.live.load(sidecar?.annotations ?? [], anchors, sidecar?.text);
      this.placedIn = text;
    }
    this.changed();
  }

  /** Follows a change of the document. Changes that came before it was opened here are in its text already. */
  async edited(change: DocumentChange): Promise<void> {
    if (change.version <= this.version) return;
    this.version = change.version;
    this.live.edited(change.edits, change.text);
    this.changed();
    clearTimeout(this.diskTimer);
    if (change.mayBeFromDisk) this.diskTimer = setTimeout(() => void this.lookAtDisk(), settleMs);
    this.waiting.keepSoon();
    // Undone to the text on disk: what was tagged in it need not wait.
    if (!change.mayBeFromDisk && change.text === this.live.textOnDisk) await this.write(this.live.saved());
  }

  /**
   * A change that leaves the document without unsaved changes, and was not saved, is the file's: somebody else wrote it.
   * What the editor reports of it need not be what was edited, so passages are looked for with the old text at hand.
   */
  private async lookAtDisk(): Promise<void> {
    const { document, version } = this;
    const text = document.getText();
    const previousText = this.live.textOnDisk;
    if (document.isDirty || document.isClosed) return;
    if (!(await isOnDisk(document)) || version !== document.version) return;
    if (previousText === text) return this.backOnDisk();
    const annotations = this.live.passages.map(({ annotation }) => annotation);
    const madeOf = sidecarOf(this.source).sidecar?.text;
    await this.write(this.live.replaced(text, anchorsInNewText(text, previousText, annotations, madeOf)));
  }

  /**
   * The text is again what it was: reverted, or the file was changed and changed back, as branches are switched. What was tagged
   * meanwhile need not wait; the sidecar may be another one by now, which has nothing of those of the other text.
   */
  private async backOnDisk(): Promise<void> {
    await this.follow();
    if (this.live.waiting.length > 0) await this.write(this.live.saved());
  }

  /** The document was saved: the sidecar follows. */
  async saved(): Promise<void> {
    await this.write(this.live.saved());
  }

  /** The document was closed without saving: what was tagged in unsaved text is kept all the same. */
  async closed(): Promise<void> {
    clearTimeout(this.diskTimer);
    await this.write(this.live.discarded());
    await this.waiting.end();
  }

  /** Makes an annotation; returns its id. */
  async create(made: {
    readonly codes: readonly string[];
    readonly spans: readonly Span[];
    readonly entity?: string;
    readonly note?: string;
    readonly author?: string;
  }): Promise<string> {
    const known = new Set(this.live.passages.map(({ annotation }) => annotation.id));
    const id = newAnnotationId(known);
    await this.carryOut(() => this.live.create([{ id, ...made }], now()));
    return id;
  }

  /** Carries out several decisions that are undone as one; `newId` gives ids for what is created. */
  async decide(make: (newId: () => string) => readonly Decision[]): Promise<void> {
    const known = new Set(this.live.passages.map(({ annotation }) => annotation.id));
    const newId = (): string => {
      const id = newAnnotationId(known);
      known.add(id);
      return id;
    };
    await this.carryOut(() => decideTogether(this.live, make(newId), now()));
  }

  async change(ids: readonly string[], decide: (annotation: Annotation) => Annotation): Promise<void> {
    await this.carryOut(() => this.live.change(ids, decide, now()));
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.carryOut(() => this.live.remove(ids));
  }

  /** Makes the changes that a check proposed. */
  async fix(edits: readonly SidecarEdit[]): Promise<void> {
    await this.carryOut(() => carryOutFix(this.live, edits, now()));
  }

  /** Takes the proposed place of a fuzzy or ambiguous annotation for its place. */
  async accept(id: string): Promise<void> {
    const passage = this.live.passage(id);
    if (passage && passage.spans.length > 0)
      await this.carryOut(() => this.live.move(id, passage.spans, now()));
  }

  /** Gives an annotation another place, in UTF-16 offsets of the document. */
  async move(id: string, spans: readonly Span[]): Promise<void> {
    await this.carryOut(() => this.live.move(id, spans, now()));
  }

  /** Keeps an annotation whose passage is gone for its quote. */
  async keepAsOrphan(id: string): Promise<void> {
    await this.carryOut(() => this.live.keepAsOrphan(id, now()));
  }

  /** Decides between two versions that a merge kept; `id` is the one that has `conflict:`. */
  async settle(id: string, keep: 'this' | 'other' | 'both'): Promise<void> {
    const annotation = this.live.passage(id)?.annotation;
    if (annotation) await this.decide(() => settleConflict(annotation, keep));
  }

  private async carryOut(act: () => readonly SidecarEdit[]): Promise<void> {
    const before = this.live.actionCount;
    const edits = act();
    if (this.live.actionCount > before) this.acts.add(this.ownStep);
    await this.write(edits);
  }

  private changed(): void {
    this.known = undefined;
    this.tellChanged();
  }

  private async write(edits: readonly SidecarEdit[]): Promise<void> {
    this.changed();
    await this.waiting.keep();
    if (edits.length === 0 && !this.writer.hasUnwritten) return;
    this.said = await this.writer.write(edits);
    if (this.said === undefined && !this.writer.isWriting) await this.reload();
    else this.changed();
  }
}

const noSidecar: { readonly sidecar?: Sidecar; readonly problems: readonly Problem[] } = { problems: [] };

function now(): string {
  return timestamp(new Date());
}
