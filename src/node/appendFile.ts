import { appendFile as append, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Adds to the end of a file; it is made, with its folders, where there is none. */
export async function appendFile(path: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await append(path, content);
}
