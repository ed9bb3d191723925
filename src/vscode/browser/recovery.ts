import * as vscode from 'vscode';
import type { RecoveryFiles } from '../../core/annotation/recovery';
import { isFileNotFound } from '../support/textFiles';
import { BrowserSessions } from './locks';

const suffix = '.unsaved.json';
const divider = '~';

/**
 * Recovery files in the storage that a browser keeps for the extension, shared by all its windows; the names of each session's own begin
 * with the session.
 */
export function browserRecovery(storage: vscode.Uri): RecoveryFiles {
  const folder = vscode.Uri.joinPath(storage, 'unsaved');
  const sessions = new BrowserSessions(crypto.randomUUID());
  const uriOf = (name: string): vscode.Uri =>
    vscode.Uri.joinPath(folder, name.endsWith(suffix) ? name : `${sessions.id}${divider}${name}${suffix}`);
  const { fs } = vscode.workspace;
  return {
    async list() {
      const files = await fs.readDirectory(folder).then(undefined, () => []);
      const isRunning = await sessions.running();
      return files
        .map(([name]) => name)
        .filter((name) => name.endsWith(suffix) && !isRunning(name.slice(0, name.indexOf(divider))));
    },
    async read(name) {
      try {
        return new TextDecoder().decode(await fs.readFile(uriOf(name)));
      } catch (error) {
        if (isFileNotFound(error)) return undefined;
        throw error;
      }
    },
    async write(name, text) {
      // A browser's storage replaces a file as a whole.
      await fs.writeFile(uriOf(name), new TextEncoder().encode(text));
    },
    async delete(name) {
      await fs.delete(uriOf(name)).then(undefined, (error: unknown) => {
        if (!isFileNotFound(error)) throw error;
      });
    },
  };
}
