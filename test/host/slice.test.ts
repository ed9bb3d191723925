import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openRelease, pressmark, read, select, until, uriOf, write } from './support/pressmark';

const release = (title: string): string =>
  `${title}\n\nPyongyang, May 3 (KCNA) -- Foreign Minister Choe Son Hui met Sergei Lavrov, foreign minister of the Russian Federation, on May 2.\nBoth sides expressed deep thanks for the warm welcome.\nThey agreed to meet again in Vladivostok. -0-\n`;

const codebook = `version: 1
codes:
  - id: gratitude   # thanks
    name: Gratitude
    definition: Thanks for an act.
    color: "#d97706"
    key: 1
  - id: commitment
    name: Commitment
    color: "#16a34a"
    key: 2
`;

async function apply(change: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  change(edit);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe('one release, from opening it to a saved annotation', () => {
  before(async () => {
    await write('slice/pressmark.yaml', 'version: 1\n');
    await write('slice/codebook.yaml', codebook);
    await write('slice/a.txt', release('Foreign Ministers Meet'));
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('a text file that looks like a release becomes one; a README does not', async () => {
    await openRelease('slice/a.txt');
    const readme = await vscode.workspace.openTextDocument(
      await write('slice/README.txt', 'Read me first.\n\nRun the setup, then restart.\n'),
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(readme.languageId, 'plaintext');
  });

  it('its mentions are semantic tokens and hovers', async () => {
    const { document } = await openRelease('slice/a.txt');
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    assert.ok(tokens.data.length >= 5 * 5);
    const at = document.positionAt(document.getText().indexOf('Lavrov'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map((c) => (c as vscode.MarkdownString).value))
      .join('\n');
    assert.match(text, /Sergey Lavrov/);
    assert.match(text, /person/);
    assert.match(text, /wikidata\.org\/wiki\/Q58217/);
  });

  it('a long release is recognised where one types at once, and as a whole when typing pauses', async () => {
    const paragraphs = Array.from(
      { length: 2000 },
      (_, i) => `Round ${i} of the exchange of views went on as before.`,
    );
    const news = 'Foreign Ministers Meet\n\nPyongyang, May 3 (KCNA) -- The guests left Pyongyang.';
    await write('slice/long.txt', [news, ...paragraphs].join('\n\n'));
    const editor = await openRelease('slice/long.txt');
    const { document } = editor;
    const persons = async (): Promise<readonly string[]> =>
      (await (await pressmark()).mentions(document))
        .filter((mention) => mention.type === 'person')
        .map(({ range }) => document.getText(range));
    const type = (behind: string, typed: string): Thenable<boolean> => {
      const at = document.getText().indexOf(behind) + behind.length;
      return editor.edit((builder) => builder.insert(document.positionAt(at), typed));
    };
    assert.deepEqual(await persons(), []);
    await type(paragraphs[3]!, ' Zambian Foreign Minister Oswin Bretwit spoke.');
    assert.deepEqual(await persons(), ['Oswin Bretwit']);
    // Only the whole text tells who that is.
    await type(paragraphs[1500]!, ' Bretwit agreed.');
    await until('the short form to be known', async () => (await persons()).length === 2);
    assert.deepEqual(await persons(), ['Oswin Bretwit', 'Bretwit']);
  });

  it('its layout is the outline', async () => {
    const { document } = await openRelease('slice/a.txt');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.deepEqual([...new Set(symbols.map(({ detail }) => detail))].slice(0, 3), [
      'headline',
      'dateline',
      'paragraph',
    ]);
  });

  it('a selected passage is tagged, and saved with offsets, quote and context', async () => {
    const editor = await openRelease('slice/a.txt');
    select(editor, 'expressed deep thanks');
    await vscode.commands.executeCommand('pressmark.tagWithCode', 'gratitude');
    const sidecar = await until('the sidecar', () => read('slice/a.txt.annotations.yaml'));
    const start = editor.document.getText().indexOf('expressed deep thanks');
    assert.match(sidecar, /codes: \[gratitude\]/);
    assert.match(
      sidecar,
      new RegExp(`start: ${start}\\n\\s+end: ${start + 'expressed deep thanks'.length}\\n`),
    );
    assert.match(sidecar, /quote: expressed deep thanks\n/);
  });

  it('the code’s key tags too, and adds its code where the very passage is tagged already', async () => {
    const editor = await openRelease('slice/a.txt');
    select(editor, 'expressed deep thanks');
    await vscode.commands.executeCommand('pressmark.tagWithKey', { key: '2' });
    await until('both codes', async () =>
      (await read('slice/a.txt.annotations.yaml'))?.includes('codes: [gratitude, commitment]'),
    );
  });

  it('deleting and undo give the sidecar back byte for byte', async () => {
    const before = await read('slice/a.txt.annotations.yaml');
    const editor = await openRelease('slice/a.txt');
    select(editor, 'deep thanks');
    await vscode.commands.executeCommand('pressmark.deleteAnnotation');
    await until('no annotation', async () =>
      (await read('slice/a.txt.annotations.yaml'))?.includes('annotations: []'),
    );
    await vscode.commands.executeCommand('pressmark.undo');
    await until('the annotation again', async () => (await read('slice/a.txt.annotations.yaml')) === before);
  });

  it('typing moves the range, undo moves it back, saving moves the stored place', async () => {
    const editor = await openRelease('slice/a.txt');
    const api = await pressmark();
    const quoteNow = async (): Promise<string> => {
      const [first] = (await api.annotations(editor.document))!;
      return first!.ranges.map((range) => editor.document.getText(range)).join('|');
    };
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'NEW 😀\n'));
    assert.equal(await quoteNow(), 'expressed deep thanks');
    await vscode.commands.executeCommand('undo');
    assert.equal(await quoteNow(), 'expressed deep thanks');
    await vscode.commands.executeCommand('redo');
    await editor.document.save();
    const shifted = release('Foreign Ministers Meet').indexOf('expressed deep thanks') + 'NEW x\n'.length;
    await until('the moved place', async () =>
      (await read('slice/a.txt.annotations.yaml'))?.includes(`start: ${shifted}\n`),
    );
  });

  it('a sidecar changed by somebody else is read again', async () => {
    const editor = await openRelease('slice/a.txt');
    const api = await pressmark();
    const source = (await read('slice/a.txt.annotations.yaml'))!;
    await write(
      'slice/a.txt.annotations.yaml',
      source.replace('codes: [gratitude, commitment]', 'codes: [commitment]'),
    );
    await until(
      'the changed codes',
      async () => (await api.annotations(editor.document))?.[0]?.annotation.codes.join() === 'commitment',
    );
  });

  it('a release changed outside keeps its annotation where the passage moved to', async () => {
    const editor = await openRelease('slice/a.txt');
    const api = await pressmark();
    await write('slice/a.txt', `Masthead\n${editor.document.getText()}`);
    await until('the new text', () => editor.document.getText().startsWith('Masthead'));
    const found = await until('the passage', async () => {
      const [first] = (await api.annotations(editor.document)) ?? [];
      return first && first.ranges.length > 0 ? first : undefined;
    });
    assert.equal(editor.document.getText(found.ranges[0]!), 'expressed deep thanks');
  });

  it('what is tagged in text that was deleted and brought back by undo is saved at once', async () => {
    const path = 'slice/undone.txt';
    const text = release('Undone');
    await write(path, text);
    const editor = await openRelease(path);
    const at = text.indexOf('warm');
    const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + 12));
    await editor.edit((edit) => edit.delete(range));
    await vscode.commands.executeCommand('undo');
    await until('the text to be back', () => editor.document.getText() === text);
    select(editor, 'warm');
    await vscode.commands.executeCommand('pressmark.tagWithCode', 'gratitude');
    const sidecar = await until('the sidecar', () => read(`${path}.annotations.yaml`));
    assert.match(sidecar, new RegExp(`start: ${at}\\n`));
  });

  it('what is tagged right after a rename stays', async () => {
    await write('slice/r0.txt', release('Renamed'));
    let editor = await openRelease('slice/r0.txt');
    const words = [
      'Minister',
      'Choe',
      'met',
      'Sergei',
      'foreign',
      'Russian',
      'sides',
      'deep',
      'warm',
      'agreed',
    ];
    for (const [i, word] of words.entries()) {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(uriOf(`slice/r${i}.txt`), uriOf(`slice/r${i + 1}.txt`));
      assert.ok(await vscode.workspace.applyEdit(edit));
      editor = await openRelease(`slice/r${i + 1}.txt`);
      select(editor, word);
      await vscode.commands.executeCommand('pressmark.tagWithCode', 'gratitude');
    }
    const sidecar = await until('the last name', async () => {
      const source = await read(`slice/r${words.length}.txt.annotations.yaml`);
      return source?.includes(`release: r${words.length}.txt`) && source;
    });
    for (const word of words) assert.match(sidecar, new RegExp(`quote: ${word}\n`));
  });

  it('a text that somebody annotated is a release, whatever it looks like', async () => {
    await write('slice/notes.txt', 'Milk, bread, and two pears.\n');
    await write(
      'slice/notes.txt.annotations.yaml',
      'version: 1\nrelease: notes.txt\nannotations:\n  - id: aaaaaaaa\n    codes: [gratitude]\n    target:\n      - start: 6\n        end: 11\n        quote: bread\n',
    );
    const { document } = await openRelease('slice/notes.txt');
    const [bread] = (await (await pressmark()).annotations(document))!;
    assert.equal(document.getText(bread!.ranges[0]), 'bread');
  });

  it('a renamed release takes its sidecar along', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await apply((edit) => edit.renameFile(uriOf('slice/a.txt'), uriOf('slice/b.txt')));
    const moved = await until('the moved sidecar', () => read('slice/b.txt.annotations.yaml'));
    assert.match(moved, /annotations:\n/);
    assert.equal(await read('slice/a.txt.annotations.yaml'), undefined);
    await until('the new name in it', async () =>
      (await read('slice/b.txt.annotations.yaml'))?.includes('release: b.txt'),
    );
  });

  it('renamed back, it has its sidecar and its name back', async () => {
    await apply((edit) => edit.renameFile(uriOf('slice/b.txt'), uriOf('slice/a.txt')));
    await until('the old name in it', async () =>
      (await read('slice/a.txt.annotations.yaml'))?.includes('release: a.txt'),
    );
    assert.equal(await read('slice/b.txt.annotations.yaml'), undefined);
  });

  it('the copy of a release has a copy of the annotations, beside it or in another folder', async () => {
    const contents = await vscode.workspace.fs.readFile(uriOf('slice/a.txt'));
    const annotated = (await read('slice/a.txt.annotations.yaml'))!;
    // A name that many folders have: none of these is the one that was copied.
    const namesakes = Array.from({ length: 100 }, (_, i) => `namesake${i}`);
    for (const folder of namesakes) await write(`${folder}/a.txt`, 'x');
    for (const path of ['slice/a copy.txt', 'slice/copies/a.txt']) {
      await apply((edit) => edit.createFile(uriOf(path), { contents }));
      const name = path.split('/').at(-1)!;
      const copied = await until('the copied sidecar', async () => {
        const source = await read(`${path}.annotations.yaml`);
        return source?.includes(`release: ${name}\n`) && source;
      });
      assert.equal(copied, annotated.replace('release: a.txt', `release: ${name}`));
    }
    for (const folder of namesakes) await vscode.workspace.fs.delete(uriOf(folder), { recursive: true });
  });

  it('what the explorer makes of a sidecar that is copied with its release is taken away', async () => {
    const misnamed = 'slice/a.txt.annotations copy.yaml';
    const contents = await vscode.workspace.fs.readFile(uriOf('slice/a.txt.annotations.yaml'));
    await apply((edit) => edit.createFile(uriOf(misnamed), { contents }));
    await until('it to go', async () => (await read(misnamed)) === undefined);
    await apply((edit) => edit.createFile(uriOf(misnamed), { contents: Buffer.from('# mine\n') }));
    await apply((edit) => edit.deleteFile(uriOf('slice/a copy.txt')));
    await until('another sidecar to go', async () => !(await read('slice/a copy.txt.annotations.yaml')));
    assert.equal(await read(misnamed), '# mine\n');
  });

  it('a release that is deleted takes its sidecar along, and brings it back when that is undone', async () => {
    const contents = await vscode.workspace.fs.readFile(uriOf('slice/a.txt'));
    const annotated = await read('slice/a.txt.annotations.yaml');
    await apply((edit) => edit.deleteFile(uriOf('slice/a.txt')));
    await until('the sidecar to go', async () => !(await read('slice/a.txt.annotations.yaml')));
    await apply((edit) => edit.createFile(uriOf('slice/a.txt'), { contents }));
    await until('the sidecar', async () => (await read('slice/a.txt.annotations.yaml')) === annotated);
  });
});

