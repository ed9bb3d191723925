import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
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
    const said = await workbench.notification(/Exported as/);
    await said.getByText('Show in Explorer').click();
    await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'brat' }).waitFor();
  });

  it('Import shows what would be done, takes other meanings of labels, and is undone in one step', async () => {
    const before = (await workbench.readFile(`${visit}.annotations.yaml`))!;
    const codes = (await workbench.readFile('codebook.yaml'))!;
    const text = (await workbench.readFile(visit))!;
    const start = [...text.slice(0, text.indexOf('further berths'))].length;
    const folder = join(workbench.folder, '..', 'from-brat');
    await mkdir(folder);
    await writeFile(join(folder, visit), text);
    const lines = [
      `T1\tHarbours ${start} ${start + 14}\tfurther berths`,
      `T2\tTrade ${start} ${start + 7}\tfurther`,
    ];
    await writeFile(join(folder, visit.replace('.txt', '.ann')), `${lines.join('\n')}\n`);

    await workbench.runCommand('Pressmark: Import…');
    await title('Import From');
    await workbench.pick('brat standoff');
    await title('Import brat standoff From');
    await workbench.pick('A folder…');
    await title('Files of brat standoff');
    const input = workbench.page.locator('.quick-input-widget:visible input').first();
    await input.fill(folder);
    const accept = workbench.page.locator('.quick-input-widget:visible .monaco-button', {
      hasText: 'Import',
    });
    const preview = workbench.page.locator('.quick-input-title', { hasText: 'Import From brat standoff' });
    await eventually('the preview', async () => {
      if (await preview.isVisible()) return true;
      await accept.click({ timeout: 2_000 });
      return preview.waitFor({ timeout: 5_000 }).then(() => true);
    });
    await workbench.screenshot('import-preview');
    await workbench.pick('Harbours → harbours');
    await title('“Harbours” Becomes');
    await workbench.pick('Gratitude');
    await title('Import From brat standoff');
    await workbench.pick('Import 2 annotations');
    const said = await workbench.notification('Imported 2 annotations into 1 releases');
    await workbench.screenshot('import-done');
    const after = await eventually('the sidecar', async () => {
      const now = await workbench.readFile(`${visit}.annotations.yaml`);
      return now === before ? undefined : now;
    });
    assert.match(after, /codes: \[gratitude\][\s\S]*?quote: further berths/);
    assert.match((await workbench.readFile('codebook.yaml'))!, /id: trade/);
    await said.getByText('Undo').click();
    await eventually('the sidecar as it was', async () => {
      return (await workbench.readFile(`${visit}.annotations.yaml`)) === before;
    });
    assert.equal(await workbench.readFile('codebook.yaml'), codes);
  });
});
