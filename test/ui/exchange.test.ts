import assert from 'node:assert/strict';
import { join } from 'node:path';
import { eventually } from './support/patience';
import { openWorkbench, type Workbench } from './support/workbench';

const samples = join(__dirname, '..', '..', 'samples');

describe('exporting', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: samples });
    await workbench.openFile('2024-03-02-visit-to-vladivostok.txt');
    await workbench.page.locator('[id="status.editor.mode"]', { hasText: 'Press Release' }).waitFor();
  });

  after(() => workbench?.close());

  it('asks for format, what, which and where, says what is lost, and writes the files', async () => {
    await workbench.runCommand('Pressmark: Export…');
    const input = workbench.page.locator('.quick-input-widget:visible input[type=text]').first();
    await input.fill('brat');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.quick-input-title', { hasText: 'Export What?' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.pick('The whole corpus');
    await workbench.page.locator('.quick-input-title', { hasText: 'Cannot Hold' }).waitFor();
    await workbench.screenshot('export-losses');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.quick-input-title', { hasText: 'Export Where To?' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    const ann = await eventually('the exported file', () =>
      workbench.readFile('exports/brat/2024-03-02-visit-to-vladivostok.ann'),
    );
    assert.match(ann, /^T1\t/m);
    await workbench.notification(/Exported as/);
  });
});
