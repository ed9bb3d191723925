import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Mention } from '../../src/core/recognition/mention';
import { gazetteer as entities, release as text } from './support/envoys';
import { openRelease, pressmark, read, select, until, uriOf, write } from './support/pressmark';

describe('undo of what was taught', () => {
  let folder = '';
  let count = 0;
  let editor: vscode.TextEditor;

  const run = (command: string, argument?: unknown): Thenable<unknown> =>
    vscode.commands.executeCommand(`pressmark.${command}`, argument);
  const gazetteer = (): Promise<string | undefined> => read(`${folder}/entities.yaml`);
  const sidecar = async (): Promise<string> => (await read(`${folder}/a.txt.annotations.yaml`)) ?? '';
  const first = async (words: string): Promise<Mention | undefined> =>
    (await (await pressmark()).mentions(editor.document)).find(
      ({ range }) => editor.document.getText(range) === words,
    );

  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    folder = `unteach${++count}`;
    await write(`${folder}/pressmark.yaml`, 'version: 1\n');
    await write(`${folder}/a.txt`, text);
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('a gazetteer that was begun for an entity goes again, comes back by redo', async () => {
    editor = await openRelease(`${folder}/a.txt`);
    select(editor, 'Lena Orlova');
    await run('addEntity', { name: 'Lena Orlova', type: 'person' });
    const taught = await until('the gazetteer', gazetteer);
    await until('certainty', async () => (await first('Lena Orlova'))?.certain);
    await run('undo');
    await until('no gazetteer', async () => (await gazetteer()) === undefined);
    await until('doubt', async () => (await first('Lena Orlova'))?.certain === false);
    await run('redo');
    await until('the gazetteer again', async () => (await gazetteer()) === taught);
    await until('certainty again', async () => (await first('Lena Orlova'))?.certain);
  });

  it('a gazetteer that no editor shows is as before, byte for byte', async () => {
    await write(`${folder}/entities.yaml`, entities);
    editor = await openRelease(`${folder}/a.txt`);
    select(editor, 'Harrow Circle');
    await run('addAlias', { entity: 'harrow-society' });
    await until('the mention', async () => (await first('Harrow Circle'))?.entity === 'harrow-society');
    await run('undo');
    await until('the file as it was', async () => (await gazetteer()) === entities);
    await until('no mention', async () => (await first('Harrow Circle'))?.entity === undefined);
  });

  it('what somebody wrote into the gazetteer since stays', async () => {
    await write(`${folder}/entities.yaml`, entities);
    editor = await openRelease(`${folder}/a.txt`);
    select(editor, 'Harrow Circle');
    await run('addEntity', { name: 'Harrow Circle', type: 'organization' });
    await until('the mention', async () => (await first('Harrow Circle'))?.entity === 'harrow-circle');
    const since = `${await gazetteer()}  - {id: late, type: person, name: Late Comer}\n`;
    await write(`${folder}/entities.yaml`, since);
    await until('the editor’s document to follow', async () => {
      const document = await vscode.workspace.openTextDocument(uriOf(`${folder}/entities.yaml`));
      return document.getText() === since;
    });
    await run('undo');
    const expected = `${entities}  - {id: late, type: person, name: Late Comer}\n`;
    await until('only the entity gone', async () => (await gazetteer()) === expected);
  });

  it('tags and lessons are undone in their order, a link with the entity made for it as one', async () => {
    editor = await openRelease(`${folder}/a.txt`);
    select(editor, 'Harrow Circle');
    await run('tagWithCode', 'warmth');
    await run('addEntity', { name: 'Harrow Circle', type: 'organization' });
    await until('the mention', async () => (await first('Harrow Circle'))?.entity === 'harrow-circle');
    select(editor, 'Sergey Lavrov');
    await run('rejectMention');
    await until('the rejection', async () => (await sidecar()).includes('entity: none'));
    // Teaching what is rejected takes the rejection back, in the same act.
    await run('addAlias', { entity: 'harrow-circle' });
    await until('the alias', async () => (await gazetteer())?.includes('Sergey Lavrov'));
    await until('the link', async () => (await sidecar()).includes('entity: harrow-circle'));

    await run('undo');
    await until('no alias', async () => (await gazetteer())?.includes('Sergey Lavrov') === false);
    await until('the rejection again', async () => (await sidecar()).includes('entity: none'));
    await run('undo');
    await until('no rejection', async () => !(await sidecar()).includes('entity:'));
    assert.notEqual(await gazetteer(), undefined);
    await run('undo');
    await until('no gazetteer', async () => (await gazetteer()) === undefined);
    assert.match(await sidecar(), /warmth/);
    await run('undo');
    await until('no tag', async () => !(await sidecar()).includes('warmth'));
  });

  it('many suggestions taken at once are undone at once', async () => {
    editor = await openRelease(`${folder}/a.txt`);
    const { showQuickPick } = vscode.window;
    const chooseAll = async (items: readonly vscode.QuickPickItem[]): Promise<unknown> => items;
    Object.assign(vscode.window, { showQuickPick: chooseAll });
    try {
      await run('suggestEntities');
    } finally {
      Object.assign(vscode.window, { showQuickPick });
    }
    await until('the gazetteer', gazetteer);
    await run('undo');
    await until('no gazetteer', async () => (await gazetteer()) === undefined);
  });
});
