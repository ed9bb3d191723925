import * as vscode from 'vscode';
import { needsReview } from '../../core/annotation/review';
import type { ActiveRelease } from './activeRelease';
import { brief } from '../../core/text/brief';

/** Deciding about annotations whose place is in doubt, and about versions that a merge kept. */
export class Reviewing implements vscode.Disposable {
  /** The annotation that was shown for review last. */
  private reviewed: string | undefined;
  private readonly shown = new vscode.EventEmitter<string>();
  /** An annotation is to be shown in the panel, for review. */
  readonly onDidShow = this.shown.event;

  constructor(private readonly here: ActiveRelease) {}

  dispose(): void {
    this.shown.dispose();
  }

  /** Takes the proposed place of a fuzzy or ambiguous annotation for its place. */
  async accept(id: string): Promise<void> {
    await (await this.here.release())?.accept(id);
    this.here.say(vscode.l10n.t('Place accepted.'));
  }

  /** Puts an annotation whose place is in doubt, or any other, to the selected passage. */
  async placeHere(id: string): Promise<void> {
    const editor = this.here.editor();
    const release = await this.here.release();
    if (!editor || !release) return;
    const spans = this.here.selectedSpans(editor);
    if (spans.length === 0) {
      this.here.say(vscode.l10n.t('Select the passage where it belongs first.'));
      return;
    }
    await release.move(id, spans);
    this.here.say(vscode.l10n.t('The annotation stands here now.'));
  }

  /** Keeps an annotation whose passage is gone for its quote; it is not asked about any more. */
  async keepAsOrphan(id: string): Promise<void> {
    await (await this.here.release())?.keepAsOrphan(id);
    this.here.say(vscode.l10n.t('The annotation is kept without a place.'));
  }

  /** Decides between two versions that a merge kept; `id` is the one that has `conflict:`. */
  async settle(id: string, keep: 'this' | 'other' | 'both'): Promise<void> {
    await (await this.here.release())?.settle(id, keep);
    this.here.say(
      keep === 'both' ? vscode.l10n.t('Both versions are kept.') : vscode.l10n.t('One version is kept.'),
    );
  }

  /** The annotation a decision of the review is about: the one shown last while it waits, else the one under the cursor. */
  async current(): Promise<string | undefined> {
    const passages = (await this.here.release())?.passages ?? [];
    const waits = passages.some(
      ({ annotation, state }) => annotation.id === this.reviewed && needsReview(annotation, state),
    );
    return waits ? this.reviewed : (await this.here.current())?.annotation.id;
  }

  /** Shows the next annotation that waits for a decision: after the one shown last, or after the cursor, and round the end. */
  async next(): Promise<void> {
    const editor = this.here.editor();
    const release = await this.here.release();
    if (!editor || !release) return;
    const doubtful = release.passages.filter(({ annotation, state }) => needsReview(annotation, state));
    if (doubtful.length === 0) {
      this.here.say(vscode.l10n.t('Nothing to review: every annotation has its place.'));
      return;
    }
    const last = doubtful.findIndex(({ annotation }) => annotation.id === this.reviewed);
    const cursor = editor.document.offsetAt(editor.selection.start);
    const after = doubtful.find(({ spans }) => (spans[0]?.start ?? Infinity) > cursor);
    const next = (last >= 0 ? doubtful[(last + 1) % doubtful.length] : after) ?? doubtful[0]!;
    this.reviewed = next.annotation.id;
    await this.here.reveal(next.annotation.id);
    const quote = brief(next.annotation.target[0]?.quote ?? '');
    this.here.say(
      next.spans.length === 0
        ? vscode.l10n.t('“{0}” is no longer in the text.', quote)
        : vscode.l10n.t(
            '{0} of {1} to be reviewed: “{2}”',
            doubtful.indexOf(next) + 1,
            doubtful.length,
            quote,
          ),
    );
    this.shown.fire(next.annotation.id);
  }
}
