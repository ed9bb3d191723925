import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { rewriteFiles } from '../../src/vscode/corpus/rewriteFiles';
import { openRelease, pressmark, read, until, write } from './support/pressmark';

const text = (n: number): string =>
  `Envoys Meet in Port Harrow ${n}\n\nPort Harrow, May 3 (VNA) -- The hosts gave thanks for the visit. The guests promised another one.\n`;

const codebook = `version: 1
# what is said of the partner
codes:
  - id: ties
    name: Ties # the tie itself
    codes:
      - id: thanks
        name: Thanks
        color: "#d97706"
      - id: praise
        name: Praise
  # and what is promised
  - id: promise
    name: Promise
`;

const releases = 12;
const sidecar = (n: number): string => `version: 1 # by hand
release: ${n}.txt
annotations:
  # looked at twice
  - id: thanks${String(n).padStart(2, '0')}
    codes: [thanks, praise]
    target:
      - {start: ${text(n).indexOf('gave')}, end: ${text(n).indexOf('gave') + 11}, quote: gave thanks}
    note: keep
  - id: gueste${String(n).padStart(2, '0')}
    codes: [thanks]
    target:
      - {start: ${text(n).indexOf('promised')}, end: ${text(n).indexOf('promised') + 8}, quote: promised}
`;

const run = (command: string, argument?: unknown): Thenable<unknown> =>
  vscode.commands.executeCommand(`pressmark.${command}`, argument);

