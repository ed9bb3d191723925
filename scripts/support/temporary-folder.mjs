// @ts-check
import { realpathSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @type {string[]} */
const made = [];

/**
 * Makes a folder that is removed when this process ends, also when it is interrupted.
 *
 * @param {string} prefix of its name
 * @returns {Promise<string>} absolute path, without symbolic links
 */
export async function temporaryFolder(prefix) {
  const folder = realpathSync(await mkdtemp(join(tmpdir(), prefix)));
  if (made.length === 0) process.once('exit', removeAll);
  made.push(folder);
  return folder;
}

function removeAll() {
  for (const folder of made) {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // a process that is just ending still writes there; the system clears its temporary folder
    }
  }
}
