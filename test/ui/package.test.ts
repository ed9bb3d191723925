import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { packagedPressmark } from './support/extension';
import { openWorkbench } from './support/workbench';

describe('the package', () => {
  it('holds every file that its manifest names', async () => {
    const { files, manifest } = await contents();
    const named = pathsIn(JSON.parse(manifest)).filter((path) => path !== 'dist/pressmark.js');
    assert.ok(named.includes('dist/extension.js') && named.includes('dist/extension.browser.js'));
    assert.deepEqual(
      named.filter((path) => !files.some((file) => file === path || file.startsWith(`${path}/`))),
      [],
    );
  });

  it('holds nothing but what runs', async () => {
    const { files } = await contents();
    assert.deepEqual(
      files.filter((file) => /\.(ts|mts|map)$|^(src|test|scripts|samples|bench|node_modules)\//.test(file)),
      [],
    );
  });

  it('can be installed, and is listed with its name', async () => {
    const workbench = await openWorkbench();
    try {
      await workbench.runCommand('Extensions: Show Installed Extensions');
      const listed = workbench.page.locator('.extensions-list .extension-list-item .name', {
        hasText: /^Pressmark$/,
      });
      await listed.waitFor();
    } finally {
      await workbench.close();
    }
  });
});

async function contents(): Promise<{ readonly files: readonly string[]; readonly manifest: string }> {
  const entries = unzipSync(await readFile(await packagedPressmark()));
  const files = Object.keys(entries)
    .filter((name) => name.startsWith('extension/'))
    .map((name) => name.slice('extension/'.length));
  return { files, manifest: new TextDecoder().decode(entries['extension/package.json']) };
}

/** The values in a manifest that look like a path of the package: "./x", or with a folder and an ending. */
function pathsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    if (/^[a-z]+:/.test(value)) return [];
    return /^\.\/|^(media|dist)\/.+\.\w+$/.test(value) ? [value.replace(/^\.\//, '')] : [];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pathsIn) : [];
}
