import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { openRelease, pressmark, read, select, until, uriOf, write } from './support/pressmark';

const text =
  'Envoys Confer\n\nPyongyang, May 3 (KCNA) -- The envoys met on May 2.\n\n\n\nBoth sides   expressed deep thanks for the warm welcome.   \nThey agreed to meet again in June. -0-\n';

/** The words that the annotations of a release stand at, each with its codes. */
async function tagged(document: vscode.TextDocument): Promise<string> {
  const annotations = (await (await pressmark()).annotations(document)) ?? [];
  return annotations
    .map(
      ({ annotation, ranges }) =>
        `${annotation.codes.join()}: ${ranges.map((r) => document.getText(r)).join('|')}`,
    )
    .join('; ');
}

async function tag(editor: vscode.TextEditor, words: string, code: string): Promise<void> {
  select(editor, words);
  await vscode.commands.executeCommand('pressmark.tagWithCode', code);
  await until(`“${words}” to be tagged`, async () => (await tagged(editor.document)).includes(words));
}

describe('annotations while their release changes under them', () => {
  before(async () => {
    await write('tracking/pressmark.yaml', 'version: 1\n');
    await write(
      'tracking/codebook.yaml',
      'version: 1\ncodes:\n  - {id: gratitude, name: Gratitude}\n  - {id: plans, name: Plans}\n',
    );
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('a formatter that writes the whole text anew moves them; revert takes that back, saving keeps it', async () => {
    await write('tracking/formatted.txt', text);
    const editor = await openRelease('tracking/formatted.txt');
    const { document } = editor;
    await tag(editor, 'deep thanks', 'gratitude');
    await tag(editor, 'meet again', 'plans');
    const formatter = vscode.languages.registerDocumentFormattingEditProvider('press-release', {
      provideDocumentFormattingEdits: (formatted) => {
        const all = new vscode.Range(0, 0, formatted.lineCount, 0);
        const tidy = formatted
          .getText()
          .replace(/[ ]+$/gm, '')
          .replace(/ +/g, ' ')
          .replace(/\n{3,}/g, '\n\n');
        return [vscode.TextEdit.replace(all, tidy)];
      },
    });
    try {
      const format = async (): Promise<void> => {
        await vscode.commands.executeCommand('editor.action.formatDocument');
        await until('the tidy text', () => document.getText().includes('Both sides expressed'));
      };
      const all = 'gratitude: deep thanks; plans: meet again';
      const before = await read('tracking/formatted.txt.annotations.yaml');
      await format();
      await until('the passages', async () => (await tagged(document)) === all);
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await until('the text as it was', () => document.getText() === text);
      await until('the passages', async () => (await tagged(document)) === all);
      assert.equal(await read('tracking/formatted.txt.annotations.yaml'), before);

      await format();
      await document.save();
      const start = document.getText().indexOf('deep thanks');
      await until('the moved place', async () =>
        (await read('tracking/formatted.txt.annotations.yaml'))?.includes(`start: ${start}\n`),
      );
      assert.equal(await tagged(document), all);
    } finally {
      formatter.dispose();
    }
  });

  it('what is tagged in unsaved text is saved when that is reverted, where its words still are', async () => {
    await write('tracking/reverted.txt', text);
    const editor = await openRelease('tracking/reverted.txt');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Unsaved words\n'));
    await tag(editor, 'deep thanks', 'gratitude');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('the text as it was', () => editor.document.getText() === text);
    const start = text.indexOf('deep thanks');
    await until('the tag', async () =>
      (await read('tracking/reverted.txt.annotations.yaml'))?.includes(`start: ${start}\n`),
    );
  });

  it('when git switches branches underneath, each branch has its own', async () => {
    const git = (...args: readonly string[]): string =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
        cwd: uriOf('tracking/branches').fsPath,
        encoding: 'utf8',
      });
    await write('tracking/branches/pressmark.yaml', 'version: 1\n');
    await write('tracking/branches/codebook.yaml', 'version: 1\ncodes:\n  - {id: plans, name: Plans}\n');
    await write('tracking/branches/a.txt', text);
    git('init', '--quiet', '--initial-branch=first');
    git('add', '.');
    git('commit', '--quiet', '-m', 'Release');

    const editor = await openRelease('tracking/branches/a.txt');
    const { document } = editor;
    const onDisk = (words: string): Promise<unknown> =>
      until(`“${words}” in the sidecar`, async () =>
        (await read('tracking/branches/a.txt.annotations.yaml'))?.includes(`quote: ${words}\n`),
      );
    await tag(editor, 'deep thanks', 'plans');
    await onDisk('deep thanks');
    git('add', '.');
    git('commit', '--quiet', '-m', 'One tag');
    // VS Code tells nobody of a file that is made and gone within a moment, quicker than any hand.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    git('checkout', '--quiet', '-b', 'second', 'HEAD~1');
    await until('no tags', async () => (await tagged(document)) === '');
    await write('tracking/branches/a.txt', `Corrected copy\n\n${text}`);
    await until('the corrected text', () => document.getText().startsWith('Corrected'));
    await tag(editor, 'meet again', 'plans');
    await onDisk('meet again');
    git('add', '.');
    git('commit', '--quiet', '-m', 'A corrected copy, another tag');

    for (let i = 0; i < 12; i++) {
      const [branch, words] = i % 2 === 0 ? ['first', 'deep thanks'] : ['second', 'meet again'];
      git('checkout', '--quiet', branch!);
      await until(`the tags of ${branch}`, async () => (await tagged(document)) === `plans: ${words}`);
      assert.equal(git('status', '--porcelain'), '', 'nothing was written that git did not bring');
    }
  });
});
