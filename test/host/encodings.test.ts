import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { isOnDisk } from '../../src/vscode/annotation/documentChange';
import { openRelease, pressmark, select, until, uriOf, read, write } from './support/pressmark';

/** “Лавров” in windows-1251. */
const lavrov = [0xcb, 0xe0, 0xe2, 0xf0, 0xee, 0xe2];

const [head, tail] = [
  'Ministers Meet in Moscow\n\nMoscow, May 3 (TASS) -- Foreign Minister Sergei Lavrov (',
  ') gave thanks for the warm welcome. -0-\n',
];

describe('a release in another encoding', () => {
  before(async () => {
    await vscode.workspace.getConfiguration('files').update('encoding', 'windows1251', false);
    await write('codings/pressmark.yaml', 'version: 1\n');
    await write('codings/codebook.yaml', 'version: 1\ncodes:\n  - id: thanks\n    name: Thanks\n');
    const encoded = new TextEncoder();
    const bytes = [...encoded.encode(head), ...lavrov, ...encoded.encode(tail)];
    await write('codings/a.txt', Uint8Array.from(bytes));
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.getConfiguration('files').update('encoding', undefined, false);
  });

  it('quotes what the editor shows, in a sidecar in UTF-8', async () => {
    const editor = await openRelease('codings/a.txt');
    select(editor, 'Лавров');
    await vscode.commands.executeCommand('pressmark.tagWithCode', 'thanks');
    const sidecar = await until('the sidecar', () => read('codings/a.txt.annotations.yaml'));
    assert.match(sidecar, /quote: Лавров\n/);
  });

  it('is on disk as it was saved, and not while a change is unsaved, whatever the editor says of it yet', async () => {
    const { document } = await openRelease('codings/a.txt');
    assert.equal(await isOnDisk(document), true);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'Not yet: ');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(await isOnDisk(document), false);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('the saved text', () => isOnDisk(document));
  });

  it('keeps its places while it is edited and saved', async () => {
    const editor = await openRelease('codings/a.txt');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'New: '));
    await editor.document.save();
    await until('the place in the saved text', async () =>
      (await read('codings/a.txt.annotations.yaml'))?.includes(`start: ${head.length + 5}\n`),
    );
    const [passage] = (await (await pressmark()).annotations(editor.document))!;
    assert.equal(passage!.state, 'exact');
  });

  it('is no problem where no editor shows it', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const source = (await read('codings/a.txt.annotations.yaml'))!;
    const uri = await write('codings/a.txt.annotations.yaml', source.replace('thanks', 'unknown'));
    await vscode.window.showTextDocument(uri);
    const rules = (): readonly unknown[] =>
      vscode.languages
        .getDiagnostics(uriOf('codings/a.txt.annotations.yaml'))
        .map(({ code }) => (typeof code === 'object' ? code.value : code));
    await until('the unknown code to be told', () => rules().includes('sidecar/undefined-code'));
    assert.deepEqual(rules(), ['sidecar/undefined-code']);
  });
});
