import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../../../scripts/support/tool-cache.mjs';
import { installExtension, type installServer } from '../../../scripts/vscode-server.mjs';

type Installation = Awaited<ReturnType<typeof installServer>>;

const installed = new Map<string, Promise<string>>();
let packaged: Promise<string> | undefined;

/**
 * The folder with the extension installed in it from its package, as a person would install it.
 *
 * @param vsix the package; without it Pressmark is packaged first
 */
export async function installedExtension(
  installation: Installation,
  vsix?: string,
): Promise<{ readonly extensionsFolder: string }> {
  const file = vsix ?? (await packagedPressmark());
  const key = `${installation.version} ${file}`;
  const folder = installed.get(key) ?? install(installation, file);
  installed.set(key, folder);
  return { extensionsFolder: await folder };
}

/** Removes what `installedExtension` has installed. */
export async function removeInstalledExtensions(): Promise<void> {
  for (const folder of installed.values()) await rm(await folder, { recursive: true, force: true });
  installed.clear();
}

async function install(installation: Installation, vsix: string): Promise<string> {
  const extensionsFolder = await mkdtemp(join(tmpdir(), 'pressmark-extensions-'));
  const dataFolder = await mkdtemp(join(tmpdir(), 'pressmark-install-'));
  await installExtension(installation, { dataFolder, extensionsFolder, vsix });
  await rm(dataFolder, { recursive: true, force: true });
  return extensionsFolder;
}

/** Pressmark's package, made on first use; PRESSMARK_VSIX names one to test instead of the sources. */
export function packagedPressmark(): Promise<string> {
  packaged ??= packagePressmark();
  return packaged;
}

async function packagePressmark(): Promise<string> {
  const given = process.env['PRESSMARK_VSIX'];
  if (given !== undefined) return given;
  const file = join(projectFolder, 'out', `pressmark-${process.pid}.vsix`);
  process.once('exit', () => rmSync(file, { force: true }));
  const script = join(projectFolder, 'scripts', 'package.mjs');
  await promisify(execFile)(process.execPath, [script, '--out', file], { cwd: projectFolder });
  return file;
}
