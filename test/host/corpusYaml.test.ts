import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openRelease, pressmark, read, select, until, uriOf, write } from './support/pressmark';

const release = (title: string): string =>
  `${title}\n\nPyongyang, May 3 (KCNA) -- Foreign Minister Choe Son Hui met Sergei Lavrov on May 2.\nBoth sides expressed deep thanks for the warm welcome.\nThey agreed to meet again. -0-\n`;

const codebook = `version: 1
codes:
  - id: ties   # the tree
    name: Ties
    codes:
      - id: gratitude
        name: Gratitude
        definition: Thanks for an act.
        examples: [heartfelt thanks]
  - id: commitment
    name: Commitment
    key: 2
`;

const entities = `version: 1
entities:
  - id: vestria
    type: place
    name: Vestria
  - id: ana-lind
    type: person
    name: Ana Lind
    offices:
      - {title: Minister, of: vestria}
`;

const sidecar = (name: string, quote: string, codes: string, more = ''): string => {
  const start = Math.max(0, release('Talks').indexOf(quote));
  return `# by hand\nversion: 1\nrelease: ${name}\nannotations:\n  - id: k7m2qp4d\n    codes: ${codes}\n${more}    target:\n      - start: ${start}\n        end: ${start + quote.length}\n        quote: ${quote}\n`;
};

/** The document of a file and the position within the n-th occurrence of a text in it. */
async function place(path: string, text: string, n = 1): Promise<[vscode.Uri, vscode.Position]> {
  const document = await vscode.workspace.openTextDocument(uriOf(path));
  let at = -1;
  for (let i = 0; i < n; i++) at = document.getText().indexOf(text, at + 1);
  assert.notEqual(at, -1, `no ${text} in ${path}`);
  return [document.uri, document.positionAt(at + 1)];
}

const locations = async (command: string, path: string, text: string, n = 1): Promise<readonly string[]> => {
  const [uri, position] = await place(path, text, n);
  const found = await vscode.commands.executeCommand<vscode.Location[]>(command, uri, position);
  const shown = await Promise.all(
    found.map(async (location) => {
      const document = await vscode.workspace.openTextDocument(location.uri);
      return `${location.uri.path.split('/').at(-1)}: ${document.getText(location.range)}`;
    }),
  );
  return shown.sort();
};

const rename = async (path: string, text: string, to: string): Promise<vscode.WorkspaceEdit> => {
  const [uri, position] = await place(path, text);
  return vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    uri,
    position,
    to,
  );
};

/** Carries out an edit and saves the files it changed, as the editor does after a rename. */
async function apply(edit: vscode.WorkspaceEdit): Promise<void> {
  assert.ok(await vscode.workspace.applyEdit(edit, { isRefactoring: true }));
  for (const [uri] of edit.entries()) await (await vscode.workspace.openTextDocument(uri)).save();
}

