import * as vscode from 'vscode';
import type { ExportChunk } from '../../core/formats/format';

/**
 * Writes the files of an export into a folder: all to temporary names, which get their own when everything is written,
 * so that a cancelled or failed export leaves no half file.
 *
 * @returns the files written
 */
export async function writeChunks(
  folder: vscode.Uri,
  chunks: AsyncIterable<ExportChunk>,
): Promise<readonly vscode.Uri[]> {
  const temporary = vscode.Uri.joinPath(folder, `.pressmark-export-${Date.now()}`);
  const written: string[] = [];
  let path: string | undefined;
  let parts: Uint8Array[] = [];
  const flush = async (): Promise<void> => {
    if (path === undefined) return;
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(temporary, path), concatenated(parts));
    written.push(path);
    parts = [];
  };
  try {
    const encoder = new TextEncoder();
    for await (const chunk of chunks) {
      if (chunk.path !== path) {
        await flush();
        path = chunk.path;
      }
      parts.push(typeof chunk.content === 'string' ? encoder.encode(chunk.content) : chunk.content);
    }
    await flush();
    const files: vscode.Uri[] = [];
    for (const name of written) {
      const target = vscode.Uri.joinPath(folder, name);
      await vscode.workspace.fs.rename(vscode.Uri.joinPath(temporary, name), target, { overwrite: true });
      files.push(target);
    }
    return files;
  } finally {
    await vscode.workspace.fs.delete(temporary, { recursive: true }).then(undefined, () => undefined);
  }
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
