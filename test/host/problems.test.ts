import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PlacedAnnotation } from '../../src/vscode/api';
import { openRelease, pressmark, read, select, until, uriOf, write } from './support/pressmark';

const text = `Harbour Talks Held

NEWTON, May 4 (ZNA) -- Foreign Minister Anna Weiss met the guests on May 3 and expressed deep thanks for the cafe\u0301 and the warm welcome.
Both sides agreed to meet again in the autumn. -0-
`;

const codebook = `version: 1
codes:
  - id: gratitude
    name: Gratitude
    key: 1
  - id: plans
    name: Plans
    key: 2
`;

interface Item {
  readonly id: string;
  readonly quote: string;
  readonly says: string;
  readonly shift?: number;
}

/** A sidecar written by hand: positions and quotes, no context. */
function sidecar(items: readonly Item[]): string {
  const lines = items.map(({ id, quote, says, shift = 0 }) => {
    const start = text.indexOf(quote) + shift;
    return `  - id: ${id}\n    ${says}\n    target: [{start: ${start}, end: ${start + quote.length}, quote: ${quote}}]\n`;
  });
  return `version: 1\nrelease: a.txt\nannotations:\n${lines.join('')}`;
}

const path = 'problems/a.txt.annotations.yaml';

describe('problems of sidecars and their fixes', () => {
  before(async () => {
    await write('problems/pressmark.yaml', 'version: 1\n');
    await write('problems/codebook.yaml', codebook);
    await write('problems/a.txt', text);
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const problemsIn = (file: string): readonly vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(uriOf(file)).filter(({ source }) => source === 'Pressmark');

  /** Opens the release with a sidecar and waits until a rule is told of in both. */
  const open = async (source: string, rule: string): Promise<vscode.TextEditor> => {
    await write(path, source);
    const editor = await openRelease('problems/a.txt');
    await until(`${rule} in the sidecar`, () => problemsIn(path).some(({ code }) => code === rule));
    return editor;
  };

  const actions = async (file: string, rule: string): Promise<readonly vscode.CodeAction[]> => {
    const problem = await until(`${rule} in ${file}`, () =>
      problemsIn(file).find(({ code }) => code === rule),
    );
    return vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uriOf(file),
      problem.range,
      vscode.CodeActionKind.QuickFix.value,
    );
  };

  const carryOut = async (file: string, rule: string, title: RegExp): Promise<void> => {
    // None is offered for a document that is about to be read again.
    const action = await until(`a fix like ${title}`, async () =>
      (await actions(file, rule)).find((one) => title.test(one.title)),
    );
    if (action.edit) {
      assert.ok(await vscode.workspace.applyEdit(action.edit));
      await vscode.workspace.openTextDocument(uriOf(file)).then((document) => document.save());
    }
    const { command } = action;
    if (command) {
      await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
    }
  };

  const gone = (rule: string): Promise<unknown> =>
    until(`no ${rule} any more`, () =>
      [...problemsIn(path), ...problemsIn('problems/a.txt')].every(({ code }) => code !== rule),
    );

  const placed = async (editor: vscode.TextEditor): Promise<readonly PlacedAnnotation[]> =>
    (await (await pressmark()).annotations(editor.document))!;

  const stored = async (): Promise<string> => (await read(path))!;

  const tagged = (says: string, id = 'aaaaaaaa', quote = 'deep thanks'): Item => ({ id, quote, says });

  it('an undefined code: another that was meant, in the release; undone as one step', async () => {
    await open(sidecar([tagged('codes: [gratitud]')]), 'sidecar/undefined-code');
    await carryOut('problems/a.txt', 'sidecar/undefined-code', /Use the code `gratitude`/);
    await until('the right code', async () => (await stored()).includes('codes: [gratitude]'));
    await gone('sidecar/undefined-code');
    await vscode.commands.executeCommand('pressmark.undo');
    await until('the code as it was', async () => (await stored()).includes('codes: [gratitud]'));
    await until('the problem again', () =>
      problemsIn(path).some(({ code }) => code === 'sidecar/undefined-code'),
    );
  });

  it('an undefined code: added to the codebook, from the sidecar', async () => {
    await open(sidecar([tagged('codes: [weather]')]), 'sidecar/undefined-code');
    await vscode.window.showTextDocument(uriOf(path));
    await carryOut(path, 'sidecar/undefined-code', /Add `weather` to the codebook/);
    await until('the code', async () => (await read('problems/codebook.yaml'))?.includes('id: weather'));
    await gone('sidecar/undefined-code');
    await write('problems/codebook.yaml', codebook);
  });

  it('a stale quote: the proposed place is accepted where it is shown', async () => {
    const item = { ...tagged('codes: [gratitude]', 'aaaaaaaa', 'expressed deep thanks') };
    const source = sidecar([item]).replace('quote: expressed deep thanks', 'quote: expressed deap thanks');
    const editor = await open(source, 'sidecar/stale-quote');
    assert.equal((await placed(editor))[0]!.state, 'fuzzy');
    await carryOut('problems/a.txt', 'sidecar/stale-quote', /^Move it to/);
    await until('the new quote', async () => (await stored()).includes('quote: expressed deep thanks'));
    await gone('sidecar/stale-quote');
    assert.equal((await placed(editor))[0]!.state, 'exact');
  });

  it('overlapping passages with one code: joined; undo gives both back', async () => {
    const both = sidecar([
      tagged('codes: [gratitude]', 'aaaaaaaa', 'expressed deep thanks'),
      { ...tagged('codes: [gratitude, plans]', 'bbbbbbbb', 'deep thanks for the') },
    ]);
    await open(both, 'sidecar/overlap');
    await carryOut('problems/a.txt', 'sidecar/overlap', /^Join/);
    await until('one annotation', async () => {
      const now = await stored();
      return now.includes('expressed deep thanks for the') && !now.includes('bbbbbbbb');
    });
    assert.match(await stored(), /codes: \[gratitude, plans\]/);
    await gone('sidecar/overlap');
    await vscode.commands.executeCommand('pressmark.undo');
    await until('both', async () => (await stored()).includes('bbbbbbbb'));
  });

  it('a split character: widened', async () => {
    await open(sidecar([tagged('codes: [plans]', 'aaaaaaaa', 'the cafe')]), 'sidecar/split-grapheme');
    await carryOut('problems/a.txt', 'sidecar/split-grapheme', /^Widen/);
    await until('the accent', async () => (await stored()).includes('quote: the cafe\u0301'));
    await gone('sidecar/split-grapheme');
  });

  it('an empty span: deleted', async () => {
    const source = sidecar([tagged('codes: [plans]')]).replace(/end: \d+/, 'end: 5');
    await open(source, 'sidecar/empty-span');
    await vscode.window.showTextDocument(uriOf(path));
    await carryOut(path, 'sidecar/empty-span', /^Delete/);
    await until('no annotation', async () => (await stored()).includes('annotations: []'));
    await gone('sidecar/empty-span');
  });

  it('two annotations with one id: a new one for the second', async () => {
    await open(
      sidecar([tagged('codes: [plans]'), tagged('codes: [gratitude]', 'aaaaaaaa', 'the autumn')]),
      'sidecar/duplicate-id',
    );
    await vscode.window.showTextDocument(uriOf(path));
    await carryOut(path, 'sidecar/duplicate-id', /^Give it the id/);
    await until('one of each', async () => (await stored()).split('id: aaaaaaaa').length === 2);
    await gone('sidecar/duplicate-id');
  });

  it('an unknown entity: the link is taken away', async () => {
    await open(
      sidecar([tagged('codes: [plans]\n    entity: nobody-at-all', 'aaaaaaaa', 'Anna Weiss')]),
      'sidecar/unknown-entity',
    );
    await carryOut('problems/a.txt', 'sidecar/unknown-entity', /^Take the link away/);
    await until('no link', async () => !(await stored()).includes('nobody-at-all'));
    await gone('sidecar/unknown-entity');
  });

  it('two versions that a merge kept: the one is kept, the other, or both', async () => {
    const source = sidecar([
      tagged('codes: [plans]'),
      tagged('codes: [gratitude]\n    conflict: aaaaaaaa', 'bbbbbbbb'),
    ]);
    const ids = async (): Promise<string> =>
      [...(await stored()).matchAll(/id: (\w+)/g)].map(([, id]) => id).join();
    for (const [title, left] of [
      [/^Keep this version/, 'bbbbbbbb'],
      [/^Keep the other version/, 'aaaaaaaa'],
      [/^Keep both/, 'aaaaaaaa,bbbbbbbb'],
    ] as const) {
      await open(source, 'sidecar/conflict');
      await carryOut('problems/a.txt', 'sidecar/conflict', title);
      await until(
        `${left} alone`,
        async () => (await ids()) === left && !(await stored()).includes('conflict'),
      );
      await gone('sidecar/conflict');
      await vscode.commands.executeCommand('pressmark.undo');
      await until('both versions', async () => (await stored()).includes('conflict: aaaaaaaa'));
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
  });

  it('merge markers: both sides are merged by id', async () => {
    const [, ours] = sidecar([tagged('codes: [plans]')]).split('annotations:\n');
    const [, theirs] = sidecar([tagged('codes: [gratitude]', 'bbbbbbbb', 'the autumn')]).split(
      'annotations:\n',
    );
    const marked = `version: 1\nrelease: a.txt\nannotations:\n<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> other\n`;
    const editor = await open(marked, 'sidecar/merge-markers');
    await vscode.window.showTextDocument(uriOf(path));
    await until('the fix', async () =>
      (await actions(path, 'sidecar/merge-markers')).some(({ title }) => /^Merge both sides/.test(title)),
    );
    await vscode.commands.executeCommand('pressmark.resolveMergeMarkers');
    await gone('sidecar/merge-markers');
    assert.doesNotMatch(await stored(), /[<>=]{7}/);
    await until('both annotations', async () => (await placed(editor)).length === 2);
  });

  it('a release renamed outside: its sidecar goes where the same text is', async () => {
    await write('strayed/pressmark.yaml', 'version: 1\n');
    await write('strayed/codebook.yaml', codebook);
    await write('strayed/old.txt', text);
    const editor = await openRelease('strayed/old.txt');
    select(editor, 'deep thanks');
    await vscode.commands.executeCommand('pressmark.tagWithCode', 'gratitude');
    const was = 'strayed/old.txt.annotations.yaml';
    await until('the sidecar', async () => (await read(was))?.includes('sha256'));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.rename(uriOf('strayed/old.txt'), uriOf('strayed/new.txt'));
    await write('strayed/other.txt', text.replace('Harbour', 'Airport'));
    await vscode.window.showTextDocument(uriOf(was));
    await carryOut(was, 'sidecar/release-missing', /^Move this sidecar to .*new\.txt/);
    const moved = await until('the sidecar beside the release', () =>
      read('strayed/new.txt.annotations.yaml'),
    );
    assert.match(moved, /quote: deep thanks/);
    await until('the new name', async () =>
      (await read('strayed/new.txt.annotations.yaml'))?.includes('release: new.txt'),
    );
    assert.equal(await read(was), undefined);
    const again = await openRelease('strayed/new.txt');
    assert.deepEqual(
      (await placed(again)).map(({ state }) => state),
      ['exact'],
    );
  });

  it('a release that is gone is told of whatever is open, and no more once it is back', async () => {
    await write('lost/pressmark.yaml', 'version: 1\n');
    await write('lost/open.txt', text);
    await write('lost/gone.txt', text);
    const its = 'lost/gone.txt.annotations.yaml';
    await write(its, sidecar([tagged('codes: [gratitude]')]).replace('a.txt', 'gone.txt'));
    await openRelease('lost/open.txt');
    const rules = (): readonly unknown[] => problemsIn(its).map(({ code }) => code);
    await vscode.workspace.fs.rename(uriOf('lost/gone.txt'), uriOf('lost/elsewhere.txt'));
    await until('that the release is missing', () => rules().includes('sidecar/release-missing'));
    await vscode.workspace.fs.rename(uriOf('lost/elsewhere.txt'), uriOf('lost/gone.txt'));
    await until('nothing', () => rules().length === 0);
  });

  it('a release that goes and comes back while its sidecar is open', async () => {
    await write('problems/gone.txt', text);
    const its = 'problems/gone.txt.annotations.yaml';
    await write(its, sidecar([tagged('codes: [gratitud]')]).replace('a.txt', 'gone.txt'));
    await openRelease('problems/gone.txt');
    await vscode.window.showTextDocument(uriOf(its));
    const rules = (): readonly unknown[] => problemsIn(its).map(({ code }) => code);
    await until('what is wrong in it', () => rules().includes('sidecar/undefined-code'));
    await vscode.workspace.fs.rename(uriOf('problems/gone.txt'), uriOf('problems/elsewhere.txt'));
    await until('that the release is missing', () => rules().includes('sidecar/release-missing'));
    await vscode.workspace.fs.rename(uriOf('problems/elsewhere.txt'), uriOf('problems/gone.txt'));
    await until('that it is back', () => !rules().includes('sidecar/release-missing'));
  });

  it('levels are those of pressmark.yaml, and follow it', async () => {
    await open(sidecar([tagged('codes: [weather]')]), 'sidecar/undefined-code');
    const level = (): vscode.DiagnosticSeverity | undefined =>
      problemsIn(path).find(({ code }) => code === 'sidecar/undefined-code')?.severity;
    assert.equal(level(), vscode.DiagnosticSeverity.Warning);
    await write('problems/pressmark.yaml', 'version: 1\nrules:\n  sidecar/undefined-code: error\n');
    await until('an error', () => level() === vscode.DiagnosticSeverity.Error);
    await write('problems/pressmark.yaml', 'version: 1\nrules:\n  sidecar/undefined-code: off\n');
    await until('nothing', () => level() === undefined);
    await write('problems/pressmark.yaml', 'version: 1\n');
  });

  it('a problem at a passage goes where the passage goes while the release is typed in', async () => {
    const editor = await open(sidecar([tagged('codes: [gratitud]')]), 'sidecar/undefined-code');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'NEW\n'));
    await until('the fix at the new place', async () => {
      const at = editor.document.positionAt(editor.document.getText().indexOf('deep thanks'));
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        new vscode.Range(at, at.translate(0, 4)),
      );
      return found.some(({ title }) => /Use the code/.test(title));
    });
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('what only shows a sidecar, as the preview of a change does, has no problems', async () => {
    const source = sidecar([{ id: 'aaaaaaaa', quote: 'deep thanks', says: 'codes: [nothing]' }]);
    const preview = uriOf(path).with({ scheme: 'pressmark-preview' });
    const shows = vscode.workspace.registerTextDocumentContentProvider('pressmark-preview', {
      provideTextDocumentContent: () => source,
    });
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(preview));
    await write(path, source);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(path)));
    await until('the problem of the file', () => problemsIn(path).length > 0);
    const previews = vscode.languages.getDiagnostics().filter(([{ scheme }]) => scheme === preview.scheme);
    assert.deepEqual(previews, []);
    shows.dispose();
  });
});
