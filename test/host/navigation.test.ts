import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openRelease, until, uriOf, write } from './support/pressmark';

const first =
  'Foreign Ministers Meet\n\nPyongyang, May 3 (KCNA) -- Choe Son Hui met Sergei Lavrov on May 2.\nLavrov thanked Minister Anna Testova for the welcome. -0-\n';
const second =
  'Talks Go On\n\nMoscow, May 5 (TASS) -- Sergei Lavrov, foreign minister of the Russian Federation, spoke of the talks.\nHe thanked Anna Testova once more. -0-\n';
const entities = `version: 1
entities:
  - id: anna-testova   # invented
    type: person
    name: Anna Testova
`;

describe('walking the corpus', () => {
  before(async () => {
    await write('walk/pressmark.yaml', 'version: 1\n');
    await write('walk/entities.yaml', entities);
    await write('walk/a.txt', first);
    await write('walk/deep/b.txt', second);
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const ask = <T>(command: string, document: vscode.TextDocument, word: string): Thenable<T> =>
    vscode.commands.executeCommand<T>(
      command,
      document.uri,
      document.positionAt(document.getText().indexOf(word) + 1),
    );

  it('Go to Definition leads to the entity in its gazetteer', async () => {
    const { document } = await openRelease('walk/a.txt');
    const [target] = await until('a definition', async () => {
      const found = await ask<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document, 'Anna');
      return found.length > 0 && found;
    });
    assert.equal(target!.targetUri.path, uriOf('walk/entities.yaml').path);
    assert.equal(target!.targetRange.start.line, 2);
  });

  it('the built-in entity opens as a read-only document', async () => {
    const { document } = await openRelease('walk/a.txt');
    const [target] = await ask<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document, 'Sergei');
    const opened = await vscode.workspace.openTextDocument(target!.targetUri);
    assert.match(opened.getText(), /id: sergey-lavrov/);
    assert.match(opened.getText(target!.targetRange), /^ {2}- id: sergey-lavrov/);
    assert.doesNotMatch(opened.getText(), /\[\]/, 'what is not known of it is not said');
  });

  it('Find All References gives every mention in the corpus', async () => {
    const { document } = await openRelease('walk/a.txt');
    const found = await ask<vscode.Location[]>('vscode.executeReferenceProvider', document, 'Sergei');
    assert.deepEqual(
      found.map(({ uri, range }) => `${uri.path.replace(/^.*\/walk\//, '')}:${range.start.line}`).sort(),
      ['a.txt:2', 'a.txt:3', 'deep/b.txt:2'],
    );
    const other = await vscode.workspace.openTextDocument(uriOf('walk/deep/b.txt'));
    const inOther = found.find(({ uri }) => uri.path.endsWith('b.txt'))!;
    assert.equal(other.getText(inOther.range), 'Sergei Lavrov');
  });

  it('what was just typed is among the references at once', async () => {
    const editor = await openRelease('walk/a.txt');
    const at = first.indexOf('Lavrov thanked');
    await editor.edit((edit) => edit.insert(editor.document.positionAt(at), 'Sergei Lavrov came first. '));
    const found = await ask<vscode.Location[]>('vscode.executeReferenceProvider', editor.document, 'Sergei');
    const here = found.filter(({ uri }) => uri.path.endsWith('a.txt'));
    assert.deepEqual(
      here.map(({ range }) => editor.document.getText(range)),
      ['Sergei Lavrov', 'Sergei Lavrov', 'Lavrov'],
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('the mentions of an entity are highlighted', async () => {
    const { document } = await openRelease('walk/a.txt');
    const found = await ask<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document,
      'Sergei',
    );
    assert.deepEqual(found.map(({ range }) => document.getText(range)).sort(), ['Lavrov', 'Sergei Lavrov']);
  });

  it('Go to Symbol in Workspace finds entities by any name, and headlines', async () => {
    await openRelease('walk/a.txt');
    const find = (query: string): Thenable<vscode.SymbolInformation[]> =>
      vscode.commands.executeCommand('vscode.executeWorkspaceSymbolProvider', query);
    await until('the entity', async () =>
      (await find('testova')).some(({ name }) => name === 'Anna Testova'),
    );
    await until('the headline', async () =>
      (await find('talks go')).some(({ name }) => name === 'Talks Go On'),
    );
  });

  it('a changed release is indexed again', async () => {
    const { document } = await openRelease('walk/a.txt');
    await write('walk/deep/b.txt', second.replace('Sergei Lavrov', 'Somebody Else'));
    let found: readonly string[] = [];
    await until(
      () => `one reference less than ${found.join(', ')}`,
      async () => {
        const locations = await ask<vscode.Location[]>('vscode.executeReferenceProvider', document, 'Sergei');
        found = locations.map(({ uri, range }) => `${uri.path}:${range.start.line}`);
        return locations.every(({ uri }) => uri.path.endsWith('a.txt'));
      },
    );
  });
});
