// @ts-check
// A Linux Chromium that an npm package carries inside, with the few system libraries that a bare machine lacks.
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, readdirSync } from 'node:fs';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { cachedTool, npmInstall } from './tool-cache.mjs';

const version = '153.0.0';

/**
 * @returns {Promise<{ executable: string, environment: Readonly<Record<string, string>> } | undefined>} undefined where
 *   the package has nothing for this machine
 * @throws {Error} when it cannot be fetched or does not start
 */
export async function packagedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = await cachedTool({
    folder: `chromium-${version}`,
    what: `Chromium ${version.split('.')[0]} (npm package @sparticuz/chromium, about 220 MB), as no browser was found`,
    fetch,
  });
  const executable = join(folder, 'chromium');
  /** @type {Record<string, string>} */
  const environment = {};
  if (!starts(executable, {})) environment['LD_LIBRARY_PATH'] = join(folder, 'lib');
  if (!hasFonts()) {
    environment['FONTCONFIG_FILE'] = join(folder, 'fonts-here.conf');
    await writeFile(environment['FONTCONFIG_FILE'], fontConfiguration(folder));
  }
  if (!starts(executable, environment)) throw new Error(`${executable} does not start on this machine.`);
  return { executable, environment };
}

/** @param {string} into */
async function fetch(into) {
  await npmInstall(into, [`@sparticuz/chromium@${version}`]);
  const packed = join(into, 'node_modules', '@sparticuz', 'chromium', 'bin');
  const unpack = createRequire(join(packed, 'package.json'))('tar-fs');
  const executable = join(into, 'chromium');
  await pipeline(
    createReadStream(join(packed, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(executable),
  );
  await chmod(executable, 0o755);
  // The software renderer, the libraries nss, nspr and expat (in lib/), and one font family.
  for (const archive of ['swiftshader', 'al2023', 'fonts']) {
    const archived = createReadStream(join(packed, `${archive}.tar.br`));
    await pipeline(archived, createBrotliDecompress(), unpack.extract(into));
  }
  await rm(join(into, 'node_modules'), { recursive: true });
}

/** @param {string} folder */
function fontConfiguration(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

/**
 * @param {string} executable
 * @param {Readonly<Record<string, string>>} environment
 */
function starts(executable, environment) {
  try {
    const env = { ...process.env, ...environment };
    execFileSync(executable, ['--version', '--no-sandbox'], { env, stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

/** Without any font a page stays empty. */
function hasFonts() {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.local/share/fonts')];
  return (
    existsSync('/etc/fonts/fonts.conf') &&
    folders.some((folder) => existsSync(folder) && readdirSync(folder).length > 0)
  );
}
