import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension host of a browser', () => {
  it('has the copy of a folder open, and Pressmark at hand', () => {
    assert.equal(typeof Reflect.get(globalThis, 'WorkerGlobalScope'), 'function');
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.match(folder?.uri.path ?? '', /\/pressmark-web-[^/]+\/workspace$/);
    assert.ok(vscode.extensions.getExtension('pressmark.pressmark'));
  });
});
