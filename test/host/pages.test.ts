import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openRelease, select, until, uriOf, write } from './support/pressmark';

const entities = `version: 1
entities:
  - id: maria-pagetest   # invented
    type: person
    name: Maria Pagetest
    offices: [{title: Spokeswoman, from: 2020-01-01}]
`;
const text =
  'Briefing Held\n\nPyongyang, May 3 (KCNA) -- Maria Pagetest answered questions. The strategic calm goes on. -0-\n';

function tabs(): readonly string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs: all }) => all)
    .filter(({ input }) => input instanceof vscode.TabInputWebview)
    .map(({ label }) => label);
}

describe('pages of the corpus', () => {
  before(async () => {
    await write('pages/pressmark.yaml', 'version: 1\n');
    await write('pages/entities.yaml', entities);
    await write('pages/a.txt', text);
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('open for an entity by its id, once', async () => {
    await openRelease('pages/a.txt');
    const open = (): Thenable<unknown> =>
      vscode.commands.executeCommand('pressmark.openEntityPage', { entity: 'maria-pagetest' });
    await open();
    await until('the page', () => tabs().includes('Maria Pagetest'));
    await vscode.window.showTextDocument(uriOf('pages/a.txt'));
    await open();
    assert.equal(tabs().length, 1);
  });

  it('open for the mention under the cursor', async () => {
    const editor = await openRelease('pages/a.txt');
    select(editor, 'Pagetest');
    await vscode.commands.executeCommand('pressmark.openEntityPage');
    await until('the page', () => tabs().includes('Maria Pagetest'));
  });

  it('a concordance opens for the selected phrase, and for a code of a folder that is named', async () => {
    const editor = await openRelease('pages/a.txt');
    select(editor, 'strategic calm');
    await vscode.commands.executeCommand('pressmark.openConcordance');
    await until('the concordance', () => tabs().includes('“strategic calm”'));
    const root = uriOf('pages').toString();
    await vscode.commands.executeCommand('pressmark.openConcordance', { code: 'nothing-yet', root });
    await until('the other one', () => tabs().includes('nothing-yet'));
  });
});
