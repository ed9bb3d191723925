import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openRelease, select, until, write } from './support/pressmark';

describe('the walkthrough', () => {
  before(async () => {
    await write('first/pressmark.yaml', 'version: 1\n');
    await write('first/codebook.yaml', 'version: 1\ncodes:\n  - {id: gratitude, name: Gratitude}\n');
    await write(
      'first/a.txt',
      'Thanks\n\nPort Harrow, May 3 (VNA) -- The hosts gave a warm welcome to the delegation. -0-\n',
    );
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens the sidecar of the release that it covers', async () => {
    const editor = await openRelease('first/a.txt');
    select(editor, 'warm welcome');
    await vscode.commands.executeCommand('pressmark.tagWithCode', 'gratitude');
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'pressmark.pressmark#start');
    await until('the walkthrough', () => vscode.window.visibleTextEditors.length === 0);
    await vscode.commands.executeCommand('pressmark.openSidecar');
    const active = (): string | undefined => vscode.window.activeTextEditor?.document.uri.path;
    await until('the sidecar', () => active()?.endsWith('/first/a.txt.annotations.yaml'));
  });

  it('speaks of the text that it covers, which is not recognised', async () => {
    const uri = await write('first/plain.txt', 'Just a line.\n');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'pressmark.pressmark#start');
    await until('the walkthrough', () => vscode.window.visibleTextEditors.length === 0);
    await vscode.commands.executeCommand('pressmark.markAsRelease');
    const { document } = vscode.window.activeTextEditor!;
    assert.deepEqual([document.uri.path, document.languageId], [uri.path, 'press-release']);
  });
});
