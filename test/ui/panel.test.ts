import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { eventually } from './support/patience';
import { openWorkbench, type Workbench } from './support/workbench';

const samples = join(__dirname, '..', '..', 'samples');
const file = '2024-03-02-visit-to-vladivostok.txt';
const axeSource = (createRequire(__filename)('axe-core') as { readonly source: string }).source;

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds wrong in the panel. */
async function violations(panel: Frame): Promise<readonly string[]> {
  await panel.evaluate(axeSource);
  const found = await panel.evaluate(
    () =>
      (
        globalThis as unknown as {
          axe: { run(root: unknown): Promise<{ violations: Violation[] }> };
        }
      ).axe.run(document.body) as Promise<{ violations: Violation[] }>,
  );
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.html.slice(0, 200)}\n  ${node.failureSummary ?? ''}`),
  );
}

describe('the panel', () => {
  let workbench: Workbench;
  let panel: Frame;

  before(async () => {
    workbench = await openWorkbench({ folder: samples, settings: { 'pressmark.author': 'ana' } });
    await workbench.openFile(file);
    panel = await workbench.panelFrame();
    await panel.locator('.annotation').first().waitFor();
  });

  after(() => workbench?.close());

  for (const theme of ['light', 'dark', 'highContrast', 'highContrastLight'] as const) {
    it(`has no accessibility problem that axe can find, in the theme ${theme}`, async () => {
      await workbench.useTheme(theme);
      await workbench.page.waitForTimeout(800);
      assert.deepEqual(await violations(panel), []);
    });
  }

  it('renames a code from its context menu, and the codebook keeps its comments', async () => {
    const before = (await workbench.readFile('codebook.yaml'))!;
    await panel.locator('vscode-tree-item[data-code=gratitude]').click({ button: 'right' });
    await workbench.chooseMenuItem('Rename Code…');
    await workbench.answer('Thanks');
    await panel.locator('vscode-tree-item[data-code=gratitude] .name', { hasText: 'Thanks' }).waitFor();
    const after = await eventually('the new name in the codebook', async () => {
      const source = await workbench.readFile('codebook.yaml');
      return source !== before ? source : undefined;
    });
    assert.equal(after, before.replace(/(id: gratitude\s+name: )Gratitude/, '$1Thanks'));
  });

  it('moves a code with the keyboard', async () => {
    await panel.locator('vscode-tree-item[data-code=gratitude]').focus();
    await workbench.page.keyboard.press('Alt+ArrowUp');
    await eventually('the code one place up', async () => {
      const source = (await workbench.readFile('codebook.yaml'))!;
      return source.indexOf('id: gratitude') < source.indexOf('id: friendship');
    });
  });

  it('finds codes and annotations by what is typed', async () => {
    await panel.locator('.codes vscode-textfield input').fill('thank');
    await eventually(
      'one code',
      async () => (await panel.locator('vscode-tree-item[data-code]:not([branch])').count()) === 1,
    );
    await panel.locator('.codes vscode-textfield input').fill('');
    await panel.locator('.annotations vscode-textfield input').fill('wreath');
    await eventually('one annotation', async () => (await panel.locator('.annotation').count()) === 1);
    await panel.locator('.annotations vscode-textfield input').fill('');
  });

  it('shows the passage of an annotation that is clicked', async () => {
    await panel.locator('.annotation .quote', { hasText: 'laid a wreath' }).click();
    await workbench.page.locator('[id="status.editor.selection"]', { hasText: /selected/ }).waitFor();
  });

  it('hides nothing when it is narrow', async () => {
    const width = await panel.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(width <= 0, `${width} px wider than the panel`);
    await workbench.screenshot('panel');
  });
});
