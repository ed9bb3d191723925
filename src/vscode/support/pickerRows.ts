import * as vscode from 'vscode';

/** Set to learn that the editor has taken over new rows; no key or menu depends on it. */
const turnKey = 'pressmark.pickerTurn';

/**
 * The rows of a list that is filtered here as a person types, and which of them Enter means. Until the editor has taken over new rows, it
 * goes on telling which of the old ones is active, by their numbers: a person who types quickly and presses Enter would get another
 * row than the one found. As long as that may be so, Enter means the first row.
 */
export class PickerRows<Row extends vscode.QuickPickItem> {
  private rows: readonly Row[] = [];
  private turn = 0;
  private settled = 0;

  constructor(private readonly picker: vscode.QuickPick<Row>) {
    // Rows stay in their order: VS Code would put those first whose label holds what was typed, an offer to create it among them.
    Object.assign(picker, { sortByLabel: false });
  }

  show(rows: readonly Row[]): void {
    this.rows = rows;
    const turn = ++this.turn;
    this.picker.items = rows;
    const first = this.first();
    this.picker.activeItems = first ? [first] : [];
    // Rows are sent a moment after they are set, and answers come in the order of questions.
    setTimeout(() => {
      void vscode.commands.executeCommand('setContext', turnKey, turn).then(() => {
        this.settled = Math.max(this.settled, turn);
      });
    }, 0);
  }

  /** The row that Enter means now. */
  accepted(): Row | undefined {
    const [active] = this.picker.activeItems;
    return this.settled === this.turn && active ? active : this.first();
  }

  private first(): Row | undefined {
    return this.rows.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
  }
}
