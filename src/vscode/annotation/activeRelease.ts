import * as vscode from 'vscode';
import type { Passage } from '../../core/annotation/passage';
import { trimSpan, widenToGraphemes } from '../../core/text/graphemes';
import type { Span } from '../../core/text/span';
import { compareSpans } from '../../core/text/span';
import { isRelease } from '../support/languages';
import { toRange, toSpan } from '../support/ranges';
import type { AnnotatedRelease } from './annotatedRelease';
import type { AnnotatedReleases } from './annotatedReleases';

export interface RevealedPassage {
  readonly editor: vscode.TextEditor;
  readonly ranges: readonly vscode.Range[];
}

/** The release before the reader: what is selected in it and stands under the cursor, going to a passage, saying what was done. */
export class ActiveRelease implements vscode.Disposable {
  private readonly said = new vscode.EventEmitter<string>();
  /** A sentence on what was done, for the status bar and screen readers. */
  readonly onDidSay = this.said.event;
  private readonly revealed = new vscode.EventEmitter<RevealedPassage>();
  /** A passage was gone to in the text. */
  readonly onDidReveal = this.revealed.event;
  private lastEditor: vscode.TextEditor | undefined;
  private readonly subscription: vscode.Disposable;

  constructor(protected readonly annotations: AnnotatedReleases) {
    this.lastEditor = vscode.window.activeTextEditor;
    this.subscription = vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor) this.lastEditor = editor;
    });
  }

  dispose(): void {
    this.subscription.dispose();
    this.said.dispose();
    this.revealed.dispose();
  }

  /** The editor whose release is worked on: the active one, also while the focus is in the panel. */
  editor(): vscode.TextEditor | undefined {
    const editor = vscode.window.activeTextEditor ?? this.lastEditor;
    const isOpen = editor && vscode.window.visibleTextEditors.includes(editor);
    return isOpen && isRelease(editor.document) ? editor : undefined;
  }

  /**
   * That editor; where another tab covers it, as a walkthrough does, it is shown again. Says so where there is no release at all.
   */
  async shownEditor(): Promise<vscode.TextEditor | undefined> {
    const editor = this.editor();
    if (editor) return editor;
    const last = this.lastEditor?.document;
    const open = vscode.workspace.textDocuments.filter(
      (document) => !document.isClosed && isRelease(document),
    );
    const document = open.find((candidate) => candidate.uri.toString() === last?.uri.toString()) ?? open[0];
    if (document) return vscode.window.showTextDocument(document);
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a press release first.'));
    return undefined;
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

  /** The annotations of the release worked on. */
  async release(): Promise<AnnotatedRelease | undefined> {
    const editor = this.editor();
    return editor && this.annotations.of(editor.document);
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

  say(text: string): void {
    vscode.window.setStatusBarMessage(text, 4000);
    this.said.fire(text);
  }
}

function extent(passage: Passage): number {
  return (passage.spans.at(-1)?.end ?? 0) - (passage.spans[0]?.start ?? 0);
}
