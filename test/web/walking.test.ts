import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openRelease, until, uriOf, write } from '../host/support/pressmark';

const first =
  'Foreign Ministers Meet\n\nPyongyang, May 3 (KCNA) -- Choe Son Hui met Sergei Lavrov on May 2. -0-\n';
const second =
  'Talks Go On\n\nMoscow, May 5 (TASS) -- Sergei Lavrov, foreign minister of the Russian Federation, spoke of the talks. -0-\n';

describe('walking a corpus in a browser', () => {
  before(async () => {
    await write('walk/pressmark.yaml', 'version: 1\n');
    await write('walk/a.txt', first);
    await write('walk/deep/b.txt', second);
    await write('walk/deep/binary.txt', new Uint8Array([1, 0, 2]));
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const references = async (document: vscode.TextDocument): Promise<readonly string[]> => {
    const at = document.positionAt(document.getText().indexOf('Sergei') + 1);
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      at,
    );
    return found.map(({ uri, range }) => `${uri.path.replace(/^.*\/walk\//, '')}:${range.start.line}`).sort();
  };

  it('every mention in the corpus is found, and what changes is read again', async () => {
    const { document } = await openRelease('walk/a.txt');
    assert.deepEqual(await references(document), ['a.txt:2', 'deep/b.txt:2']);
    await write('walk/deep/b.txt', second.replace('Sergei Lavrov', 'Somebody Else'));
    await until('one reference less', async () => (await references(document)).length === 1);
  });

  it('the page of an entity opens', async () => {
    await vscode.commands.executeCommand('pressmark.openEntityPage', {
      entity: 'choe-son-hui',
      root: uriOf('walk').toString(),
    });
    await until('the page', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(({ input, label }) => input instanceof vscode.TabInputWebview && label === 'Choe Son Hui'),
    );
  });

  it('headlines and entities are found by name', async () => {
    await openRelease('walk/a.txt');
    await until('the headline', async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'talks go',
      );
      return found.some(({ name }) => name === 'Talks Go On');
    });
  });
});