describe('codebooks, gazetteers and sidecars as languages', () => {
  before(async () => {
    await pressmark();
    await write('yaml/pressmark.yaml', 'version: 1\ncodebook: our-codes.yml\ngazetteers: [who.yaml]\n');
    await write('yaml/our-codes.yml', codebook);
    await write('yaml/who.yaml', entities);
    await write('yaml/a.txt', release('Talks'));
    await write('yaml/b.txt', release('Talks'));
    await write('yaml/d.txt', release('Talks').replace('They', 'Guests from Vestria'));
    await write(
      'yaml/a.txt.annotations.yaml',
      sidecar('a.txt', 'deep thanks', '[gratitude, "commitment"]', '    entity: vestria\n'),
    );
    await write('yaml/b.txt.annotations.yaml', sidecar('b.txt', 'a quote that is gone', '[gratitude]'));
    await write('yaml/other/pressmark.yaml', 'version: 1\n');
    await write('yaml/other/c.txt.annotations.yaml', sidecar('c.txt', 'deep thanks', '[gratitude]'));
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('references of a code are the passages in releases, or the annotation where the release has none', async () => {
    assert.deepEqual(await locations('vscode.executeReferenceProvider', 'yaml/our-codes.yml', 'gratitude'), [
      'a.txt: deep thanks',
      'b.txt.annotations.yaml: gratitude',
      'our-codes.yml: gratitude',
    ]);
  });

  it('references are found from a sidecar, and in a release that is open and edited', async () => {
    const editor = await openRelease('yaml/a.txt');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'NEW '));
    assert.deepEqual(
      await locations('vscode.executeReferenceProvider', 'yaml/a.txt.annotations.yaml', 'commitment'),
      ['a.txt: deep thanks', 'our-codes.yml: commitment'],
    );
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('references of an entity are annotations, mentions and offices', async () => {
    assert.deepEqual(await locations('vscode.executeReferenceProvider', 'yaml/who.yaml', 'vestria'), [
      'a.txt: deep thanks',
      'd.txt: Vestria',
      'who.yaml: vestria',
      'who.yaml: vestria',
    ]);
  });

  it('the definition of an id is its code or entity', async () => {
    assert.deepEqual(
      await locations('vscode.executeDefinitionProvider', 'yaml/a.txt.annotations.yaml', 'gratitude'),
      ['our-codes.yml: gratitude'],
    );
    assert.deepEqual(
      await locations('vscode.executeDefinitionProvider', 'yaml/a.txt.annotations.yaml', 'vestria'),
      ['who.yaml: vestria'],
    );
    assert.deepEqual(await locations('vscode.executeDefinitionProvider', 'yaml/who.yaml', 'vestria', 2), [
      'who.yaml: vestria',
    ]);
  });

  const hovered = async (path: string, id: string): Promise<string> => {
    const [uri, position] = await place(path, id);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      position,
    );
    return hovers
      .flatMap(({ contents }) => contents.map((c) => (c as vscode.MarkdownString).value))
      .join('\n');
  };

  it('hover says what an id stands for and how much it is used', async () => {
    const text = await hovered('yaml/our-codes.yml', 'gratitude');
    assert.match(text, /\*\*Gratitude\*\*/);
    assert.match(text, /Thanks for an act/);
    assert.match(text, /heartfelt thanks/);
    assert.match(text, /2 annotations in 2 releases/);
  });

  it('hover says how often the corpus names an entity, or that it does not', async () => {
    await until('the mentions', async () =>
      /[1-9] mentions? · [1-9] releases?/.test(await hovered('yaml/who.yaml', 'vestria')),
    );
    const text = await hovered('yaml/who.yaml', 'ana-lind');
    assert.match(text, /No annotation in the corpus\s+No mention in the corpus/);
    assert.doesNotMatch(text, /\b0 /);
  });

  it('completion offers ids in sidecars, and keys', async () => {
    const complete = async (path: string, text: string, into: string): Promise<readonly string[]> => {
      const uri = uriOf(path);
      const document = await vscode.workspace.openTextDocument(uri);
      const at = document.positionAt(document.getText().indexOf(text) + into.length);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        at,
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    const codes = await complete('yaml/b.txt.annotations.yaml', 'codes: [gratitude]', 'codes: [');
    assert.deepEqual(codes.slice(0, 3), ['ties', 'gratitude', 'commitment']);
    await write('yaml/b2.txt.annotations.yaml', sidecar('b2.txt', 'deep thanks', '[gratitude, ]'));
    const others = await complete('yaml/b2.txt.annotations.yaml', '[gratitude, ]', '[gratitude, ');
    assert.deepEqual(others.slice(0, 2), ['ties', 'commitment']);
    await vscode.workspace.fs.delete(uriOf('yaml/b2.txt.annotations.yaml'));
    const keys = await complete('yaml/our-codes.yml', '    key: 2', '    ');
    assert.ok(keys.includes('definition') && keys.includes('color'), keys.join());
    assert.ok(!keys.includes('name'));
    const values = await complete('yaml/a.txt.annotations.yaml', 'entity: vestria', 'entity: ');
    assert.ok(values.includes('ana-lind') && values.includes('none'), values.slice(0, 5).join());
  });

  it('the outline is the tree of codes', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uriOf('yaml/our-codes.yml'),
    );
    assert.deepEqual(
      symbols.map(({ name, children }) => [name, children.map((child) => child.name)]),
      [
        ['Ties', ['Gratitude']],
        ['Commitment', []],
      ],
    );
  });

  it('renaming a code changes the codebook and every sidecar of the corpus, and nothing else', async () => {
    const before = (await read('yaml/a.txt.annotations.yaml'))!;
    const edit = await rename('yaml/our-codes.yml', 'gratitude', 'thanks');
    assert.deepEqual(
      edit
        .entries()
        .map(([uri, edits]) => `${uri.path.split('/').at(-1)} ${edits.length}`)
        .sort(),
      ['a.txt.annotations.yaml 1', 'b.txt.annotations.yaml 1', 'our-codes.yml 1'],
    );
    await apply(edit);
    assert.equal(await read('yaml/our-codes.yml'), codebook.replace('id: gratitude', 'id: thanks'));
    assert.equal(
      await read('yaml/a.txt.annotations.yaml'),
      before.replace('[gratitude, "commitment"]', '[thanks, "commitment"]'),
    );
    assert.match((await read('yaml/other/c.txt.annotations.yaml'))!, /codes: \[gratitude\]/);
  });

  it('an id in quotes keeps them when it is renamed from a sidecar', async () => {
    const edit = await rename('yaml/a.txt.annotations.yaml', 'commitment', 'pledge');
    await apply(edit);
    assert.match((await read('yaml/a.txt.annotations.yaml'))!, /codes: \[thanks, "pledge"\]/);
    assert.match((await read('yaml/our-codes.yml'))!, /id: pledge\n/);
  });

  it('renaming an entity takes offices and annotations along', async () => {
    const edit = await rename('yaml/who.yaml', 'vestria', 'republic-of-vestria');
    await apply(edit);
    assert.match((await read('yaml/who.yaml'))!, /\{title: Minister, of: republic-of-vestria\}/);
    assert.match((await read('yaml/a.txt.annotations.yaml'))!, /entity: republic-of-vestria/);
  });

  it('a name that is taken, or no id, is refused with a reason', async () => {
    await until('the renamed codebook', async () => {
      const refused = await rename('yaml/our-codes.yml', 'thanks', 'pledge').then(
        () => '',
        (error: unknown) => String(error),
      );
      return /pledge is taken already/.test(refused);
    });
    await assert.rejects(rename('yaml/our-codes.yml', 'thanks', 'two words'), /without spaces/);
    await assert.rejects(rename('yaml/who.yaml', 'ana-lind', 'Ana'), /a–z/);
  });

  it('an office of an entity that no gazetteer has is a problem, with a fix', async () => {
    const uri = uriOf('yaml/who.yaml');
    const document = await vscode.workspace.openTextDocument(uri);
    const before = document.getText();
    await write('yaml/who.yaml', before.replace('of: republic-of-vestria', 'of: republic-of-vestira'));
    const problems = (): readonly vscode.Diagnostic[] =>
      vscode.languages.getDiagnostics(uri).filter(({ code }) => code === 'gazetteer/unknown-entity');
    const [problem] = await until('the problem', () => (problems().length === 1 ? problems() : undefined));
    assert.equal(document.getText(problem!.range), 'republic-of-vestira');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      problem!.range,
    );
    const fix = actions.find(({ title }) => title === 'Use the entity `republic-of-vestria`');
    assert.ok(fix?.edit, actions.map(({ title }) => title).join());
    await apply(fix.edit);
    assert.equal(await read('yaml/who.yaml'), before);
    await until('no problem', () => problems().length === 0);
  });

  it('a YAML file that is none of the corpus’s is left alone', async () => {
    await write('yaml/docker.yaml', 'services:\n  gratitude:\n    image: x\n');
    const [uri, position] = await place('yaml/docker.yaml', 'gratitude');
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      uri,
      position,
    );
    assert.deepEqual(found, []);
  });

  it('what is tagged next is found too', async () => {
    const editor = await openRelease('yaml/a.txt');
    select(editor, 'agreed to meet');
    await vscode.commands.executeCommand('pressmark.tagWithCode', 'ties');
    await until('the new passage', async () =>
      (await locations('vscode.executeReferenceProvider', 'yaml/our-codes.yml', 'ties')).includes(
        'a.txt: agreed to meet',
      ),
    );
  });
});
