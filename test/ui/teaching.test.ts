import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from './support/patience';
import { openWorkbench, type Workbench } from './support/workbench';

const release = (day: number): string => `Envoys Meet in Vladivostok

Vladivostok, May ${day}, 2024 (TASS) -- Sergey Lavrov met Ms. Lena Orlova, who spoke of Russia.
Ms. Lena Orlova thanked Sergey Lavrov. -0-
`;

describe('teaching who is who, as a reader', () => {
  let workbench: Workbench;
  const gazetteer = (): Promise<string | undefined> => workbench.readFile('entities.yaml');
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await workbench.page.keyboard.press(key);
  };

  /** What is underlined with dots, in all editors: mentions nobody has confirmed. */
  const doubtful = (): Promise<number> =>
    workbench.page
      .locator('.editor-instance .view-overlays *, .editor-instance .view-lines *')
      .evaluateAll(
        (elements) =>
          elements.filter((element) => getComputedStyle(element).borderBottomStyle === 'dotted').length,
      );
  const question = async (): Promise<void> =>
    workbench.page.locator('.quick-input-widget:visible input').first().waitFor();

  before(async () => {
    workbench = await openWorkbench({ settings: { 'pressmark.author': 'ana' } });
    await writeFile(join(workbench.folder, 'pressmark.yaml'), 'version: 1\n');
    await writeFile(join(workbench.folder, 'b.txt'), release(9));
    await writeFile(join(workbench.folder, 'a.txt'), release(3));
    await workbench.openFile('b.txt');
    await workbench.runCommand('View: Split Editor Right');
    await workbench.openFile('a.txt');
    await eventually('doubtful mentions in both releases', async () => (await doubtful()) === 4);
  });

  after(() => workbench?.close());

  it('a doubtful name is added from its card and solid everywhere; undo takes it back', async () => {
    const card = await workbench.hoverText('Lena Orlova');
    assert.match(await card.innerText(), /Lena Orlova · person · unconfirmed/);
    await card.locator('a', { hasText: 'Add…' }).click();
    await question();
    const input = workbench.page.locator('.quick-input-widget:visible input').first();
    assert.equal(await input.inputValue(), 'Lena Orlova');
    await press('Enter');
    const added = await eventually('the gazetteer', gazetteer);
    assert.match(added, /id: lena-orlova\n {4}type: person\n {4}name: Lena Orlova\n/);
    await eventually('no doubt in either release', async () => (await doubtful()) === 0);
    await workbench.clickText('Vladivostok');
    await press('Control+Alt+z');
    await eventually('doubt again', async () => (await doubtful()) === 4);
    assert.equal(await gazetteer(), undefined);
  });

  it('a card leads to the last mention in the corpus, and is readable in every theme', async () => {
    for (const theme of ['dark', 'highContrast', 'highContrastLight', 'light'] as const) {
      await workbench.useTheme(theme);
      const card = await workbench.hoverText('Sergey Lavrov');
      assert.match(await card.innerText(), /4 mentions in 2 releases of the corpus/);
      await workbench.screenshot(`card-${theme}`);
      await press('Escape');
    }
    const card = await workbench.hoverText('Sergey Lavrov');
    await card.locator('a', { hasText: 'Last 2024-05-09' }).click();
    await eventually('the last mention', async () => {
      const tab = workbench.page.locator('.editor-group-container.active .tab.active');
      return (await tab.getAttribute('data-resource-name')) === 'b.txt';
    });
  });
});
