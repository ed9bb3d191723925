import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openRelease, pressmark, read, select, until, write } from './support/pressmark';

const text = `Envoys Meet in Port Harrow

Port Harrow, May 3 (VNA) -- The hosts gave thanks for the visit, and promised a visit of their own. The guests gave thanks too.

A second round is planned for June.
`;

const codebook = `version: 1
codes:
  - id: gratitude
    name: Gratitude
    color: "#d97706"
    key: g
  - id: commitment
    name: Commitment
    color: "#16a34a"
    key: 2
`;

const run = (command: string, argument?: unknown): Thenable<unknown> =>
  vscode.commands.executeCommand(`pressmark.${command}`, argument);

describe('the keyboard flow', () => {
  /** Each test has a release of its own. */
  let file = '';
  let count = 0;
  let editor: vscode.TextEditor;

  /** What is annotated now: codes and quotes in text order. */
  const said = async (): Promise<readonly string[]> => {
    const annotations = (await (await pressmark()).annotations(editor.document))!;
    return annotations.map(
      ({ annotation, ranges }) =>
        `${annotation.codes.join('+')}: ${ranges.map((range) => editor.document.getText(range)).join('|')}`,
    );
  };
  const selected = (): string => editor.document.getText(editor.selection);
  const cursorIn = (quote: string): void => {
    const at = select(editor, quote).start;
    editor.selection = new vscode.Selection(at, at);
  };

  before(async () => {
    await write('keys/pressmark.yaml', 'version: 1\n');
    await write('keys/codebook.yaml', codebook);
  });

  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    file = `keys/${++count}.txt`;
    await write(file, text);
    editor = await openRelease(file);
    cursorIn('Envoys');
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('goes from sentence to sentence, into its first part, and on by parts', async () => {
    const steps: string[] = [];
    for (const command of ['nextUnit', 'nextUnit', 'shrinkSelection', 'nextUnit', 'previousUnit']) {
      await run(command);
      steps.push(selected());
    }
    assert.deepEqual(steps, [
      'Envoys Meet in Port Harrow',
      'The hosts gave thanks for the visit, and promised a visit of their own.',
      'The hosts gave thanks for the visit',
      'and promised a visit of their own',
      'The hosts gave thanks for the visit',
    ]);
  });

  it('goes to paragraphs that nothing is tagged in', async () => {
    await run('nextUntaggedParagraph');
    assert.match(selected(), /^The hosts/);
    await run('tagWithKey', { key: 'g' });
    await run('nextUntaggedParagraph');
    assert.equal(selected(), 'A second round is planned for June.');
    await run('nextUntaggedParagraph');
    assert.equal(selected(), 'Envoys Meet in Port Harrow');
  });

  it('keys follow each other without waiting', async () => {
    const all = ['nextUnit', 'nextUnit'].map((command) => run(command));
    await Promise.all([...all, run('tagWithKey', { key: 'G' }), run('nextUnit'), run('repeatLastCode')]);
    assert.deepEqual(await said(), [
      'gratitude: The hosts gave thanks for the visit, and promised a visit of their own.',
      'gratitude: The guests gave thanks too.',
    ]);
  });

  it('sets a passage to the selection, wider and narrower, and undoes it', async () => {
    select(editor, 'gave thanks');
    await run('tagWithCode', 'gratitude');
    select(editor, 'The hosts gave thanks for the visit');
    await run('fitPassage');
    assert.deepEqual(await said(), ['gratitude: The hosts gave thanks for the visit']);
    select(editor, 'thanks');
    await run('fitPassage');
    assert.deepEqual(await said(), ['gratitude: thanks']);
    await run('undo');
    assert.deepEqual(await said(), ['gratitude: The hosts gave thanks for the visit']);
  });

  it('adds a stretch further on to a passage', async () => {
    select(editor, 'The hosts');
    await run('tagWithCode', 'commitment');
    select(editor, 'promised a visit');
    await run('addToPassage');
    assert.deepEqual(await said(), ['commitment: The hosts|promised a visit']);
  });

  it('splits at the cursor and merges again; each is one step of undo', async () => {
    select(editor, 'The hosts gave thanks for the visit, and promised a visit of their own');
    await run('tagWithCode', 'gratitude');
    const whole = await said();
    cursorIn('and promised');
    await run('splitPassage');
    const parts = [
      'gratitude: The hosts gave thanks for the visit,',
      'gratitude: and promised a visit of their own',
    ];
    assert.deepEqual(await said(), parts);
    cursorIn('gave thanks');
    await run('mergePassages');
    assert.deepEqual(await said(), whole);
    await run('undo');
    assert.deepEqual(await said(), parts);
    await run('undo');
    assert.deepEqual(await said(), whole);
    await run('undo');
    assert.deepEqual(await said(), []);
    await until('an empty sidecar', async () =>
      (await read(`${file}.annotations.yaml`))?.includes('annotations: []'),
    );
  });

  it('keys that come before their box are for the box: a code found by typing, a note', async () => {
    const type = (...keys: readonly string[]): Promise<unknown> =>
      Promise.all(keys.map((key) => run('typeAhead', key)));
    select(editor, 'gave thanks');
    await Promise.all([run('tagSelection'), type('c', 'o', 'm', 'enter')]);
    assert.deepEqual(await said(), ['commitment: gave thanks']);
    select(editor, 'gave thanks');
    await Promise.all([run('tagSelection'), type('x', 'backspace', 'g')]);
    assert.deepEqual(await said(), ['commitment+gratitude: gave thanks']);
    await Promise.all([run('editNote'), type(...'As in 2019', 'enter')]);
    await until('the note', async () =>
      (await read(`${file}.annotations.yaml`))?.includes('note: As in 2019'),
    );
    await Promise.all([run('editNote'), type('z', 'escape')]);
    assert.match((await read(`${file}.annotations.yaml`))!, /note: As in 2019\n/);
    // What comes when nothing is asked is dropped.
    await type('g', 'enter');
    assert.deepEqual(await said(), ['commitment+gratitude: gave thanks']);
    assert.equal(editor.document.getText(), text);
  });

  it('has the command by which a key says at once that it asks something', async () => {
    assert.ok((await vscode.commands.getCommands()).includes('_setContext'));
  });

  it('coding mode makes the text read-only, and gives it back', async () => {
    const type = async (): Promise<void> => {
      await vscode.commands.executeCommand('type', { text: 'x' });
    };
    await run('toggleCodingMode');
    await type();
    assert.equal(editor.document.getText(), text);
    await run('leaveCodingMode');
    await type();
    assert.notEqual(editor.document.getText(), text);
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
