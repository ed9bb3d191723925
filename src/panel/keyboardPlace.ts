/** What can have the keyboard. */
const controls =
  'button, select, a[href], vscode-textfield, vscode-textarea, vscode-button, vscode-tree-item, [role=row]';
const codeRows = 'vscode-tree-item[data-code]';
const lines = '.list [data-key]';

/** An element that draws itself, a moment after it is made. */
interface Drawn {
  readonly updateComplete: Promise<unknown>;
}

/** Where the keyboard is: the element, and what tells it from others, as drawing may put another one in its place. */
interface Place {
  readonly element: HTMLElement;
  readonly code: string | undefined;
  /** How many rows of the codebook stand above. */
  readonly row: number;
  readonly isLine: boolean;
  /** What it stands in, from the inside out. */
  readonly around: readonly Element[];
}

/**
 * Remembers where the keyboard is in the panel and puts it back there: after drawing took away what had it, as a button does that
 * nothing is left to do for, and when a question that was asked elsewhere is answered.
 */
export class KeyboardPlace {
  private place: Place | undefined;

  /** @param toLine gives the keyboard to the line of the list that it was on, or that stands in its place; false without lines */
  constructor(
    private readonly root: HTMLElement,
    private readonly toLine: () => boolean,
  ) {
    root.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLElement) this.place = this.placeOf(target);
    });
  }

  /** Draws. What had the keyboard before has it afterwards, or what stands where it stood. */
  keep(draw: () => void): void {
    const before = document.activeElement;
    draw();
    // Where the keyboard is elsewhere in VS Code, it stays there.
    const hadKeyboard = document.hasFocus() && before !== null && before !== document.body;
    if (hadKeyboard && document.activeElement === document.body) this.restore();
  }

  /**
   * Brings the keyboard from elsewhere in VS Code to where it was. Where it is in the page already it is left alone: VS Code would
   * take it away for a moment, and with it what is being typed.
   *
   * @param ask asks VS Code for it
   */
  comeBack(ask: () => void): void {
    if (document.hasFocus()) return;
    window.addEventListener('focus', () => this.restore(), { once: true });
    ask();
  }

  private restore(): void {
    const target = this.target();
    if (target === undefined) return;
    target.focus();
    if (target.matches(':focus')) return;
    // A row that was drawn just now takes the focus when it has made itself ready.
    void (target as Partial<Drawn>).updateComplete?.then(() => {
      if (document.activeElement === document.body) target.focus();
    });
  }

  private target(): HTMLElement | undefined {
    const { place } = this;
    if (!place) return undefined;
    if (place.element.isConnected && place.element.checkVisibility()) return place.element;
    if (place.code !== undefined) {
      const row = this.root.querySelector<HTMLElement>(
        `vscode-tree-item[data-code="${CSS.escape(place.code)}"]`,
      );
      const rows = this.codeRows();
      return row ?? rows[Math.min(place.row, rows.length - 1)] ?? controlIn(this.root);
    }
    if (place.isLine && this.toLine()) return undefined;
    for (const element of place.around) {
      const control = element.isConnected ? controlIn(element) : undefined;
      if (control) return control;
    }
    return undefined;
  }

  private placeOf(element: HTMLElement): Place {
    const code = element.closest<HTMLElement>(codeRows);
    const around: Element[] = [];
    for (let at = element.parentElement; at && this.root.contains(at); at = at.parentElement) around.push(at);
    return {
      element,
      code: code?.dataset['code'],
      row: code ? this.codeRows().indexOf(code) : -1,
      isLine: element.closest(lines) !== null || element.closest('.bulk') !== null,
      around,
    };
  }

  private codeRows(): readonly HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(codeRows)].filter((row) => row.checkVisibility());
  }
}

/** The first thing within an element that can have the keyboard. */
function controlIn(element: Element): HTMLElement | undefined {
  return [...element.querySelectorAll<HTMLElement>(controls)].find(
    (control) => control.tabIndex >= 0 && control.checkVisibility(),
  );
}
