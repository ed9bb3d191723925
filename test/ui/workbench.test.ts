import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from './support/workbench';

describe('a workbench', () => {
  let source: string;
  let workbench: Workbench;

  before(async () => {
    source = await mkdtemp(join(tmpdir(), 'pressmark-notes-'));
    await writeFile(join(source, 'notes.txt'), 'Plain notes of a meeting.\nNothing was announced.\n');
    workbench = await openWorkbench({ folder: source });
  });

  after(async () => {
    await workbench?.close();
    await rm(source, { recursive: true, force: true });
  });

  it('opens a folder and shows a text file of it', async () => {
    await workbench.openFile('notes.txt');
    await workbench.selectText('Nothing was announced.');
    assert.match(await workbench.page.locator('.view-lines').innerText(), /Plain.notes.of.a.meeting/);
  });
});
