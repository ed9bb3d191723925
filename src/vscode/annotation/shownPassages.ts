import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import type { Code } from '../../core/annotation/codebook';
import type { PassageFilter } from '../../core/annotation/passageFilter';
import { readFilter, showAll, shownCodes } from '../../core/annotation/passageFilter';

const key = 'pressmark.shownPassages';

/** Which passages are shown in the text, and whether anything is: kept with the workspace. */
export class ShownPassages implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private current: PassageFilter;
  private reading = false;

  constructor(private readonly memory: vscode.Memento) {
    this.current = readFilter(memory.get(key));
    this.tell();
  }

  get filter(): PassageFilter {
    return this.current;
  }

  /** The plain text, to be read: no passages, no colours of entities, no underlines. Ends with the session. */
  get isReading(): boolean {
    return this.reading;
  }

  show(filter: PassageFilter): void {
    this.current = filter;
    void this.memory.update(key, filter);
    this.tell();
  }

  read(isReading: boolean): void {
    this.reading = isReading;
    this.tell();
  }

  /** The codes of an annotation that are to be seen now; none where it is not shown. */
  codesOf(
    annotation: Pick<Annotation, 'codes' | 'author'>,
    codes: ReadonlyMap<string, Code>,
  ): readonly string[] {
    return this.reading ? [] : shownCodes(this.current, annotation, codes);
  }

  dispose(): void {
    this.changed.dispose();
  }

  private tell(): void {
    const set = (name: string, value: boolean): void =>
      void vscode.commands.executeCommand('setContext', `pressmark.${name}`, value);
    set('passagesFiltered', this.current !== showAll && this.current.kind !== 'all');
    set('passagesHidden', this.current.kind === 'none');
    set('readingMode', this.reading);
    this.changed.fire();
  }
}
