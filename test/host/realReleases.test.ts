import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openRelease, pressmark, uriOf, write } from './support/pressmark';

/** As many of the corpus, evenly spread: enough for every layout, few enough for every run. */
const sampled = 6;

describe('the editor’s own navigation on real releases', () => {
  const shared = vscode.Uri.joinPath(
    vscode.extensions.getExtension('pressmark.pressmark')!.extensionUri,
    '..',
    'shared',
  );
  const files: string[] = [];

  /** Paths of the texts in a folder and its folders, in order. */
  async function textsIn(folder: vscode.Uri): Promise<readonly string[]> {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    const found = entries.map(async ([name, type]) => {
      if (type !== vscode.FileType.Directory) return name.endsWith('.txt') ? [name] : [];
      const inside = await textsIn(vscode.Uri.joinPath(folder, name));
      return inside.map((path) => `${name}/${path}`);
    });
    return (await Promise.all(found)).flat().sort();
  }

  /** Copies texts into a corpus of the open folder; gives their paths. */
  async function copied(folder: string, atMost: number): Promise<readonly string[]> {
    const from = vscode.Uri.joinPath(shared, folder);
    const texts = await textsIn(from).catch(() => undefined);
    if (!texts) {
      console.log(`      skipped: ${from.path} is not on this machine`);
      return [];
    }
    const step = Math.max(1, Math.floor(texts.length / atMost));
    const chosen = texts.filter((_, i) => i % step === 0).slice(0, atMost);
    for (const name of chosen) {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(from, name));
      await write(`real/${folder}/${name}`, bytes);
    }
    return chosen.map((name) => `real/${folder}/${name}`);
  }

  before(async () => {
    await write('real/pressmark.yaml', 'version: 1\nreleases: ["**/*.txt"]\n');
    const entries = await vscode.workspace.fs.readDirectory(uriOf('.'));
    const samples = entries.map(([name]) => name).filter((name) => /^\d{4}-.*\.txt$/.test(name));
    files.push(...samples.sort().filter((_, i) => i % 2 === 0));
    files.push(...(await copied('press-releases', 5)), ...(await copied('corpus', sampled)));
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const ask = <T>(command: string, uri: vscode.Uri, ...more: readonly unknown[]): Thenable<T> =>
    vscode.commands.executeCommand<T>(command, uri, ...more);

  it('outline, folding and links lie in the text, and parts hold what is in them', async () => {
    for (const file of files) {
      const { document } = await openRelease(file);
      const whole = new vscode.Range(
        new vscode.Position(0, 0),
        document.lineAt(document.lineCount - 1).range.end,
      );
      const symbols = await ask<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      assert.ok(symbols.length > 0, file);
      for (const { range, children } of symbols) {
        assert.ok(whole.contains(range), file);
        for (const child of children) assert.ok(range.contains(child.range), `${file}: ${child.name}`);
      }
      const folds = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
      for (const { start, end } of folds) assert.ok(start < end && end < document.lineCount, file);
      const links = await ask<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
      for (const { range } of links)
        assert.match(document.getText(range), /^(https?:\/\/|www\.).*[^\s.,;:!?]$/i);
    }
  });

  it('every mention: selections grow round it, it is highlighted, and an entity has its definition', async () => {
    for (const file of files) {
      const { document } = await openRelease(file);
      const mentions = await (await pressmark()).mentions(document);
      for (const { range, entity } of mentions.filter((_, i) => i % 7 === 0)) {
        const where = `${file}: ${document.getText(range)}`;
        const [selection] = await ask<vscode.SelectionRange[]>(
          'vscode.executeSelectionRangeProvider',
          document.uri,
          [range.start],
        );
        const steps: vscode.Range[] = [];
        for (let step = selection; step; step = step.parent!) steps.push(step.range);
        assert.ok(
          steps.every((step, i) => i === 0 || step.contains(steps[i - 1]!)),
          where,
        );
        const position = document.positionAt(document.offsetAt(range.start) + 1);
        const highlights = await ask<vscode.DocumentHighlight[]>(
          'vscode.executeDocumentHighlights',
          document.uri,
          position,
        );
        assert.ok(
          highlights.some((highlight) => highlight.range.intersection(range)),
          where,
        );
        if (entity === undefined || entity.startsWith('?')) continue;
        const found = await ask<unknown[]>('vscode.executeDefinitionProvider', document.uri, position);
        assert.ok(found.length > 0, where);
      }
    }
  });

  it('Find All References from any release gives the mention it was asked at', async () => {
    for (const file of files.filter((_, i) => i % 4 === 0)) {
      const { document } = await openRelease(file);
      const mentions = await (await pressmark()).mentions(document);
      const asked = mentions.find(
        ({ start, end, entity }) =>
          entity !== undefined &&
          !mentions.some(({ parent }) => parent?.start === start && parent.end === end),
      );
      if (!asked) continue;
      const position = document.positionAt(document.offsetAt(asked.range.start) + 1);
      const found = await ask<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, position);
      const isThere = found.some(
        ({ uri, range }) => uri.toString() === document.uri.toString() && range.isEqual(asked.range),
      );
      assert.ok(isThere, `${file}: ${document.getText(asked.range)}`);
    }
  });
});
