import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { codeWithKey } from '../../core/annotation/codeSearch';
import { trimSpan, widenToGraphemes } from '../../core/text/graphemes';
import type { Span } from '../../core/text/span';
import { compareSpans } from '../../core/text/span';
import type { Corpora } from '../corpus/corpora';
import { isRelease } from '../support/languages';
import { toRange, toSpan } from '../support/ranges';
import type { AnnotatedRelease } from './annotatedRelease';
import type { AnnotatedReleases } from './annotatedReleases';
import type { Author } from './author';
import type { Passage } from '../../core/annotation/passage';
import { needsReview } from '../../core/annotation/review';
import { Turns } from '../support/turns';
import type { RecentCodes } from './recentCodes';

export interface RevealedPassage {
  readonly editor: vscode.TextEditor;
  readonly ranges: readonly vscode.Range[];
}

/** What a reader does with passages of the release before them; the commands and the panel both come here. */
export class Tagging implements vscode.Disposable {
  /** The annotation that was shown for review last. */
  private reviewed: string | undefined;
  private readonly said = new vscode.EventEmitter<string>();
  /** A sentence on what was done, for the status bar and screen readers. */
  readonly onDidSay = this.said.event;
  /** What keys do one after the other. */
  readonly turns = new Turns();
  private readonly reviewing = new vscode.EventEmitter<string>();
  /** An annotation is to be shown in the panel, for review. */
  readonly onDidReview = this.reviewing.event;
  private readonly revealed = new vscode.EventEmitter<RevealedPassage>();
  /** A passage was gone to in the text. */
  readonly onDidReveal = this.revealed.event;
  private lastEditor: vscode.TextEditor | undefined;
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly annotations: AnnotatedReleases,
    private readonly corpora: Corpora,
    private readonly author: Author,
    private readonly recent: RecentCodes,
  ) {
    this.lastEditor = vscode.window.activeTextEditor;
    this.subscription = vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor) this.lastEditor = editor;
    });
  }

  dispose(): void {
    this.subscription.dispose();
    this.said.dispose();
    this.reviewing.dispose();
    this.revealed.dispose();
  }

  /** The editor whose release is worked on: the active one, also while the focus is in the panel. */
  editor(): vscode.TextEditor | undefined {
    const editor = vscode.window.activeTextEditor ?? this.lastEditor;
    const isOpen = editor && vscode.window.visibleTextEditors.includes(editor);
    return isOpen && isRelease(editor.document) ? editor : undefined;
  }

  /** What a code would tag now: the selections without white space at their ends, never splitting a character. */
  selectedSpans(editor: vscode.TextEditor): readonly Span[] {
    const text = editor.document.getText();
    return editor.selections
      .filter((selection) => !selection.isEmpty)
      .map((selection) => widenToGraphemes(text, trimSpan(text, toSpan(editor.document, selection))))
      .filter((span) => span.start < span.end)
      .sort(compareSpans);
  }

  /** The annotation a command without an id means: the shortest one under the cursor. */
  async current(): Promise<Passage | undefined> {
    const editor = this.editor();
    const release = editor && (await this.annotations.of(editor.document));
    if (!editor || !release) return undefined;
    const cursor = editor.document.offsetAt(editor.selection.active);
    return release.passages
      .filter(({ spans }) => spans.some(({ start, end }) => start <= cursor && cursor <= end))
      .sort((a, b) => extent(a) - extent(b))[0];
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
    const release = editor && (await this.annotations.of(editor.document));
    if (!editor || !release || codes.length === 0) return;
    const spans = this.selectedSpans(editor);
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

  /** Sets an annotation's note; an empty one takes it away. */
  async setNote(id: string, note: string): Promise<void> {
    const release = await this.release();
    if (!release) return;
    await this.change(release, id, (annotation) => withNote(annotation, note.trim()));
    this.say(vscode.l10n.t('Note saved.'));
  }

  /** Takes the proposed place of a fuzzy or ambiguous annotation for its place. */
  async accept(id: string): Promise<void> {
    await (await this.release())?.accept(id);
    this.say(vscode.l10n.t('Place accepted.'));
  }

  /** Puts an annotation whose place is in doubt, or any other, to the selected passage. */
  async placeHere(id: string): Promise<void> {
    const editor = this.editor();
    const release = editor && (await this.annotations.of(editor.document));
    if (!editor || !release) return;
    const spans = this.selectedSpans(editor);
    if (spans.length === 0) {
      this.say(vscode.l10n.t('Select the passage where it belongs first.'));
      return;
    }
    await release.move(id, spans);
    this.say(vscode.l10n.t('The annotation stands here now.'));
  }

  /** Keeps an annotation whose passage is gone for its quote; it is not asked about any more. */
  async keepAsOrphan(id: string): Promise<void> {
    await (await this.release())?.keepAsOrphan(id);
    this.say(vscode.l10n.t('The annotation is kept without a place.'));
  }

  /** Decides between two versions that a merge kept; `id` is the one that has `conflict:`. */
  async settle(id: string, keep: 'this' | 'other' | 'both'): Promise<void> {
    await (await this.release())?.settle(id, keep);
    this.say(
      keep === 'both' ? vscode.l10n.t('Both versions are kept.') : vscode.l10n.t('One version is kept.'),
    );
  }

  /** The annotation a decision of the review is about: the one shown last while it waits, else the one under the cursor. */
  async underReview(): Promise<string | undefined> {
    const passages = (await this.release())?.passages ?? [];
    const waits = passages.some(
      ({ annotation, state }) => annotation.id === this.reviewed && needsReview(annotation, state),
    );
    return waits ? this.reviewed : (await this.current())?.annotation.id;
  }

  /** Shows the next annotation that waits for a decision: after the one shown last, or after the cursor, and round the end. */
  async reviewNext(): Promise<void> {
    const editor = this.editor();
    const release = editor && (await this.annotations.of(editor.document));
    if (!editor || !release) return;
    const doubtful = release.passages.filter(({ annotation, state }) => needsReview(annotation, state));
    if (doubtful.length === 0) {
      this.say(vscode.l10n.t('Nothing to review: every annotation has its place.'));
      return;
    }
    const last = doubtful.findIndex(({ annotation }) => annotation.id === this.reviewed);
    const cursor = editor.document.offsetAt(editor.selection.start);
    const after = doubtful.find(({ spans }) => (spans[0]?.start ?? Infinity) > cursor);
    const next = (last >= 0 ? doubtful[(last + 1) % doubtful.length] : after) ?? doubtful[0]!;
    this.reviewed = next.annotation.id;
    await this.reveal(next.annotation.id);
    if (next.spans.length === 0) {
      const [target] = next.annotation.target;
      this.say(vscode.l10n.t('“{0}” is no longer in the text.', brief(target?.quote ?? '')));
    }
    this.reviewing.fire(next.annotation.id);
  }

  /** Selects an annotation's passage in the text. */
  async reveal(id: string): Promise<void> {
    const editor = this.editor();
    const release = editor && (await this.annotations.of(editor.document));
    const passage = release?.passages.find(({ annotation }) => annotation.id === id);
    const [first] = passage?.spans ?? [];
    if (!editor || !passage || !first) return;
    const selections = passage.spans.map((span) => {
      const range = toRange(editor.document, span);
      return new vscode.Selection(range.start, range.end);
    });
    const shown = await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    shown.selections = selections;
    shown.revealRange(toRange(editor.document, first), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    this.revealed.fire({ editor: shown, ranges: selections });
  }

  async undo(): Promise<void> {
    const undone = await this.turns.take(async () => (await this.release())?.undo());
    this.say(undone ? vscode.l10n.t('Annotation change undone.') : vscode.l10n.t('Nothing to undo.'));
  }

  async redo(): Promise<void> {
    const redone = await this.turns.take(async () => (await this.release())?.redo());
    this.say(redone ? vscode.l10n.t('Annotation change redone.') : vscode.l10n.t('Nothing to redo.'));
  }

  say(text: string): void {
    vscode.window.setStatusBarMessage(text, 4000);
    this.said.fire(text);
  }

  /** The annotations of the release worked on. */
  async release(): Promise<AnnotatedRelease | undefined> {
    const editor = this.editor();
    return editor && this.annotations.of(editor.document);
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

function withNote(annotation: Annotation, note: string): Annotation {
  const { note: before, ...rest } = annotation;
  if (note === (before ?? '')) return annotation;
  return note ? { ...rest, note } : rest;
}

/** The first words of a passage, for a sentence on it. */
function briefly(text: string, spans: readonly Span[]): string {
  const [first] = spans;
  return brief(first ? text.slice(first.start, first.end) : '');
}

function brief(text: string): string {
  const words = text.replace(/\s+/g, ' ');
  return words.length <= 40 ? words : `${words.slice(0, 38).trimEnd()}…`;
}

function extent(passage: Passage): number {
  return (passage.spans.at(-1)?.end ?? 0) - (passage.spans[0]?.start ?? 0);
}

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every((span, i) => span.start === b[i]!.start && span.end === b[i]!.end);
}
