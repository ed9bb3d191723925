import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { codeWithKey } from '../../core/annotation/codeSearch';
import type { Span } from '../../core/text/span';
import type { Corpora } from '../corpus/corpora';
import { Turns } from '../support/turns';
import type { AnnotatedRelease } from './annotatedRelease';
import type { AnnotatedReleases } from './annotatedReleases';
import { ActiveRelease } from './activeRelease';
import type { Author } from './author';
import { briefly } from './brief';
import type { RecentCodes } from './recentCodes';
import { Reviewing } from './reviewing';

/** A note that is being written: the annotation's id, what was typed of it so far, and where the keyboard goes in the end. */
export interface NoteDraft {
  readonly id: string;
  readonly draft?: string;
  readonly from: 'text' | 'panel';
}

/** What a command answers that leads to a place in a text, where the keyboard is to stay. */
export const elsewhere = 'elsewhere';

/** What a reader does with passages of the release before them; the commands and the panel both come here. */
export class Tagging extends ActiveRelease {
  /** What keys do one after the other. */
  readonly turns = new Turns();
  readonly review = new Reviewing(this);
  private readonly noting = new vscode.EventEmitter<NoteDraft>();
  /** A note is to be written in the panel. */
  readonly onDidAskForNote = this.noting.event;
  private readonly comingBack = new vscode.EventEmitter<void>();
  /** What was begun in the panel is done: the keyboard goes back to it. */
  readonly onDidComeBack = this.comingBack.event;

  constructor(
    annotations: AnnotatedReleases,
    private readonly corpora: Corpora,
    private readonly author: Author,
    private readonly recent: RecentCodes,
  ) {
    super(annotations);
  }

  override dispose(): void {
    this.review.dispose();
    this.noting.dispose();
    this.comingBack.dispose();
    super.dispose();
  }

  /**
   * Tags the selected passage. Where exactly that passage is annotated already, or nothing is selected and the cursor
   * stands in one, the codes are added to that annotation.
   */
  async tag(codes: readonly string[]): Promise<void> {
    return this.turns.take(() => this.tagNow(codes));
  }

  /** The same with the code that has a key. */
  async tagWithKey(key: string): Promise<void> {
    return this.turns.take(async () => {
      const editor = this.editor();
      const corpus = editor && (await this.corpora.of(editor.document.uri));
      const code = corpus && codeWithKey(corpus.codes.values(), key);
      if (code) await this.tagNow([code.id]);
      else if (corpus) this.say(vscode.l10n.t('No code has the key {0}.', key));
    });
  }

  private async tagNow(codes: readonly string[]): Promise<void> {
    const editor = this.editor();
    if (!editor || codes.length === 0) return;
    // What is selected now, not what will be once a release that was just opened is read.
    const spans = this.selectedSpans(editor);
    const release = await this.annotations.of(editor.document);
    if (!release) return;
    const same =
      spans.length > 0 ? release.passages.find((p) => sameSpans(p.spans, spans)) : await this.current();
    if (spans.length === 0 && !same) {
      this.say(vscode.l10n.t('Select a passage first, then tag it.'));
      return;
    }
    this.recent.used(codes);
    const names = await this.names(editor, codes);
    const words = briefly(editor.document.getText(), same?.spans ?? spans);
    if (same) {
      const added = codes.filter((code) => !same.annotation.codes.includes(code));
      if (added.length === 0) {
        this.say(vscode.l10n.t('Already tagged with {0}.', names));
        return;
      }
      await this.change(release, same.annotation.id, (annotation) => ({
        ...annotation,
        codes: [...annotation.codes, ...added],
      }));
    } else {
      const author = await this.author.of(editor.document.uri);
      await release.create({ codes, spans, ...(author ? { author } : {}) });
    }
    this.say(vscode.l10n.t('Tagged “{0}” with {1}.', words, names));
  }

  async repeat(): Promise<void> {
    return this.turns.take(async () => {
      if (this.recent.last.length === 0) this.say(vscode.l10n.t('No code was used yet.'));
      else await this.tagNow(this.recent.last);
    });
  }

  async untag(id: string, code: string): Promise<void> {
    const release = await this.release();
    const passage = release?.passages.find(({ annotation }) => annotation.id === id);
    if (!release || !passage) return;
    const codes = passage.annotation.codes.filter((other) => other !== code);
    const isEmpty = codes.length === 0 && passage.annotation.entity === undefined && !passage.annotation.note;
    if (isEmpty) await release.remove([id]);
    else await this.change(release, id, (annotation) => ({ ...annotation, codes }));
    this.say(vscode.l10n.t('Code removed.'));
  }

  async remove(ids: readonly string[]): Promise<void> {
    const release = await this.release();
    if (!release || ids.length === 0) return;
    await release.remove(ids);
    this.say(
      ids.length === 1
        ? vscode.l10n.t('Annotation deleted.')
        : vscode.l10n.t('{0} annotations deleted.', ids.length),
    );
  }

  /** Lets a note be written in the panel, where it may have many lines. */
  writeNote(id: string, draft: string | undefined, from: NoteDraft['from']): void {
    this.noting.fire({ id, from, ...(draft === undefined ? {} : { draft }) });
  }

  /**
   * Runs a command that may ask something. Where it was begun in the panel, whose menus and messages say so in its argument, the
   * keyboard goes back there: the editor would leave it in the text.
   */
  async returning(argument: unknown, run: () => Promise<unknown>): Promise<void> {
    let led: unknown;
    try {
      led = await run();
    } finally {
      if (isFromPanel(argument) && led !== elsewhere) this.comingBack.fire();
    }
  }

  /** Sets an annotation's note; an empty one takes it away. `uri` names the release where it need not be the one shown. */
  async setNote(id: string, note: string, uri?: string): Promise<void> {
    const release = uri === undefined ? await this.release() : await this.releaseAt(uri);
    if (!release) return;
    await this.change(release, id, (annotation) => withNote(annotation, note.trim()));
    this.say(vscode.l10n.t('Note saved.'));
  }

  async undo(): Promise<void> {
    const undone = await this.turns.take(async () => (await this.release())?.acts.undo());
    this.say(undone ? vscode.l10n.t('Annotation change undone.') : vscode.l10n.t('Nothing to undo.'));
  }

  async redo(): Promise<void> {
    const redone = await this.turns.take(async () => (await this.release())?.acts.redo());
    this.say(redone ? vscode.l10n.t('Annotation change redone.') : vscode.l10n.t('Nothing to redo.'));
  }

  private async releaseAt(uri: string): Promise<AnnotatedRelease | undefined> {
    return this.annotations.of(await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true)));
  }

  private async change(
    release: AnnotatedRelease,
    id: string,
    decide: (annotation: Annotation) => Annotation,
  ): Promise<void> {
    await release.change([id], decide);
  }

  private async names(editor: vscode.TextEditor, codes: readonly string[]): Promise<string> {
    const corpus = await this.corpora.of(editor.document.uri);
    return codes.map((id) => corpus.codes.get(id)?.name ?? id).join(', ');
  }
}

/** Whether the panel gave a command this argument. */
export function isFromPanel(argument: unknown): boolean {
  return typeof argument === 'object' && argument !== null && 'webviewSection' in argument;
}

function withNote(annotation: Annotation, note: string): Annotation {
  const { note: before, ...rest } = annotation;
  if (note === (before ?? '')) return annotation;
  return note ? { ...rest, note } : rest;
}

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every((span, i) => span.start === b[i]!.start && span.end === b[i]!.end);
}
