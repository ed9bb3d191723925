import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
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

  it('Import shows what would be done, takes another meaning of a label, and is taken back in one step', async () => {
    const before = (await workbench.readFile(`${visit}.annotations.yaml`))!;
    const text = (await workbench.readFile(visit))!;
    const start = [...text.slice(0, text.indexOf('further berths'))].length;
    const ann = visit.replace('.txt', '.ann');
    const line = `T1\tHarbours ${start} ${start + 14}\tfurther berths`;
    await writeFile(join(workbench.folder, ann), `${line}\nno line of brat\n`);

    await workbench.runCommand('Pressmark: Import…');
    await title('Import From');
    await workbench.pick('brat standoff');
    await title('Import brat standoff From');
    await workbench.pick('Files…');
    await chooseFile(ann);
    await title('Import From brat standoff');
    await workbench.screenshot('import-preview');
    await workbench.pick('Harbours → harbours');
    await title('“Harbours” Becomes');
    await workbench.pick('Gratitude');
    await title('Import From brat standoff');
    await workbench.pick('Import 1 annotation');
    await workbench.notification('Imported 1 annotation into 1 release. Not read or placed: 1.');
    const after = (await workbench.readFile(`${visit}.annotations.yaml`))!;
    assert.match(after, /codes: \[gratitude\][\s\S]*?quote: further berths/);
    await workbench.runCommand('Pressmark: Undo Import');
    await eventually(
      'the sidecar as it was',
      async () => (await workbench.readFile(`${visit}.annotations.yaml`)) === before,
    );
  });

  /** Names a file of the open folder in the dialog that asks for files, and accepts. */
  async function chooseFile(name: string): Promise<void> {
    const widget = workbench.page.locator('.quick-input-widget:visible');
    await title('Files of brat standoff');
    const box = widget.locator('input').first();
    const path = join(workbench.folder, name);
    // The dialog looks for the file while one types, and may overhear a key or write its folder over what is typed.
    await eventually('the dialog to close', async () => {
      if ((await box.inputValue({ timeout: 2_000 })) !== path) await box.fill(path, { timeout: 2_000 });
      await widget.locator('.monaco-button', { hasText: 'Import' }).click({ timeout: 2_000 });
      const dialog = workbench.page.locator('.quick-input-title', { hasText: 'Files of brat standoff' });
      return dialog.waitFor({ state: 'hidden', timeout: 5_000 }).then(() => true);
    });
  }
});
