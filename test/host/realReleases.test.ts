import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openRelease, pressmark, uriOf, write } from './support/pressmark';

/** As many of the corpus, evenly spread: enough for every layout, few enough for every run. */
const sampled = 12;

describe('the editor’s own navigation on real releases', () => {
  const shared = vscode.Uri.joinPath(
    vscode.extensions.getExtension('pressmark.pressmark')!.extensionUri,
    '..',
    'shared',
  );
  const files: string[] = [];

  /** Copies texts into a corpus of the open folder; gives their paths. */
  async function copied(folder: string, atMost: number): Promise<readonly string[]> {
    const from = vscode.Uri.joinPath(shared, folder);
    let names: string[];
    try {
      names = (await vscode.workspace.fs.readDirectory(from)).map(([name]) => name);
    } catch {
      console.log(`      skipped: ${from.path} is not on this machine`);
      return [];
    }
    const texts = names.filter((name) => name.endsWith('.txt')).sort();
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
    const samples = await vscode.workspace.fs.readDirectory(uriOf('.'));
    files.push(...samples.map(([name]) => name).filter((name) => /^\d{4}-.*\.txt$/.test(name)));
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
});
