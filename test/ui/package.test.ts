import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { temporaryFolder } from '../../scripts/support/temporary-folder.mjs';
import { packagedPressmark } from './support/extension';
import { loadedModules } from './support/loadedModules';
import { unpackInto } from './support/unpackedPackage';
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
      files.filter(
        (file) =>
          file !== 'dist/api.d.ts' &&
          /\.(ts|mts|map)$|^(src|test|scripts|samples|bench|node_modules)\//.test(file),
      ),
      [],
    );
  });

  it('is not larger than a megabyte', async () => {
    const { size } = await stat(await packagedPressmark());
    assert.ok(size <= 1_000_000, `${size} bytes`);
  });

  it('loads no more than 150 KB in a window without press releases; the rest when it is needed', async () => {
    const folder = await temporaryFolder('pressmark-unpacked-');
    await unpackInto(folder, await packagedPressmark());
    for (const start of ['extension.js', 'extension.browser.js']) {
      const loaded = await loadedModules(join(folder, 'dist', start));
      const bytes = loaded.reduce((sum, module) => sum + module.bytes, 0);
      assert.ok(loaded.length > 0 && bytes <= 150_000, `${start}: ${bytes} bytes in ${loaded.length} files`);
    }
  });

  it('can be installed, and is listed with its name', async () => {
    const workbench = await openWorkbench();
    try {
      await workbench.openSideBar('Extensions');
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
