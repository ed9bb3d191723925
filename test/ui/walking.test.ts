import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Frame, Locator } from 'playwright-core';
import { activeFile } from './support/savedText';
import { eventually } from './support/patience';
import { openWorkbench, type Workbench } from './support/workbench';

const axeSource = readFileSync(createRequire(__filename).resolve('axe-core'), 'utf8');
const samples = join(__dirname, '..', '..', 'samples');
const release = '2024-06-18-meeting-with-governor-veltsov.txt';
const name = 'Sergei Veltsov';

describe('walking the corpus, from a mention to the entity’s page and back', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: samples });
    await workbench.openFile(release);
    await workbench.page.locator('[id="status.editor.mode"]', { hasText: 'Press Release' }).waitFor();
  });

  after(() => workbench?.close());

  const page = (): Promise<Frame> => workbench.corpusPage(name);

  it('the card of a mention opens the page of its entity, with its lines', async () => {
    // A card that is drawn anew with what the corpus knows has another link.
    await eventually('the tab of the page', async () => {
      const card = await workbench.hoverText('Veltsov');
      await card.locator('a', { hasText: 'Entity page' }).first().click({ timeout: 5_000 });
      return workbench.page
        .locator(`.tab.active[aria-label^="${name}"]`)
        .waitFor({ timeout: 10_000 })
        .then(() => true);
    });
    const frame = await page();
    await eventually('lines of several releases', async () =>
      /\d+ lines in [2-9]/.test(await frame.locator('.facts').innerText()),
    );
    await eventually('the first line', async () =>
      /Veltsov/.test(await frame.locator('.row:not(.head)').first().innerText()),
    );
    await frame.evaluate(axeSource);
    const violations = await frame.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(root: unknown): Promise<{ violations: readonly { id: string }[] }> };
      };
      return (await axe.run(document.body)).violations.map(({ id }) => id);
    });
    assert.deepEqual(violations, []);
  });

  it('a line leads to its text, and the tab back to the page as it was', async () => {
    const frame = await page();
    await frame.locator('select').selectOption('newest');
    await eventually('the lines in their new order', async () =>
      (await frame.locator('.row:not(.head)').first().innerText()).startsWith('2024-06-18'),
    );
    await frame.locator('.grid').focus();
    await workbench.page.keyboard.press('End');
    const last = frame.locator('.row.active');
    await eventually('the last line', async () => (await last.innerText()).startsWith('2024-03-02'));
    await workbench.page.keyboard.press('Enter');
    const file = await eventually('the text of the line', async () => {
      const active = await activeFile(workbench.page);
      return active.endsWith('.txt') ? active : undefined;
    });
    assert.match(readFileSync(file, 'utf8'), /Veltsov/);
    await workbench.page.locator('[id="status.editor.selection"]', { hasText: 'selected' }).waitFor();

    await workbench.page.locator(`.tab[aria-label^="${name}"]`).first().click();
    assert.equal(await (await page()).locator('select').inputValue(), 'newest');
  });

  it('the lines that a filter leaves are saved as CSV, with offsets as Python counts them', async () => {
    const frame = await page();
    await frame.locator('vscode-textfield').click();
    await workbench.page.keyboard.type('coal');
    const total = await eventually('fewer lines', async () => {
      const shown = Number(await frame.locator('.bar-above vscode-badge').innerText());
      const all = Number(/(\d+) lines in/.exec(await frame.locator('.facts').innerText())?.[1]);
      return shown > 0 && shown < all && shown;
    });
    await frame.locator('vscode-toolbar-button[icon="save-as"]').click();
    await workbench.page.locator('.quick-input-widget:visible input').first().waitFor();
    await eventually('a proposed name', async () =>
      /Sergei-Veltsov\.csv$/.test(
        await workbench.page.locator('.quick-input-widget:visible input').first().inputValue(),
      ),
    );
    await workbench.page.keyboard.press('Enter');
    const csv = await eventually('the file', () => workbench.readFile('Sergei-Veltsov.csv'));
    const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
    assert.equal(data.length, total);
    for (const { file, start, end, keyword } of data) {
      const text = (await workbench.readFile(file!))!.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
      const quote = [...text].slice(Number(start), Number(end)).join('');
      assert.equal(quote.replace(/[\s*]+/g, ' '), keyword);
    }
  });

  it('the page is there again, with its lines, after VS Code was started again', async () => {
    await workbench.restart();
    const frame = await page();
    await frame.locator('.row:not(.head) a').first().waitFor();
  });

  it('a key acts on the row that has the focus, not on the one that was selected before', async () => {
    const sidecars = ['2024-03-02-visit-to-vladivostok.txt', '2024-04-09-secretary-harrows-call.txt'].map(
      (text) => `${text}.annotations.yaml`,
    );
    const ids = ['p3h5xezh', 'qp16xrye'];
    const kept = async (): Promise<boolean[]> => {
      const sources = await Promise.all(sidecars.map((sidecar) => workbench.readFile(sidecar)));
      return sources.map((source, i) => source?.includes(ids[i]!) === true);
    };
    assert.deepEqual(await kept(), [true, true]);
    const { page } = workbench;
    const view = page.locator('.pane', {
      has: page.locator('.pane-header[aria-label^="Annotations of the Corpus"i]'),
    });
    const row = (words: string): Locator => view.locator('.monaco-list-row', { hasText: words });
    await workbench.runCommand('Pressmark: Focus on Annotations of the Corpus View');
    await row('Solidarity and support').click();
    await row('villages on').click();
    await page.locator('[id="status.editor.selection"]', { hasText: '(128 selected)' }).waitFor();
    await workbench.runCommand('Pressmark: Focus on Annotations of the Corpus View');
    // Rows that are made anew while the corpus is read may take the focus along.
    await eventually('the focus on the second row', async () => {
      await view.locator('.monaco-list').first().focus();
      for (const key of ['Home', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
      return row('ironclad').and(view.locator('.focused')).isVisible();
    });
    await row('villages on').and(view.locator('.selected')).waitFor();
    await page.keyboard.press('Delete');
    await eventually('the focused annotation to be gone', async () => !(await kept())[1]);
    assert.deepEqual(await kept(), [true, false]);
  });
});
