import * as vscode from 'vscode';
import { firstUnitWithin, neighbourUnit, untouchedParagraphs } from '../../core/release/unitSequence';
import type { Span } from '../../core/text/span';
import type { Tagging } from '../annotation/tagging';
import { layoutOf } from '../release/layout';
import { registerKeyCommand } from '../support/keyCommand';
import type { Log } from '../support/log';
import { toRange, toSpan } from '../support/ranges';

/**
 * Goes through a release by what a reader selects: the next sentence (or paragraph, clause, phrase, as is selected), the next
 * paragraph that nothing is tagged in, the first part of what is selected.
 */
export function registerUnitNavigation(tagging: Tagging, log: Log): vscode.Disposable {
  const command = (id: string, run: (editor: vscode.TextEditor) => Promise<void> | void): vscode.Disposable =>
    registerKeyCommand(id, () =>
      log.guard(`running “${id}”`, () =>
        tagging.turns.take(async () => {
          const editor = tagging.editor();
          if (editor) await run(editor);
        }),
      ),
    );

  const step = (editor: vscode.TextEditor, direction: 1 | -1): void => {
    const release = layoutOf(editor.document);
    const unit = neighbourUnit(release, toSpan(editor.document, editor.selection), direction);
    if (unit) select(editor, unit);
    else if (direction > 0) tagging.say(vscode.l10n.t('The release ends here.'));
    else tagging.say(vscode.l10n.t('The release begins here.'));
  };

  const stepUntagged = async (editor: vscode.TextEditor, direction: 1 | -1): Promise<void> => {
    const release = layoutOf(editor.document);
    const tagged = ((await tagging.release())?.passages ?? [])
      .filter(({ annotation }) => annotation.codes.length > 0)
      .flatMap(({ spans }) => spans);
    const open = untouchedParagraphs(release, tagged);
    const here = toSpan(editor.document, editor.selection);
    const next = direction > 0 ? open.find(({ start }) => start > here.start) : undefined;
    const previous = direction < 0 ? open.findLast(({ end }) => end < here.end) : undefined;
    const paragraph = next ?? previous ?? (direction > 0 ? open[0] : open.at(-1));
    if (!paragraph) {
      tagging.say(vscode.l10n.t('Something is tagged in every paragraph.'));
      return;
    }
    select(editor, paragraph);
    tagging.say(
      open.length === 1
        ? vscode.l10n.t('The only paragraph without a tag.')
        : vscode.l10n.t('{0} paragraphs without a tag.', open.length),
    );
  };

  const shrink = async (editor: vscode.TextEditor): Promise<void> => {
    const before = editor.selection;
    await vscode.commands.executeCommand('editor.action.smartSelect.shrink');
    // What was grown by the editor shrinks back by the way it came; any other selection shrinks to its first part.
    const isShrunk = !editor.selection.isEqual(before);
    if (isShrunk || before.isEmpty) return;
    const release = layoutOf(editor.document);
    const inner = firstUnitWithin(release, toSpan(editor.document, before));
    if (inner) select(editor, inner);
  };

  return vscode.Disposable.from(
    command('nextUnit', (editor) => step(editor, 1)),
    command('previousUnit', (editor) => step(editor, -1)),
    command('nextUntaggedParagraph', (editor) => stepUntagged(editor, 1)),
    command('previousUntaggedParagraph', (editor) => stepUntagged(editor, -1)),
    command('shrinkSelection', shrink),
  );
}

function select(editor: vscode.TextEditor, span: Span): void {
  const range = toRange(editor.document, span);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
