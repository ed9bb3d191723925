import * as vscode from 'vscode';
import { takeTypedAhead } from '../support/typeAhead';

/** What became of a note in the box: its text, or what was typed so far of a note to be written in the panel. */
export type Noted = { readonly note: string } | { readonly draft: string };

/** Asks for a note of one line where the cursor is. Longer ones are written in the panel, where the key that opened the box leads. */
export class NoteBox {
  private open: vscode.InputBox | undefined;
  private leave: (() => void) | undefined;
  /** What was typed and not accepted, by annotation: it stands in the box again the next time. */
  private readonly drafts = new Map<string, string>();

  /** Goes on in the panel with what is typed. */
  toPanel(): void {
    this.leave?.();
  }

  /** @returns undefined when the person went away */
  ask(id: string, note: string): Promise<Noted | undefined> {
    // A box has one line; accepted, it would make one of all.
    if (/\n/.test(note)) return Promise.resolve({ draft: note });
    this.open?.dispose();
    const box = vscode.window.createInputBox();
    this.open = box;
    box.title = vscode.l10n.t('Note');
    const draft = this.drafts.get(id);
    box.prompt =
      draft === undefined
        ? vscode.l10n.t('Empty takes the note away.')
        : vscode.l10n.t('Typed before and not saved. Empty takes the note away.');
    box.value = draft ?? note;
    // A look at the text, or at another window, ends no note.
    box.ignoreFocusOut = true;
    box.buttons = [
      {
        iconPath: new vscode.ThemeIcon('edit'),
        tooltip: vscode.l10n.t('Write in the Panel, in Several Lines'),
      },
    ];
    return new Promise((resolve) => {
      const finish = (noted: Noted | undefined): void => {
        this.leave = undefined;
        if (noted === undefined && box.value !== note) this.drafts.set(id, box.value);
        else this.drafts.delete(id);
        void vscode.commands.executeCommand('setContext', 'pressmark.writingNote', false);
        resolve(noted);
        box.dispose();
      };
      const accept = (): void => finish({ note: box.value });
      this.leave = () => finish({ draft: box.value });
      box.onDidAccept(accept);
      box.onDidTriggerButton(() => this.toPanel());
      box.onDidHide(() => finish(undefined));
      void vscode.commands.executeCommand('setContext', 'pressmark.writingNote', true);
      box.show();
      const written = takeTypedAhead({ box, accept, others: { 'alt+n': () => this.toPanel() } });
      box.onDidChangeValue(written);
    });
  }
}
