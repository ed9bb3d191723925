import * as vscode from 'vscode';
import type { ExportChunk } from '../../core/formats/format';
import type { Services } from '../services';
import { exists, parentOf } from '../support/textFiles';

/** A file of the corpus lies where a file of the export would go. */
export class TargetTaken extends Error {}

/** Bytes held before they are appended, where the host can append. */
const held = 1 << 20;

/**
 * Writes the files of an export into a folder: all to temporary names, which get their own when everything is written,
 * so that a cancelled or failed export leaves nothing behind. A folder that was not there is moved to its place as a
 * whole. Throws {@link TargetTaken} where it would replace a file that `isForbidden`.
 *
 * @returns the files written
 */
export async function writeChunks(
  folder: vscode.Uri,
  chunks: AsyncIterable<ExportChunk>,
  isForbidden: (file: vscode.Uri) => boolean,
  services: Pick<Services, 'appendFile'>,
): Promise<readonly vscode.Uri[]> {
  const isNew = !(await exists(folder));
  const home = isNew ? parentOf(folder) : folder;
  const isHomeNew = !(await exists(home));
  const temporary = vscode.Uri.joinPath(home, `.pressmark-export-${Date.now()}`);
  const target = (path: string): vscode.Uri => vscode.Uri.joinPath(folder, path);
  try {
    const paths = await writeTo(temporary, chunks, folder.scheme === 'file' ? services : {});
    const spoilt = paths.find((path) => isForbidden(target(path)));
    if (spoilt !== undefined) {
      throw new TargetTaken(
        vscode.l10n.t('{0} is a file of the corpus and is not replaced; choose another folder.', spoilt),
      );
    }
    if (isNew && paths.length > 0) await vscode.workspace.fs.rename(temporary, folder);
    else await moveEach(paths, temporary, folder);
    return paths.map(target);
  } finally {
    await removed(temporary, true);
    if (isHomeNew) await removed(home, false);
  }
}

async function moveEach(paths: readonly string[], from: vscode.Uri, to: vscode.Uri): Promise<void> {
  for (const path of paths) {
    const target = vscode.Uri.joinPath(to, path);
    await vscode.workspace.fs.rename(vscode.Uri.joinPath(from, path), target, { overwrite: true });
  }
}

/** Removes a folder that is there; without `recursive` only an empty one. */
async function removed(folder: vscode.Uri, recursive: boolean): Promise<void> {
  await vscode.workspace.fs.delete(folder, { recursive }).then(undefined, () => undefined);
}

/** Chunks of several files may come by turns. */
async function writeTo(
  folder: vscode.Uri,
  chunks: AsyncIterable<ExportChunk>,
  { appendFile }: Partial<Pick<Services, 'appendFile'>>,
): Promise<readonly string[]> {
  const encoder = new TextEncoder();
  const parts = new Map<string, Uint8Array[]>();
  let size = 0;
  const flush = async (
    write: (file: vscode.Uri, content: Uint8Array) => PromiseLike<void>,
  ): Promise<void> => {
    for (const [path, waiting] of parts) {
      if (waiting.length > 0) await write(vscode.Uri.joinPath(folder, path), concatenated(waiting));
      parts.set(path, []);
    }
    size = 0;
  };
  for await (const { path, content } of chunks) {
    const bytes = typeof content === 'string' ? encoder.encode(content) : content;
    const waiting = parts.get(path);
    if (waiting) waiting.push(bytes);
    else parts.set(path, [bytes]);
    size += bytes.length;
    if (appendFile && size > held) await flush(appendFile);
  }
  await flush(appendFile ?? ((file, content) => vscode.workspace.fs.writeFile(file, content)));
  return [...parts.keys()];
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
