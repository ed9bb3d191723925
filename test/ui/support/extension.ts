import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '../../../scripts/support/temporary-folder.mjs';
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

async function install(installation: Installation, vsix: string): Promise<string> {
  const extensionsFolder = await temporaryFolder('pressmark-extensions-');
  const dataFolder = await temporaryFolder('pressmark-install-');
  await installExtension(installation, { dataFolder, extensionsFolder, vsix });
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
  const file = join(await temporaryFolder('pressmark-package-'), 'pressmark.vsix');
  const script = join(projectFolder, 'scripts', 'package.mjs');
  await promisify(execFile)(process.execPath, [script, '--out', file], { cwd: projectFolder });
  return file;
}
