import * as vscode from 'vscode';
import { readText } from '../support/textFiles';
import type { Rewrite } from './rewriteFiles';
import { rewriteFiles } from './rewriteFiles';

/** Changes of the codebook together with the sidecars that they concern; the last one can be taken back in one step. */
export class CodebookChanges {
  private last: { readonly label: string; readonly rewrites: readonly Rewrite[] } | undefined;

  /** With `preview`, the editor shows all changes first. False when the person did not want them. */
  async carryOut(
    rewrites: readonly Rewrite[],
    options: { readonly label: string; readonly preview: boolean },
  ): Promise<boolean> {
    if (!(await rewriteFiles(rewrites, options))) return false;
    const done: Rewrite[] = [];
    // A preview lets single files be left out.
    for (const rewrite of rewrites)
      if (rewrite.before !== rewrite.after && (await readText(rewrite.uri)) === rewrite.after)
        done.push(rewrite);
    this.last = done.length > 0 ? { label: options.label, rewrites: done } : this.last;
    this.tell();
    return done.length > 0;
  }

  /**
   * Takes the last change back in every file that has not been changed since; the others are left as they are.
   *
   * @returns what was taken back and how many files could not be; undefined where there is nothing to take back
   */
  async undo(): Promise<{ readonly label: string; readonly left: number } | undefined> {
    const { last } = this;
    if (!last) return undefined;
    const back: Rewrite[] = [];
    for (const { uri, before, after } of last.rewrites)
      if ((await readText(uri)) === after) back.push({ uri, before: after, after: before });
    await rewriteFiles(back, { label: vscode.l10n.t('Undo: {0}', last.label), preview: false });
    this.last = undefined;
    this.tell();
    return { label: last.label, left: last.rewrites.length - back.length };
  }

  private tell(): void {
    void vscode.commands.executeCommand(
      'setContext',
      'pressmark.canUndoCodebookChange',
      this.last !== undefined,
    );
  }
}
