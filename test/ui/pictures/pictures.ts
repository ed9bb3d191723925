// Takes the pictures of the README and the docs anew: `npm run pictures`. Look at them before you commit them.
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { animation } from '../support/animation';
import { openWorkbench, type Workbench } from '../support/workbench';

const project = join(__dirname, '..', '..', '..');
const images = join(project, 'docs', 'images');
const file = '2024-03-02-visit-to-vladivostok.txt';

describe('pictures', () => {
  let workbench: Workbench;

  before(async () => {
    await mkdir(images, { recursive: true });
    workbench = await openWorkbench({
      folder: join(project, 'samples'),
      settings: { 'pressmark.author': 'ana', 'breadcrumbs.enabled': false },
    });
    await workbench.openFile(file);
    const panel = await workbench.panelFrame();
    await panel.locator('.annotation').first().waitFor();
  });

  after(() => workbench?.close());

  async function take(name: string): Promise<void> {
    const panel = await workbench.panelFrame();
    await panel.evaluate(() => document.scrollingElement?.scrollTo(0, 0)); // The codes come first.
    await workbench.page.waitForTimeout(2500);
    await copyFile(await workbench.screenshot(name), join(images, `${name}.png`));
  }

  it('a minute with a release, animated', async () => {
    const { page } = workbench;
    const frames: { readonly png: Buffer; readonly ms: number }[] = [];
    const frame = async (ms: number): Promise<void> => {
      await page.waitForTimeout(1500);
      frames.push({ png: await page.screenshot({ animations: 'disabled' }), ms });
    };
    await frame(1500);
    await workbench.selectText('paid a working visit to Vladivostok');
    await frame(2000);
    await page.keyboard.press('Alt+1');
    await frame(2500);
    const panel = await workbench.panelFrame();
    await panel.locator('.annotation').first().locator('button[data-icon=note]').click();
    await page.keyboard.type('Compare with the visit of 2019.');
    await frame(2000);
    await page.keyboard.press('Control+Enter');
    await frame(2000);
    await workbench.hoverText('Sergei Veltsov');
    await frame(3500);
    await writeFile(join(images, 'minute.png'), animation(frames));
    await page.mouse.move(640, 790); // the card goes
    await page.keyboard.press('Escape');
    await workbench.runCommand('Pressmark: Undo Annotation Change');
    await workbench.runCommand('Pressmark: Undo Annotation Change');
  });

  it('tagging, in a light theme', async () => {
    await workbench.selectText('paid a working visit to Vladivostok');
    await take('tagging-light');
  });

  it('hovering a name, in a dark theme', async () => {
    await workbench.useTheme('dark');
    await workbench.page.waitForTimeout(1500);
    await workbench.hoverText('Sergei Veltsov');
    await take('hover-dark');
    await workbench.page.keyboard.press('Escape');
  });

  it('a release with its annotations, in high contrast', async () => {
    await workbench.useTheme('highContrast');
    await take('high-contrast');
  });
});
