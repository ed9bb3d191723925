import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension host of Node', () => {
  it('has the copy of a folder open, and Pressmark at hand', () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.match(folder?.uri.path ?? '', /\/pressmark-host-[^/]+\/workspace$/);
    assert.ok(vscode.extensions.getExtension('pressmark.pressmark'));
  });
});
