import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locator } from 'playwright-core';
import { parse } from 'yaml';
import { temporaryFolder } from '../../scripts/support/temporary-folder.mjs';
import { eventually } from './support/patience';
import { openWorkbench, type Workbench } from './support/workbench';

const release = `Envoys Meet in Port Harrow

Port Harrow, May 3 (VNA) -- The hosts gave thanks for the visit, and promised a visit of their own.

A second round is planned for June.
`;

const codebook = (id: string): string =>
  `version: 1\ncodes:\n  - {id: ${id}, name: Code ${id}, color: "#d97706", key: 1}\n`;

interface Stored {
  readonly codes: readonly string[];
  readonly author?: string;
}

/** The annotation that was saved in a sidecar, once there is one. */
function saved(sidecar: string): Promise<Stored> {
  return eventually(`an annotation in ${sidecar}`, () => {
    try {
      const { annotations } = parse(readFileSync(sidecar, 'utf8')) as { annotations: readonly Stored[] };
      return annotations[0];
    } catch {
      return undefined;
    }
  });
}

async function tagAsPerson(workbench: Workbench): Promise<void> {
  await workbench.page.locator('[id="status.editor.mode"]', { hasText: 'Press Release' }).waitFor();
  await workbench.selectText('gave thanks');
  await workbench.page.keyboard.press('Alt+1');
}

/** All in one VS Code that trusts no folder; git would tell an author's name if it were asked. */
describe('the places Pressmark is used in', () => {
  let workbench: Workbench;
  let root: string;

  const write = (path: string, text: string): string => {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  before(async () => {
    root = await temporaryFolder('pressmark-places-');
    workbench = await openWorkbench({ restricted: true });
  });

  after(() => workbench?.close());

  it('a folder in Restricted Mode: everything works, but git is not run', async () => {
    const sidecar = `${write('restricted/visit.txt', release)}.annotations.yaml`;
    write('restricted/codebook.yaml', codebook('gratitude'));
    const folder = join(root, 'restricted');
    execFileSync('git', ['init', '--quiet', folder]);
    execFileSync('git', ['-C', folder, 'config', 'user.name', 'A Name That Git Knows']);

    await workbench.openPlace(folder);
    await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await workbench.openFile('visit.txt');
    await tagAsPerson(workbench);
    const { codes, author } = await saved(sidecar);
    assert.deepEqual({ codes, author }, { codes: ['gratitude'], author: undefined });
  });

  it('several folders, each a corpus with a codebook of its own', async () => {
    const sidecars = ['one', 'two'].map((name) => {
      write(`${name}/codebook.yaml`, codebook(`code-of-${name}`));
      return `${write(`${name}/visit-${name}.txt`, release)}.annotations.yaml`;
    });
    const folders = ['one', 'two'].map((name) => ({ uri: workbench.uriOf(join(root, name)) }));
    await workbench.openPlace(write('both.code-workspace', JSON.stringify({ folders })));
    for (const name of ['one', 'two']) {
      await workbench.openFile(`visit-${name}.txt`);
      await tagAsPerson(workbench);
      const panel = await workbench.panelFrame();
      await panel.locator(`vscode-tree-item[data-code=code-of-${name}]`).waitFor();
    }
    const codes = await Promise.all(sidecars.map(async (sidecar) => (await saved(sidecar)).codes));
    assert.deepEqual(codes, [['code-of-one'], ['code-of-two']]);

    // Folders that come and go while the entities are looked at.
    await workbench.runCommand('Pressmark: Focus on Entities View');
    const rowsOf = (name: string): Locator =>
      workbench.page.locator('[id="workbench.view.extension.pressmark"] .monaco-list-row', {
        hasText: new RegExp(`\\d · ${name}`),
      });
    await rowsOf('two').first().waitFor();
    write('three/visit-three.txt', release);
    const three = { uri: workbench.uriOf(join(root, 'three')) };
    write('both.code-workspace', JSON.stringify({ folders: [...folders, three] }));
    await rowsOf('three').first().waitFor();
    write('both.code-workspace', JSON.stringify({ folders: [folders[0], three] }));
    await rowsOf('two').first().waitFor({ state: 'detached' });
    await rowsOf('three').first().waitFor();
  });

  it('an empty window: the panel says what to do, and a file opened by itself is annotated', async () => {
    const file = write('single/visit.txt', release);
    write('single/codebook.yaml', codebook('gratitude'));
    await workbench.openPlace(undefined);
    const panel = await workbench.panelFrame();
    await panel.getByText('Open a press release').waitFor();
    await workbench.runCommand('File: Open File...');
    const dialog = workbench.page.locator('.quick-input-widget:visible input').first();
    await dialog.waitFor();
    // While the dialog reads a folder it leaves Enter unanswered, and may write that folder over what is typed.
    await eventually('the dialog to close', async () => {
      if (await dialog.isHidden()) return true;
      if ((await dialog.inputValue({ timeout: 1_000 })) !== file) await dialog.fill(file, { timeout: 1_000 });
      await dialog.press('Enter', { timeout: 1_000 });
      return false;
    });
    await tagAsPerson(workbench);
    assert.deepEqual((await saved(`${file}.annotations.yaml`)).codes, ['gratitude']);
  });
});

describe('the package in the extension host of a browser', () => {
  it('finds the parts of itself, and saves what is tagged', async () => {
    const folder = await temporaryFolder('pressmark-web-');
    writeFileSync(join(folder, 'visit.txt'), release);
    writeFileSync(join(folder, 'codebook.yaml'), codebook('gratitude'));
    const workbench = await openWorkbench({ folder, host: 'web' });
    try {
      await workbench.openFile('visit.txt');
      await tagAsPerson(workbench);
      const { codes } = await saved(join(workbench.folder, 'visit.txt.annotations.yaml'));
      assert.deepEqual(codes, ['gratitude']);
    } finally {
      await workbench.close();
    }
  });
});
