import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Mention } from '../../src/core/recognition/mention';
import { gazetteer as entities, release as text } from './support/envoys';
import { openRelease, pressmark, read, select, until, write } from './support/pressmark';

describe('teaching who is who', () => {
  let file = '';
  let folderName = '';
  let count = 0;
  let editor: vscode.TextEditor;

  const run = (command: string, argument?: unknown): Thenable<unknown> =>
    vscode.commands.executeCommand(`pressmark.${command}`, argument);
  const mentions = async (words: string): Promise<readonly Mention[]> =>
    (await (await pressmark()).mentions(editor.document)).filter(
      ({ range }) => editor.document.getText(range) === words,
    );
  const first = async (words: string): Promise<Mention | undefined> => (await mentions(words))[0];
  const gazetteer = (): Promise<string | undefined> => read(`${folderName}/entities.yaml`);
  const sidecar = (): Promise<string | undefined> => read(`${file}.annotations.yaml`);
  const cardAt = async (words: string): Promise<string> => {
    const position = editor.document.positionAt(editor.document.getText().indexOf(words) + 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      position,
    );
    return hovers
      .flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value))
      .join('\n');
  };

  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    folderName = `teach${++count}`;
    await write(`${folderName}/pressmark.yaml`, 'version: 1\n');
    file = `${folderName}/a.txt`;
    await write(file, text);
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('a selection becomes an entity: the gazetteer is begun, and the open release knows it', async () => {
    editor = await openRelease(file);
    select(editor, 'Harrow Circle');
    await run('addEntity', { name: 'Harrow Circle', type: 'organization' });
    assert.equal(
      await until('the gazetteer', gazetteer),
      'version: 1\nentities:\n  - id: harrow-circle\n    type: organization\n    name: Harrow Circle\n',
    );
    const mention = await until('the mention', async () => {
      const found = await first('Harrow Circle');
      return found?.entity === 'harrow-circle' && found;
    });
    assert.equal(mention.certain, true);
  });

  it('a further name goes into the entity’s own lines, comments kept', async () => {
    await write(`${folderName}/entities.yaml`, entities);
    editor = await openRelease(file);
    select(editor, 'Harrow Circle');
    await run('addAlias', { entity: 'harrow-society' });
    await until('the mention', async () => (await first('Harrow Circle'))?.entity === 'harrow-society');
    assert.equal(await gazetteer(), entities.trimEnd() + '\n    aliases: [Harrow Circle]\n');
  });

  it('a further name of a built-in entity loses nothing known of it', async () => {
    editor = await openRelease(file);
    select(editor, 'Zed Quillmark');
    await run('addAlias', { entity: 'sergey-lavrov' });
    await until('the mention', async () => (await first('Zed Quillmark'))?.entity === 'sergey-lavrov');
    assert.equal((await first('Sergey Lavrov'))?.entity, 'sergey-lavrov');
    const card = await cardAt('Sergey Lavrov');
    assert.match(card, /Q58217/);
    assert.match(card, /Written here: .*Zed Quillmark/);
    assert.match((await gazetteer())!, /id: sergey-lavrov[^]*offices:[^]*Foreign/);
  });

  it('not an entity: the mention goes, here only; undo brings it back', async () => {
    editor = await openRelease(file);
    const before = (await mentions('Sergey Lavrov')).length;
    assert.equal(before, 2);
    select(editor, 'Sergey Lavrov');
    await run('rejectMention');
    await until('the mention to go', async () => (await mentions('Sergey Lavrov')).length === 1);
    assert.match((await until('the sidecar', sidecar))!, /entity: none/);
    await run('undo');
    await until('the mention again', async () => (await mentions('Sergey Lavrov')).length === 2);
  });

  it('it is somebody else: the mention follows, and so does its card; a second word changes the first', async () => {
    editor = await openRelease(file);
    select(editor, 'Sergey Lavrov');
    await run('linkMention', { entity: 'vladimir-putin' });
    await until('the link', async () => (await first('Sergey Lavrov'))?.entity === 'vladimir-putin');
    assert.equal((await first('Sergey Lavrov'))?.reason, 'person');
    assert.match(await cardAt('Sergey Lavrov'), /Decided by a person/);
    await run('linkMention', { entity: 'russia' });
    await until('the other link', async () => (await first('Sergey Lavrov'))?.entity === 'russia');
    assert.equal((await sidecar())!.match(/entity:/g)?.length, 1);
  });

  it('a decision follows its words while the release is edited', async () => {
    editor = await openRelease(file);
    select(editor, 'Sergey Lavrov');
    await run('rejectMention');
    await until('the mention to go', async () => (await mentions('Sergey Lavrov')).length === 1);
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), 'Well, '));
    const [left] = await mentions('Sergey Lavrov');
    assert.equal((await mentions('Sergey Lavrov')).length, 1);
    assert.ok(left!.start > editor.document.getText().indexOf('Orlova'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('confirming what a rule found makes it certain', async () => {
    editor = await openRelease(file);
    assert.equal((await first('Lena Orlova'))?.certain, false);
    select(editor, 'Lena Orlova');
    await run('confirmMention', { name: 'Lena Orlova' });
    await until('certainty', async () => (await mentions('Lena Orlova')).every(({ certain }) => certain));
    assert.match((await gazetteer())!, /id: lena-orlova\n {4}type: person\n/);
  });

  it('offers the same as code actions, and in the card as links to these commands only', async () => {
    editor = await openRelease(file);
    const range = select(editor, 'Lena Orlova');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      range,
    );
    assert.deepEqual(
      actions.map(({ command }) => command?.command),
      ['addEntity', 'addAlias', 'linkMention', 'rejectMention'].map((id) => `pressmark.${id}`),
    );
    const card = await cardAt('Sergey Lavrov');
    const linked = [...card.matchAll(/command:pressmark\.(\w+)/g)].map(([, id]) => id!);
    assert.deepEqual([...new Set(linked)].sort(), [
      'addAlias',
      'linkMention',
      'nextMention',
      'openEntityPage',
      'previousMention',
      'rejectMention',
    ]);
    assert.ok(card.split('\n\n').length <= 8, card);
    assert.match(card, /Appears here with/);
  });

  it('a whole passage is not taken for a name', async () => {
    editor = await openRelease(file);
    const end = editor.document.lineAt(3).range.end;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      new vscode.Range(new vscode.Position(2, 0), end),
    );
    assert.deepEqual(
      actions.map(({ title }) => title),
      [],
    );
  });

  it('suggests names that no list holds, and takes several at once', async () => {
    await write(`${folderName}/b.txt`, text.replace('Zed Quillmark', 'Ms. Una Braddock'));
    await write(`${folderName}/README.txt`, 'Read me first.\n\nMs. Nobody Athome is not in a release.\n');
    editor = await openRelease(file);
    let offered: readonly vscode.QuickPickItem[] = [];
    const { showQuickPick } = vscode.window;
    const chooseAll = async (items: readonly vscode.QuickPickItem[]): Promise<unknown> => {
      offered = items;
      return items.filter(({ label }) => ['Lena Orlova', 'Una Braddock'].includes(label));
    };
    Object.assign(vscode.window, { showQuickPick: chooseAll });
    try {
      await run('suggestEntities');
    } finally {
      Object.assign(vscode.window, { showQuickPick });
    }
    assert.equal(offered[0]!.label, 'Lena Orlova');
    assert.equal(offered[0]!.description, 'person · 4 in 2 releases');
    assert.match(offered[0]!.detail!, /and later Ms\. Lena Orlova/);
    assert.ok(!offered.some(({ label }) => label.includes('Athome')));
    assert.deepEqual((await gazetteer())!.match(/id: .*/g), ['id: lena-orlova', 'id: una-braddock']);
    await until('certainty', async () => (await mentions('Lena Orlova')).every(({ certain }) => certain));
  });

  it('what was rejected is not suggested', async () => {
    editor = await openRelease(file);
    for (const { start, end } of await mentions('Lena Orlova')) await run('rejectMention', { start, end });
    let offered: readonly vscode.QuickPickItem[] = [];
    const { showQuickPick } = vscode.window;
    const lookOnly = async (items: readonly vscode.QuickPickItem[]): Promise<undefined> => {
      offered = items;
    };
    Object.assign(vscode.window, { showQuickPick: lookOnly });
    try {
      await run('suggestEntities');
    } finally {
      Object.assign(vscode.window, { showQuickPick });
    }
    assert.ok(!offered.some(({ label }) => label === 'Lena Orlova'));
    assert.equal(await gazetteer(), undefined);
  });

  it('suggesting tells how far it is and can be cancelled', async () => {
    await write(`${folderName}/b.txt`, text);
    editor = await openRelease(file);
    const { showQuickPick, withProgress } = vscode.window;
    let steps = 0;
    let wasAsked = false;
    const cancelledAtOnce: typeof withProgress = (options, task) => {
      assert.equal(options.cancellable, true);
      const source = new vscode.CancellationTokenSource();
      const report = (): void => {
        steps++;
        source.cancel();
      };
      return task({ report }, source.token);
    };
    const ask = async (): Promise<undefined> => {
      wasAsked = true;
    };
    Object.assign(vscode.window, { withProgress: cancelledAtOnce, showQuickPick: ask });
    try {
      await run('suggestEntities');
    } finally {
      Object.assign(vscode.window, { withProgress, showQuickPick });
    }
    assert.equal(steps, 1);
    assert.equal(wasAsked, false);
  });
});
