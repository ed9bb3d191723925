import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

/** Puts the files of a package, without what the gallery wants around them, into a folder. */
export async function unpackInto(folder: string, vsix: string): Promise<void> {
  for (const [name, bytes] of Object.entries(unzipSync(await readFile(vsix)))) {
    if (!name.startsWith('extension/') || name.endsWith('/')) continue;
    const file = join(folder, name.slice('extension/'.length));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
}
