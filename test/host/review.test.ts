import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PlacedAnnotation } from '../../src/vscode/api';
import { openRelease, pressmark, read, select, until, uriOf, write } from './support/pressmark';

const text = `Harbour Talks Held

NEWTON, May 4 (ZNA) -- Foreign Minister Anna Weiss met the guests on May 3 and expressed deep thanks for the warm welcome.
A toast was proposed to the friendship of the two harbours at the reception in the evening.
Both sides agreed to meet again in the autumn. -0-
`;

const path = 'review/a.txt.annotations.yaml';

/** What an editor elsewhere made of it: a word corrected within a passage, a sentence deleted. */
const corrected = text
  .replace('expressed deep thanks', 'expressed heartfelt deep thanks')
  .replace(/A toast.*\n/, '');

describe('annotations whose release was changed elsewhere', () => {
  let editor: vscode.TextEditor;
  const run = (command: string): Thenable<unknown> => vscode.commands.executeCommand(`pressmark.${command}`);
  const annotations = async (): Promise<readonly PlacedAnnotation[]> =>
    (await (await pressmark()).annotations(editor.document))!;
  const states = async (): Promise<string> =>
    (await annotations())
      .map(({ annotation, state }) => `${annotation.codes.join()} ${state}`)
      .sort()
      .join(', ');
  const becomes = (what: string): Promise<unknown> => until(what, async () => (await states()) === what);
  const stored = (what: string, isIn = true): Promise<unknown> =>
    until(`${isIn ? '' : 'no '}“${what}”`, async () => ((await read(path)) ?? '').includes(what) === isIn);

  before(async () => {
    await write('review/pressmark.yaml', 'version: 1\n');
    await write(
      'review/codebook.yaml',
      'version: 1\ncodes:\n  - {id: thanks, name: Thanks}\n  - {id: toast, name: Toast}\n',
    );
    await write('review/a.txt', text);
    editor = await openRelease('review/a.txt');
    for (const [quote, code] of [
      ['expressed deep thanks', 'thanks'],
      ['A toast was proposed to the friendship', 'toast'],
    ] as const) {
      select(editor, quote);
      await vscode.commands.executeCommand('pressmark.tagWithCode', code);
      await stored(`quote: ${quote}`);
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await write('review/a.txt', corrected);
    editor = await openRelease('review/a.txt');
    await becomes('thanks fuzzy, toast orphan');
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('are shown one after the other', async () => {
    // Opened again, an editor has the selection that it had.
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await run('reviewNext');
    assert.equal(editor.document.getText(editor.selection), 'expressed heartfelt deep thanks');
  });

  it('get the proposed place when it is accepted; undone and redone', async () => {
    await run('acceptPlace');
    await becomes('thanks exact, toast orphan');
    await stored('quote: expressed heartfelt deep thanks');
    await run('undo');
    await becomes('thanks fuzzy, toast orphan');
    await stored('quote: expressed deep thanks');
    await run('redo');
    await becomes('thanks exact, toast orphan');
    await stored('quote: expressed heartfelt deep thanks');
  });

  it('are kept without a place, for their quotes, and not asked about again; undone and redone', async () => {
    await run('reviewNext');
    await run('keepAsOrphan');
    await stored('orphan: true');
    await stored('quote: A toast was proposed to the friendship');
    const rules = (): readonly unknown[] =>
      vscode.languages.getDiagnostics(uriOf(path)).map(({ code }) => code);
    await until('no problem', () => !rules().includes('sidecar/stale-quote'));
    await run('undo');
    await stored('orphan: true', false);
    await until('the problem', () => rules().includes('sidecar/stale-quote'));
    await run('redo');
    await stored('orphan: true');
  });

  it('get another place by hand; undone', async () => {
    await run('undo');
    await stored('orphan: true', false);
    await run('reviewNext');
    select(editor, 'agreed to meet again');
    await run('placeHere');
    await becomes('thanks exact, toast exact');
    await stored('quote: agreed to meet again');
    await run('undo');
    await becomes('thanks exact, toast orphan');
    await run('redo');
    await becomes('thanks exact, toast exact');
  });

  it('have their places again when the text is back', async () => {
    await run('undo');
    await becomes('thanks exact, toast orphan');
    await run('undo');
    await becomes('thanks fuzzy, toast orphan');
    await stored('quote: expressed deep thanks');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await write('review/a.txt', text);
    editor = await openRelease('review/a.txt');
    await becomes('thanks exact, toast exact');
  });

  it('are in place when git replaces the release and its sidecar, whichever comes first', async () => {
    const first = { text: editor.document.getText(), sidecar: (await read(path))! };
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(2, 0), 'A toast was proposed to the friendship of all.\n\n'),
    );
    await editor.document.save();
    await until('the places in the new text', async () => (await read(path)) !== first.sidecar);
    const second = { text: editor.document.getText(), sidecar: (await read(path))! };
    const shows = (what: string): Promise<unknown> =>
      until('the other text', () => editor.document.getText() === what);
    await write(path, first.sidecar);
    await write('review/a.txt', first.text);
    await shows(first.text);
    await becomes('thanks exact, toast exact');
    await write('review/a.txt', second.text);
    await write(path, second.sidecar);
    await shows(second.text);
    await becomes('thanks exact, toast exact');
    assert.equal(await read(path), second.sidecar);
  });
});
