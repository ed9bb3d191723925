import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { writeChunks } from '../../src/vscode/exchange/writeChunks';
import { openRelease, pressmark, read, select, until, uriOf, write } from './support/pressmark';

const text = `Envoys Meet in Vladivostok

Vladivostok, May 3 (TASS) -- Foreign Minister Sergey Lavrov met the guests from the DPRK.
Both sides expressed deep thanks for the warm welcome. They agreed to meet again. -0-
`;
const codebook = `version: 1
codes:
  - id: gratitude   # thanks
    name: Gratitude
`;
const quoted = (quote: string): string => {
  const start = text.indexOf(quote);
  return `{start: ${start}, end: ${start + quote.length}, quote: ${quote}}`;
};
const sidecar = `version: 1
release: a.txt
annotations:
  - id: k7m2qp4d   # Ana's own
    codes: [gratitude]
    target: [${quoted('deep thanks')}]
    author: ana
`;

describe('exchange with other tools', () => {
  let root = '';
  let count = 0;
  let editor: vscode.TextEditor;

  // In a browser VS Code saves by itself a second after the last change.
  const autoSave = (value: 'off' | undefined): Thenable<void> =>
    vscode.workspace.getConfiguration('files').update('autoSave', value, false);
  before(() => autoSave('off'));
  after(() => autoSave(undefined));

  beforeEach(async () => {
    root = `exchange${count++}`;
    await write(`${root}/pressmark.yaml`, 'version: 1\n');
    await write(`${root}/codebook.yaml`, codebook);
    await write(`${root}/a.txt`, text);
    await write(`${root}/a.txt.annotations.yaml`, sidecar);
    editor = await openRelease(`${root}/a.txt`);
    await until(
      'the annotations',
      async () => (await (await pressmark()).annotations(editor.document))?.length,
    );
  });

  afterEach(async () => {
    if (editor.document.isDirty) await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const exported = async (options: object): Promise<readonly vscode.Uri[]> => {
    const files = await vscode.commands.executeCommand<readonly vscode.Uri[]>('pressmark.export', options);
    assert.ok(files && files.length > 0, 'files were written');
    return files;
  };
  const imported = (
    options: object,
  ): Thenable<
    { annotations: number; forReview: number; failures: string[]; problems: string[] } | undefined
  > => vscode.commands.executeCommand('pressmark.import', options);

  /** Rows of a table, one for each passage; cells may hold line ends. */
  const rows = async (path: string): Promise<string[]> => (await read(path))!.split(/^(?=a\.txt,)/m).slice(1);

  it('what is in the editor is exported, saved or not', async () => {
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'NEW '));
    select(editor, 'agreed to meet again');
    await vscode.commands.executeCommand('pressmark.tagWithCode', 'gratitude');
    await exported({ format: 'csv' });
    const found = await rows(`${root}/exports/csv/annotations.csv`);
    const start = text.indexOf('agreed to meet again') + 'NEW '.length;
    assert.equal(found.length, 2);
    assert.ok(found.some((row) => row.includes(`,${start},${start + 'agreed to meet again'.length},`)));
  });

  it('only what touches the selection, or has the author', async () => {
    select(editor, 'agreed to meet again');
    await vscode.commands.executeCommand('pressmark.tagWithCode', 'gratitude');
    select(editor, 'deep');
    await exported({ format: 'csv', releases: 'selection', into: 'chosen' });
    assert.equal((await rows(`${root}/chosen/annotations.csv`)).length, 1);
    assert.match((await rows(`${root}/chosen/annotations.csv`))[0]!, /deep thanks/);
    await exported({ format: 'csv', authors: ['ana'], into: 'chosen' });
    assert.match((await rows(`${root}/chosen/annotations.csv`)).join('\n'), /deep thanks/);
    await exported({ format: 'csv', authors: ['nobody'], into: 'chosen' });
    assert.deepEqual(await rows(`${root}/chosen/annotations.csv`), []);
  });

  it('the releases of a folder, and what somebody annotated, whatever it looks like', async () => {
    await write(`${root}/sub/b.txt`, text);
    await write(`${root}/sub/notes.txt`, 'Milk, bread, and two pears.\n');
    await write(`${root}/sub/list.txt`, 'Eggs, and three plums.\n');
    await write(
      `${root}/sub/notes.txt.annotations.yaml`,
      'version: 1\nrelease: notes.txt\nannotations:\n  - id: aaaaaaaa\n    codes: [gratitude]\n    target: [{start: 6, end: 11, quote: bread}]\n',
    );
    await openRelease(`${root}/sub/b.txt`);
    await exported({ format: 'csv', releases: 'folder', into: 'chosen' });
    const releases = (await read(`${root}/chosen/releases.csv`))!;
    assert.deepEqual(releases.match(/^[^,]+\.txt/gm), ['sub/b.txt', 'sub/notes.txt']);
    assert.match((await read(`${root}/chosen/annotations.csv`))!, /^sub\/notes\.txt,.*bread/m);
  });

  it('never over a release of the corpus', async () => {
    const before = await read(`${root}/a.txt`);
    const files = await vscode.commands.executeCommand('pressmark.export', { format: 'brat', into: '.' });
    assert.equal(files, undefined);
    assert.equal(await read(`${root}/a.txt`), before);
    assert.equal(await read(`${root}/a.ann`), undefined);
    const [names] = [await vscode.workspace.fs.readDirectory(uriOf(root))];
    assert.deepEqual(
      names.map(([name]) => name).filter((name) => name.startsWith('.pressmark')),
      [],
    );
  });

  it('one that ends early leaves nothing: no file, no folder, and what was there as it was', async () => {
    const chunks = async function* (count: number): AsyncGenerator<{ path: string; content: string }> {
      for (let i = 0; i < 3; i++) {
        if (i === count) throw new Error('cancelled');
        yield { path: `deep/${i}.xml`, content: 'new' };
      }
    };
    const writeTo = (folder: string, count: number): Promise<readonly vscode.Uri[]> =>
      writeChunks(uriOf(`${root}/${folder}`), chunks(count), () => false, { appendFile: undefined });
    const names = async (folder: string): Promise<string[]> =>
      (await vscode.workspace.fs.readDirectory(uriOf(folder))).map(([name]) => name).sort();
    const before = await names(root);
    await assert.rejects(writeTo('out/tei', 2), /cancelled/);
    assert.deepEqual(await names(root), before);
    await writeTo('out/tei', 3);
    assert.deepEqual(await names(`${root}/out`), ['tei']);
    assert.deepEqual(await names(`${root}/out/tei/deep`), ['0.xml', '1.xml', '2.xml']);
    await write(`${root}/out/tei/deep/1.xml`, 'old');
    await assert.rejects(writeTo('out/tei', 2), /cancelled/);
    assert.deepEqual(await names(`${root}/out/tei`), ['deep']);
    assert.equal(await read(`${root}/out/tei/deep/1.xml`), 'old');
    await writeTo('out/tei', 3);
    assert.equal(await read(`${root}/out/tei/deep/1.xml`), 'new');
  });

  it('a brat folder is added to the sidecar: nothing of it changes, missing codes are made, one step undoes it', async () => {
    const warm = text.indexOf('warm welcome');
    await write(`${root}/brat/a.txt`, text);
    await write(
      `${root}/brat/a.ann`,
      `T1\tHospitality ${warm} ${warm + 'warm welcome'.length}\twarm welcome\n` +
        `T2\tGratitude ${text.indexOf('deep thanks')} ${text.indexOf('deep thanks') + 11}\tdeep thanks\n`,
    );
    const done = await imported({ format: 'brat', from: 'brat' });
    assert.deepEqual(done, { annotations: 1, releases: 1, forReview: 0, failures: [], problems: [] });
    const after = (await read(`${root}/a.txt.annotations.yaml`))!;
    assert.ok(after.startsWith(sidecar.slice(0, sidecar.indexOf('  - id:'))));
    assert.ok(after.includes(sidecar.slice(sidecar.indexOf('  - id:'))), after);
    assert.match(after, /origin: "?brat"?\n/);
    assert.match(after, /codes: \[hospitality\]/);
    assert.match((await read(`${root}/codebook.yaml`))!, /id: gratitude {3}# thanks[\s\S]*id: hospitality/);
    await until('it to be shown', async () => {
      const shown = await (await pressmark()).annotations(editor.document);
      return shown?.length === 2;
    });
    await vscode.commands.executeCommand('pressmark.undoImport');
    assert.equal(await read(`${root}/a.txt.annotations.yaml`), sidecar);
    assert.equal(await read(`${root}/codebook.yaml`), codebook);
  });

  it('a CSV comes in with labels mapped; a release without a sidecar gets one, and loses it with undo', async () => {
    await write(`${root}/b.txt`, text.replace('Envoys', 'Ministers'));
    const start = text.replace('Envoys', 'Ministers').indexOf('warm welcome');
    await write(
      `${root}/in.csv`,
      `file,start,end,quote,codes\nb.txt,${start},${start + 12},warm welcome,Kindness\n`,
    );
    const done = await imported({ format: 'csv', from: 'in.csv', map: { Kindness: 'gratitude' } });
    assert.equal(done?.annotations, 1);
    assert.match(
      (await read(`${root}/b.txt.annotations.yaml`))!,
      /text: \{length: \d+[\s\S]*codes: \[gratitude\]/,
    );
    assert.equal(await read(`${root}/codebook.yaml`), codebook);
    await vscode.commands.executeCommand('pressmark.undoImport');
    assert.equal(await read(`${root}/b.txt.annotations.yaml`), undefined);
  });

  it('what could not be read or placed is told with its line, and the rest comes in', async () => {
    const start = text.indexOf('warm welcome');
    const rows = [
      `a.txt,${start},${start + 12},warm welcome,Kindness`,
      'a.txt,x,5,,bad',
      'gone.txt,1,5,,lost',
    ];
    await write(`${root}/in.csv`, `file,start,end,quote,codes\n${rows.join('\n')}\n`);
    const done = await imported({ format: 'csv', from: 'in.csv' });
    assert.equal(done?.annotations, 1);
    assert.equal(done.problems.length, 2);
    assert.match(done.problems[0]!, /^in\.csv:3: Start and end must be whole numbers/);
    assert.match(done.problems[1]!, /^gone\.txt: No release of the corpus is gone\.txt/);
    await write(`${root}/no.json`, '{}');
    assert.match(
      (await imported({ format: 'w3c', from: 'no.json' }))!.problems[0]!,
      /^no\.json: There is nothing/,
    );
    await vscode.commands.executeCommand('pressmark.undoImport');
  });

  it('into a release with unsaved changes: places are those of the file, and the editor keeps what was typed', async () => {
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'NEW '));
    const start = text.indexOf('warm welcome');
    await write(
      `${root}/in.csv`,
      `file,start,end,quote,codes\na.txt,${start},${start + 12},warm welcome,gratitude\n`,
    );
    assert.equal((await imported({ format: 'csv', from: 'in.csv' }))?.annotations, 1);
    assert.match((await read(`${root}/a.txt.annotations.yaml`))!, new RegExp(`start: ${start}\\n`));
    const shown = await until('both to be shown', async () => {
      const all = await (await pressmark()).annotations(editor.document);
      return all?.length === 2 && all;
    });
    const placed = shown.map(({ ranges }) => ranges.map((range) => editor.document.getText(range)).join());
    assert.deepEqual(placed.sort(), ['deep thanks', 'warm welcome']);
    assert.equal(editor.document.getText(), `NEW ${text}`);
    await until('unsaved changes', () => editor.document.isDirty);
    assert.equal(await read(`${root}/a.txt`), text);
    await vscode.commands.executeCommand('pressmark.undoImport');
    assert.equal(await read(`${root}/a.txt.annotations.yaml`), sidecar);
  });

  it('a .qdc adds its codes to the codebook', async () => {
    await write(
      `${root}/codes.qdc`,
      `<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="test"><Codes>
<Code guid="5cb7c1c9-98ee-4bc4-8a4e-5d7b4c4d5e01" name="Hospitality" isCodable="true" color="#16A34A">
<Description>A warm welcome.</Description></Code>
</Codes></CodeBook>`,
    );
    await imported({ format: 'refi-qdc', from: 'codes.qdc' });
    assert.match(
      (await read(`${root}/codebook.yaml`))!,
      /name: Hospitality\n\s+definition: A warm welcome\./,
    );
    await vscode.commands.executeCommand('pressmark.undoImport');
    assert.equal(await read(`${root}/codebook.yaml`), codebook);
  });

  /** Runs a task of Pressmark to its end; gives its exit code. */
  const ran = async (definition: object): Promise<number | undefined> => {
    const all = await vscode.tasks.fetchTasks({ type: 'pressmark' });
    const { command } = definition as { readonly command: string };
    const known = all.find((task) => task.definition['command'] === command);
    assert.ok(known, `${command} is among ${all.map(({ name }) => name).join()}`);
    known.definition = { ...known.definition, ...definition };
    const execution = await vscode.tasks.executeTask(known);
    return new Promise((resolve) => {
      const listener = vscode.tasks.onDidEndTaskProcess((ended) => {
        if (ended.execution !== execution) return;
        listener.dispose();
        resolve(ended.exitCode);
      });
    });
  };

  it('tasks check, index and export a corpus', async () => {
    assert.equal(await ran({ command: 'check', corpus: root }), 0);
    assert.equal(await ran({ command: 'index', corpus: root }), 0);
    assert.equal(await ran({ command: 'export', corpus: root, format: 'csv', into: 'by-task' }), 0);
    assert.equal((await rows(`${root}/by-task/annotations.csv`)).length, 1);
    await write(`${root}/codebook.yaml`, 'version: 1\ncodes: []\n');
    await write(`${root}/a.txt.annotations.yaml`, sidecar.replace('quote: deep', 'quote: very deep'));
    await until(
      'the codebook to be read again',
      async () => (await ran({ command: 'check', corpus: root })) === 1,
    );
  });
});