describe('folders of releases whose sidecars lie in a mirrored folder', () => {
  const sidecar = 'version: 1\nrelease: a.txt\nannotations: []\n';
  const entries = async (path: string): Promise<string> =>
    (await vscode.workspace.fs.readDirectory(uriOf(path)).then(undefined, () => []))
      .map(([name]) => name)
      .sort()
      .join();

  it('take that along when they are renamed, moved or deleted', async () => {
    await write('mirrored/pressmark.yaml', 'version: 1\nsidecars: notes\n');
    await write('mirrored/may/a.txt', release('Mirrored'));
    await write('mirrored/notes/may/a.txt.annotations.yaml', sidecar);
    await apply((edit) => edit.renameFile(uriOf('mirrored/may'), uriOf('mirrored/2024/may')));
    assert.equal(await entries('mirrored/notes/2024/may'), 'a.txt.annotations.yaml');
    assert.equal(await entries('mirrored/notes/may'), '');
    await apply((edit) => edit.deleteFile(uriOf('mirrored/2024'), { recursive: true }));
    await until('their folder to go', async () => (await entries('mirrored/notes')) === '');
  });
});

describe('bad input', () => {
  before(async () => {
    await write('bad/pressmark.yaml', 'version: 1\n');
    await write('bad/codebook.yaml', codebook);
    await write('bad/a.txt', release('Bad Company'));
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const problems = (path: string): readonly vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(uriOf(path));

  it('an unparsable sidecar is a problem, is never written to, and new annotations wait until it is mended', async () => {
    const broken =
      'version: 1\nrelease: a.txt\n<<<<<<< ours\nannotations: []\n=======\nannotations: [\n>>>>>>> theirs\n';
    await write('bad/a.txt.annotations.yaml', broken);
    const editor = await openRelease('bad/a.txt');
    await until('a problem', () => problems('bad/a.txt.annotations.yaml').length > 0);
    select(editor, 'deep thanks');
    await vscode.commands.executeCommand('pressmark.tagWithCode', 'gratitude');
    const api = await pressmark();
    assert.equal((await api.annotations(editor.document))?.length, 1);
    assert.equal(await read('bad/a.txt.annotations.yaml'), broken);
    await write('bad/a.txt.annotations.yaml', 'version: 1\nrelease: a.txt\nannotations: []\n');
    await until('the waiting annotation', async () =>
      (await read('bad/a.txt.annotations.yaml'))?.includes('quote: deep thanks'),
    );
  });

  it('a malformed codebook is a problem with a line, and mentions go on working', async () => {
    await write('bad/codebook.yaml', 'version: 1\ncodes:\n  - id: gratitude\n   name: broken\n');
    const [problem] = await until('a problem', () => {
      const found = problems('bad/codebook.yaml');
      return found.length > 0 && found;
    });
    assert.ok(problem!.range.start.line >= 2, `line ${problem!.range.start.line}`);
    const { document } = await openRelease('bad/a.txt');
    assert.ok((await (await pressmark()).mentions(document)).length > 3);
    await write('bad/codebook.yaml', codebook);
    await until('no problem', () => problems('bad/codebook.yaml').length === 0);
  });

  it('malformed entities.yaml and pressmark.yaml are problems', async () => {
    await write('bad/entities.yaml', 'version: 1\nentities:\n  - id: Not An Id\n    type: person\n');
    await write('bad/pressmark.yaml', 'version: 1\ngazetteers: 7\n');
    await openRelease('bad/a.txt');
    await until('a problem in pressmark.yaml', () => problems('bad/pressmark.yaml').length > 0);
    await write('bad/pressmark.yaml', 'version: 1\n');
    await until('a problem in entities.yaml', () => problems('bad/entities.yaml').length > 0);
  });

  it('empty and binary files with .txt stay what they are', async () => {
    const empty = await vscode.workspace.openTextDocument(await write('bad/empty.txt', ''));
    const bytes = Uint8Array.from({ length: 300 }, (_, i) => (i * 7) % 32);
    const binary = await vscode.workspace.openTextDocument(await write('bad/binary.txt', bytes)).then(
      (document) => document,
      () => undefined,
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(empty.languageId, 'plaintext');
    if (binary) assert.equal(binary.languageId, 'plaintext');
  });

  it('a file of 60 MB is a problem that says what to do; everything else goes on working', async () => {
    const line = 'The talks went on in a friendly atmosphere, and both sides agreed to meet again.\n';
    const big = new TextEncoder().encode(line.repeat(Math.ceil((60 * 1024 * 1024) / line.length)));
    const uri = await write('bad/big.txt', big);
    await vscode.commands.executeCommand('vscode.open', uri);
    const [problem] = await until('a problem', () => {
      const found = problems('bad/big.txt');
      return found.length > 0 && found;
    });
    assert.match(problem!.message, /60 MB.*50 MB.*Split it/s);
    const { document } = await openRelease('bad/a.txt');
    assert.ok((await (await pressmark()).mentions(document)).length > 3);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uri);
  });

  it('an empty .release file is a release without anything in it', async () => {
    await write('bad/empty.release', '');
    const { document } = await openRelease('bad/empty.release');
    assert.deepEqual(await (await pressmark()).mentions(document), []);
  });
});