describe('changes of the codebook', () => {
  /** Each test has a corpus of its own. */
  let corpus = '';
  let count = 0;
  const file = (n: number): string => `${corpus}/${n}.txt`;
  const book = async (): Promise<string> => (await read(`${corpus}/codebook.yaml`))!;
  const sidecars = (): Promise<readonly string[]> =>
    Promise.all(
      Array.from({ length: releases }, async (_, n) => (await read(`${file(n)}.annotations.yaml`)) ?? ''),
    );

  /** Runs a command that shows its changes first, and confirms them. */
  const confirmed = async (command: string, argument: unknown): Promise<void> => {
    let isDone = false;
    const running = Promise.resolve(run(command, argument)).then(() => (isDone = true));
    await until('the changes to be confirmed', async () => {
      if (!isDone) await vscode.commands.executeCommand('refactorPreview.apply');
      return isDone;
    });
    await running;
  };

  /** The codes of the release that is open, as the editor holds them. */
  const held = async (): Promise<string> => {
    const { document } = vscode.window.activeTextEditor!;
    const annotations = (await (await pressmark()).annotations(document))!;
    return annotations.map(({ annotation }) => annotation.codes.join('+')).join(' ');
  };

  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    corpus = `codes${++count}`;
    await write(`${corpus}/pressmark.yaml`, 'version: 1\n');
    await write(`${corpus}/codebook.yaml`, codebook);
    for (let n = 0; n < releases; n++) {
      await write(file(n), text(n));
      await write(`${file(n)}.annotations.yaml`, sidecar(n));
    }
    await openRelease(file(0));
    await until('the annotations', async () => (await held()) === 'thanks+praise thanks');
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const alone: readonly (readonly [string, unknown, string])[] = [
    [
      'renameCode',
      { code: 'thanks', value: 'Gratitude' },
      codebook.replace('name: Thanks', 'name: Gratitude'),
    ],
    ['recolorCode', { code: 'thanks', value: '#4b78e2' }, codebook.replace('#d97706', '#4b78e2')],
    [
      'retireCode',
      { code: 'praise' },
      codebook.replace('name: Praise\n', 'name: Praise\n        retired: true\n'),
    ],
  ];
  for (const [command, argument, expected] of alone) {
    it(`${command} writes one line, and can be taken back`, async () => {
      await run(command, argument);
      assert.equal(await book(), expected);
      await run('undoCodebookChange');
      assert.equal(await book(), codebook);
    });
  }

  it('shows a code where it is defined, whatever else says its id; a definition of several lines is edited there', async () => {
    const source = `${codebook.replace('# what is', '# id: promise; what is')}  - id: promise-kept\n    name: Kept\n    definition: |\n      One.\n      Two.\n`;
    const shown = async (id: string): Promise<void> => {
      const { document, selection } = vscode.window.activeTextEditor!;
      assert.equal(document.uri.path.endsWith(`${corpus}/codebook.yaml`), true);
      assert.equal(selection.start.line, document.positionAt(source.lastIndexOf(`id: ${id}\n`)).line);
    };
    await write(`${corpus}/codebook.yaml`, source);
    await until('the new code', async () => {
      await run('showCodeInCodebook', { code: 'promise-kept' });
      return vscode.window.activeTextEditor?.document.getText() === source;
    });
    await run('showCodeInCodebook', { code: 'promise-kept' });
    await shown('promise-kept');
    await run('showCodeInCodebook', { code: 'promise' });
    await shown('promise');
    await run('defineCode', { code: 'promise-kept' });
    await shown('promise-kept');
  });

  it('adds codes: at the end, and below another', async () => {
    await run('addCode', { value: 'Blame' });
    await run('addSubcode', { code: 'ties', value: 'Kinship' });
    const now = await book();
    assert.match(now, /\n {2}- id: blame\n {4}name: Blame\n/);
    assert.match(now, /name: Praise\n {6}- id: kinship\n {8}name: Kinship\n/);
    await run('undoCodebookChange');
    assert.doesNotMatch(await book(), /kinship/);
  });

  it('moves codes among their neighbours and below others, with their comments', async () => {
    await run('moveCodeDown', { code: 'thanks' });
    const moved = await book();
    assert.ok(moved.indexOf('id: praise') < moved.indexOf('id: thanks'));
    await run('undoCodebookChange');
    assert.equal(await book(), codebook);
    await run('moveCode', { code: 'promise', value: 'ties' });
    const nested = await book();
    assert.match(nested, /\n {6}- id: promise\n {8}name: Promise\n/);
    for (const comment of ['# what is said of the partner', '# the tie itself'])
      assert.ok(nested.includes(comment));
    await run('undoCodebookChange');
    await run('dropCode', { code: 'promise', onto: 'ties', where: 'before' });
    const dropped = await book();
    assert.ok(dropped.indexOf('id: promise') < dropped.indexOf('id: ties'));
    await run('undoCodebookChange');
    assert.equal(await book(), codebook);
    await run('dropCode', { code: 'promise', onto: 'ties', where: 'inside' });
    assert.equal(await book(), nested);
    await run('undoCodebookChange');
    assert.equal(await book(), codebook);
  });

  it('merges a code into another in every sidecar, byte for byte beside it, and takes all of it back', async () => {
    const before = await sidecars();
    await confirmed('mergeCode', { code: 'thanks', into: 'praise' });
    assert.doesNotMatch(await book(), /id: thanks/);
    assert.match(await book(), /# and what is promised/);
    assert.deepEqual(
      await sidecars(),
      before.map((s) => s.replace('[thanks, praise]', '[praise]').replace('[thanks]', '[praise]')),
    );
    await until('the open release to follow', async () => (await held()) === 'praise praise');
    await run('undoCodebookChange');
    assert.equal(await book(), codebook);
    assert.deepEqual(await sidecars(), before);
    await until('the open release again', async () => (await held()) === 'thanks+praise thanks');
  });

  it('deletes a code from every sidecar; what says nothing else goes, and comes back', async () => {
    const before = await sidecars();
    await confirmed('deleteCode', { code: 'thanks' });
    for (const source of await sidecars()) {
      assert.match(
        source,
        /version: 1 # by hand[\s\S]*# looked at twice[\s\S]*codes: \[praise\][\s\S]*note: keep/,
      );
      assert.doesNotMatch(source, /gueste/);
    }
    await run('undoCodebookChange');
    assert.deepEqual(await sidecars(), before);
    assert.equal(await book(), codebook);
  });

  it('splits a code: some passages get the new one beside it, the others keep theirs', async () => {
    const before = await sidecars();
    const ids = [3, 5].map((n) => `thanks${String(n).padStart(2, '0')}`);
    await confirmed('splitCode', { code: 'thanks', name: 'Warm thanks', ids });
    const now = await book();
    assert.ok(now.indexOf('id: thanks') < now.indexOf('id: warm-thanks'));
    assert.ok(now.indexOf('id: warm-thanks') < now.indexOf('id: praise'));
    assert.deepEqual(
      await sidecars(),
      before.map((s, n) => (n === 3 || n === 5 ? s.replace('[thanks, praise]', '[warm-thanks, praise]') : s)),
    );
    await run('undoCodebookChange');
    assert.deepEqual(await sidecars(), before);
    assert.equal(await book(), codebook);
  });

  it('what was changed since is not undone', async () => {
    await confirmed('mergeCode', { code: 'thanks', into: 'praise' });
    const since = `${(await read(`${file(4)}.annotations.yaml`))!}# mine\n`;
    await write(`${file(4)}.annotations.yaml`, since);
    await run('undoCodebookChange');
    assert.equal(await book(), codebook);
    assert.equal(await read(`${file(4)}.annotations.yaml`), since);
    assert.equal(await read(`${file(6)}.annotations.yaml`), sidecar(6));
  });
});

describe('several annotations at once', () => {
  const file = 'several/0.txt';

  before(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await write('several/pressmark.yaml', 'version: 1\n');
    await write('several/codebook.yaml', codebook);
    await write(file, text(0));
    await write(`${file}.annotations.yaml`, sidecar(0));
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('get, lose and change codes in one step that one undo takes back', async () => {
    const editor = await openRelease(file);
    const codes = async (): Promise<string> =>
      (await (await pressmark()).annotations(editor.document))!
        .map(({ annotation }) => annotation.codes.join('+'))
        .join(' ');
    await until('the annotations', async () => (await codes()) === 'thanks+praise thanks');
    const ids = ['thanks00', 'gueste00'];
    const steps: readonly (readonly [string, readonly string[], string])[] = [
      ['addCodeToAnnotations', ['promise'], 'thanks+praise+promise thanks+promise'],
      ['takeCodeFromAnnotations', ['praise'], 'thanks thanks'],
      ['retagAnnotations', ['promise'], 'promise promise'],
    ];
    for (const [command, given, expected] of steps) {
      await run(command, { ids, codes: given });
      assert.equal(await codes(), expected);
      await run('undo');
      assert.equal(await codes(), 'thanks+praise thanks');
    }
    // Without an argument those are meant that the selection touches.
    editor.selection = new vscode.Selection(new vscode.Position(0, 0), new vscode.Position(2, 200));
    await run('deleteAnnotations');
    assert.equal(await codes(), '');
    await run('undo');
    assert.equal(await codes(), 'thanks+praise thanks');
    const source = await until('the sidecar as it was', async () => {
      const now = await read(`${file}.annotations.yaml`);
      return now?.includes('thanks00') && now.includes('gueste00') ? now : undefined;
    });
    assert.match(source, /by hand/);
  });

  it('no file is changed when one is no longer what the change was made of', async () => {
    const [one, other] = [await write('codes/one.yaml', 'a: 1\n'), await write('codes/other.yaml', 'a: 1\n')];
    const rewrites = [one, other].map((uri) => ({ uri, before: 'a: 1\n', after: 'b: 1\n' }));
    await write('codes/other.yaml', 'a: 1\n# tagged meanwhile\n');
    const options = { label: 'Rename', preview: false };
    assert.equal(await rewriteFiles(rewrites, options), false);
    assert.equal(await read('codes/one.yaml'), 'a: 1\n');
    assert.equal(await read('codes/other.yaml'), 'a: 1\n# tagged meanwhile\n');
    assert.equal(await rewriteFiles(rewrites.slice(0, 1), options), true);
    assert.equal(await read('codes/one.yaml'), 'b: 1\n');
  });
});
