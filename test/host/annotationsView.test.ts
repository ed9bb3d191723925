import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { read, until, uriOf, write } from './support/pressmark';

describe('annotations of the corpus', () => {
  const text = 'Thanks\n\nPyongyang, May 3 (KCNA) -- The delegation warmly thanked its hosts. -0-\n';
  const start = text.indexOf('warmly');
  const sidecar = `version: 1
release: a.txt
annotations:
  - id: k7m2qp4d
    codes: [gratitude]
    target: [{start: ${start}, end: ${start + 'warmly thanked its hosts'.length}, quote: warmly thanked its hosts}]
`;

  before(async () => {
    await write('tree/pressmark.yaml', 'version: 1\n');
    await write('tree/codebook.yaml', 'version: 1\ncodes:\n  - {id: warmth, name: Warmth}\n');
    for (const name of ['a.txt', 'b.txt']) {
      await write(`tree/${name}`, text);
      await write(`tree/${name}.annotations.yaml`, sidecar.replace('a.txt', name));
    }
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const node = (release = 'a.txt'): unknown => ({
    kind: 'annotation',
    index: { uriOf: (path: string) => uriOf(`tree/${path}`) },
    release: { path: release },
    passage: { id: 'k7m2qp4d' },
  });

  it('a row leads to its passage; deleted from there, it can be brought back', async () => {
    await vscode.commands.executeCommand('pressmark.showIndexedAnnotation', node());
    const editor = await until('the passage to be selected', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.getText(active.selection) === 'warmly thanked its hosts' && active;
    });
    assert.equal(editor.document.uri.path, uriOf('tree/a.txt').path);
    await vscode.commands.executeCommand('pressmark.deleteIndexedAnnotations', node());
    await until('the annotation to be gone', async () => {
      const source = await read('tree/a.txt.annotations.yaml');
      return source === undefined || !source.includes('k7m2qp4d');
    });
    await vscode.commands.executeCommand('pressmark.undo');
    await until('the annotation again', async () =>
      (await read('tree/a.txt.annotations.yaml'))?.includes('k7m2qp4d'),
    );
  });

  it('several rows get other codes at once; each release takes its own back', async () => {
    const codesOf = async (name: string): Promise<string | undefined> =>
      /codes: \[(.*)\]/.exec((await read(`tree/${name}.annotations.yaml`)) ?? '')?.[1];
    const nodes = [node('a.txt'), node('b.txt')];
    const retagged = vscode.commands.executeCommand('pressmark.retagIndexedAnnotation', nodes[0], nodes);
    await until('the code chosen from the list', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await codesOf('a.txt')) === 'warmth' && (await codesOf('b.txt')) === 'warmth';
    });
    await retagged;
    await vscode.commands.executeCommand('pressmark.undo');
    await until('the code of before', async () => (await codesOf('b.txt')) === 'gratitude');
    assert.equal(await codesOf('a.txt'), 'warmth');
  });
});
