import assert from 'node:assert/strict';
import { join } from 'node:path';
import { eventually } from './support/patience';
import { openWorkbench, type Workbench } from './support/workbench';

const samples = join(__dirname, '..', '..', 'samples');
const visit = '2024-03-02-visit-to-vladivostok.txt';

describe('exchange with other tools', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: samples });
    await workbench.openFile(visit);
    await workbench.page.locator('[id="status.editor.mode"]', { hasText: 'Press Release' }).waitFor();
  });

  after(() => workbench?.close());

  const title = (text: string): Promise<void> =>
    workbench.page.locator('.quick-input-title', { hasText: text }).waitFor();

  it('Export asks for format, which releases, what and where, says what is lost, and writes the files', async () => {
    await workbench.runCommand('Pressmark: Export…');
    await title('Export As');
    await workbench.pick('brat standoff');
    await title('Export Which Releases?');
    await workbench.pick('The whole corpus');
    await title('Export What?');
    await workbench.screenshot('export-what');
    await workbench.page.keyboard.press('Enter');
    await title('Export Whose Annotations?');
    await workbench.page.keyboard.press('Enter');
    await title('Cannot Hold');
    await workbench.screenshot('export-losses');
    await workbench.page.keyboard.press('Enter');
    await title('Export Where To?');
    await workbench.page.keyboard.press('Enter');
    const ann = await eventually('the exported file', () =>
      workbench.readFile('exports/brat/2024-03-02-visit-to-vladivostok.ann'),
    );
    assert.match(ann, /^T1\t/m);
    await workbench.notification(/Exported as/);
  });
});
