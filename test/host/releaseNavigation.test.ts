import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openRelease, read, select, until, uriOf, write } from './support/pressmark';

const first =
  'Talks Held in Moscow\n\nMoscow, May 5, 2024 (TASS) -- Anna Testova thanked Sergei Lavrov for the help.\nMore: https://example.org/a_(b), and www.example.org. Zed Quill, Ms. Una Braddock said so. -0-\n';
const second =
  'Talks Go On\n\nMoscow, May 9, 2024 (TASS) -- A. Testova gave thanks again. Anna Testova met Mikhail Galuzin. -0-\n';
const codebook = `version: 1
codes:
  - id: ties   # the tree
    name: Ties
    codes:
      - id: gratitude
        name: Gratitude
`;
const entities = `version: 1
entities:
  - id: anna-testova   # invented
    type: person
    name: Anna Testova
    aliases: [A. Testova]
`;

describe('navigation in a release', () => {
  const ask = async <T>(command: string, word: string, ...more: readonly unknown[]): Promise<T> => {
    const { document } = await openRelease('nav/a.txt');
    const at = document.positionAt(document.getText().indexOf(word) + 1);
    return vscode.commands.executeCommand<T>(command, document.uri, at, ...more);
  };
  const shown = async (location: vscode.Location): Promise<string> => {
    const document = await vscode.workspace.openTextDocument(location.uri);
    return `${location.uri.path.split('/').at(-1)}: ${document.getText(location.range)}`;
  };
  const definitions = async (word: string): Promise<readonly string[]> => {
    const links = await ask<vscode.LocationLink[]>('vscode.executeDefinitionProvider', word);
    return Promise.all(links.map((link) => shown(new vscode.Location(link.targetUri, link.targetRange))));
  };
  const tag = async (path: string, quote: string): Promise<void> => {
    select(await openRelease(path), quote);
    await vscode.commands.executeCommand('pressmark.tagWithCode', 'gratitude');
    await until('the tag', async () => (await read(`${path}.annotations.yaml`))?.includes(quote));
  };
  const rename = (word: string, to: string): Promise<vscode.WorkspaceEdit> =>
    ask('vscode.executeDocumentRenameProvider', word, to);
  const apply = async (edit: vscode.WorkspaceEdit): Promise<void> => {
    assert.ok(await vscode.workspace.applyEdit(edit, { isRefactoring: true }));
    for (const [uri] of edit.entries()) await (await vscode.workspace.openTextDocument(uri)).save();
  };

  before(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await write('nav/pressmark.yaml', 'version: 1\n');
    await write('nav/codebook.yaml', codebook);
    await write('nav/entities.yaml', entities);
    await write('nav/a.txt', first);
    await write('nav/b.txt', second);
    await tag('nav/b.txt', 'gave thanks again');
    await tag('nav/a.txt', 'thanked Sergei Lavrov for the help');
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('Go to Definition leads from a tagged passage to its code, from a name in it to the entity', async () => {
    assert.deepEqual(await definitions('thanked'), ['codebook.yaml: gratitude']);
    assert.match((await definitions('Anna Testova')).join(), /^entities\.yaml: /);
    assert.match((await definitions('Sergei')).join(), /^sergey-lavrov\.yaml/);
  });

  it('Find All References gives every passage with the code, highlights those of the release', async () => {
    const passages = await until('both passages', async () => {
      const found = await ask<vscode.Location[]>('vscode.executeReferenceProvider', 'thanked');
      return found.length > 1 && found;
    });
    assert.deepEqual((await Promise.all(passages.map(shown))).sort(), [
      'a.txt: thanked Sergei Lavrov for the help',
      'b.txt: gave thanks again',
    ]);
    const highlights = await ask<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', 'thanked');
    const { document } = await openRelease('nav/a.txt');
    assert.deepEqual(
      highlights.map(({ range }) => document.getText(range)),
      ['thanked Sergei Lavrov for the help'],
    );
  });

  it('Go to Symbol has mentions by type and tagged passages in their parts, and codes of the workspace', async () => {
    const { document } = await openRelease('nav/a.txt');
    const listed = async (): Promise<readonly string[]> => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return symbols.flatMap(({ children }) => children).map(({ name, detail }) => `${name}: ${detail}`);
    };
    await until('the tagged passage', async () =>
      (await listed()).includes('thanked Sergei Lavrov for the help: gratitude'),
    );
    for (const wanted of ['Anna Testova: person', 'TASS: organization'])
      assert.ok((await listed()).includes(wanted), wanted);
    await until('the code', async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'gratitude',
      );
      return found.some(({ name, kind }) => name === 'Gratitude' && kind === vscode.SymbolKind.EnumMember);
    });
  });

  it('web addresses are links, the sentence’s punctuation is not', async () => {
    const { document } = await openRelease('nav/a.txt');
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    assert.deepEqual(
      links.map(({ range, target }) => [document.getText(range), target?.toString(true)]),
      [
        ['https://example.org/a_(b)', 'https://example.org/a_(b)'],
        ['www.example.org', 'https://www.example.org/'],
      ],
    );
  });

  it('the card tells what the corpus knows: names, first and last mention, companions; its links lead there', async () => {
    const card = await until('the corpus in the card', async () => {
      const hovers = await ask<vscode.Hover[]>('vscode.executeHoverProvider', 'Anna Testova');
      const text = hovers
        .flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value))
        .join('\n');
      return /in 2 releases of the corpus/.test(text) && text;
    });
    assert.match(card, /3 mentions in 2 releases of the corpus/);
    assert.match(card, /Written elsewhere: A\\\. Testova/);
    assert.match(card, /Appears with .*Lavrov/);
    const links = [...card.matchAll(/\[(\w+) \d{4}[^\]]*\]\(command:pressmark\.openPlace\?([^)]*)\)/g)];
    assert.deepEqual(
      links.map(([, label]) => label),
      ['First', 'Last'],
    );
    const [place] = JSON.parse(decodeURIComponent(links[1]![2]!)) as [unknown];
    await vscode.commands.executeCommand('pressmark.openPlace', place);
    const editor = vscode.window.activeTextEditor!;
    assert.match(editor.document.uri.path, /b\.txt$/);
    assert.equal(editor.document.getText(editor.selection), 'A. Testova');
  });

  it('F2 on a mention gives the entity another name; the old one stays an alias, the release as it is', async () => {
    const edit = await rename('Anna Testova', 'Anna B. Testova');
    assert.deepEqual(
      edit.entries().map(([uri]) => uri.path),
      [uriOf('nav/entities.yaml').path],
    );
    await apply(edit);
    assert.equal(
      await read('nav/entities.yaml'),
      entities
        .replace('name: Anna Testova', 'name: Anna B. Testova')
        .replace('[A. Testova]', '[A. Testova, Anna Testova]'),
    );
    assert.equal(await read('nav/a.txt'), first);
    await write('nav/entities.yaml', entities);
  });

  it('F2 with something like an id gives it another id, in sidecars too', async () => {
    select(await openRelease('nav/b.txt'), 'Mikhail Galuzin');
    await until('the gazetteer as written', async () => {
      const document = await vscode.workspace.openTextDocument(uriOf('nav/entities.yaml'));
      return document.getText() === entities;
    });
    await vscode.commands.executeCommand('pressmark.linkMention', { entity: 'anna-testova' });
    await until('the link', async () =>
      (await read('nav/b.txt.annotations.yaml'))?.includes('entity: anna-testova'),
    );
    await apply(await rename('Anna Testova', 'a-testova'));
    assert.equal(await read('nav/entities.yaml'), entities.replace('id: anna-testova', 'id: a-testova'));
    assert.match((await read('nav/b.txt.annotations.yaml'))!, /entity: a-testova\n/);
    assert.equal(await read('nav/b.txt'), second);
  });

  it('F2 on a built-in entity writes an entry of the corpus’s own; its id stays', async () => {
    await assert.rejects(rename('Sergei', 's-lavrov'), /comes with Pressmark/);
    await apply(await rename('Sergei', 'Sergei V. Lavrov'));
    const gazetteer = (await read('nav/entities.yaml'))!;
    assert.match(gazetteer, /id: sergey-lavrov\n {4}type: person\n {4}name: Sergei V\. Lavrov\n/);
    assert.match(gazetteer, /offices:\n/);
    assert.match(gazetteer, /Sergey Lavrov/);
  });

  it('F2 in a tagged passage renames its code: the name in the codebook, the id everywhere', async () => {
    await apply(await rename('thanked', 'Thanks'));
    assert.equal(await read('nav/codebook.yaml'), codebook.replace('name: Gratitude', 'name: Thanks'));
    await until('the codebook read again', async () => {
      const { placeholder } = await ask<{ placeholder: string }>('vscode.prepareRename', 'thanked');
      return placeholder === 'Thanks';
    });
    await apply(await rename('thanked', 'gratefulness'));
    assert.match((await read('nav/codebook.yaml'))!, /id: gratefulness\n/);
    for (const file of ['a', 'b'])
      assert.match((await read(`nav/${file}.txt.annotations.yaml`))!, /codes: \[gratefulness\]/);
  });

  it('F2 on a name that no gazetteer lists, or on no name, says what to do', async () => {
    await assert.rejects(rename('Una Braddock', 'Una'), /Add it as an entity first/);
    await assert.rejects(rename('said so', 'x'), /Put the cursor/);
  });
});
