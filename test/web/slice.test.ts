import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openRelease, pressmark, read, select, until } from '../host/support/pressmark';

describe('Pressmark in a browser', () => {
  it('opens a sample, shows its annotations, and tags a passage', async () => {
    const file = '2020-09-14-press-statement-on-flood-relief.txt';
    const editor = await openRelease(file);
    const api = await pressmark();
    assert.ok((await api.mentions(editor.document)).length > 5);
    const before = (await api.annotations(editor.document))!;
    assert.ok(before.length > 0);
    assert.ok(before.every(({ state }) => state === 'exact'));

    select(editor, 'messages of sympathy');
    await vscode.commands.executeCommand('pressmark.tagWithCode', 'solidarity');
    await until('the sidecar', async () =>
      (await read(`${file}.annotations.yaml`))?.includes('quote: messages of sympathy'),
    );
    assert.equal((await api.annotations(editor.document))!.length, before.length + 1);
  });
});
