import * as vscode from 'vscode';

const utf8 = new TextDecoder('utf-8'); // leaves a byte-order mark out

/** The text of a file: of its open document when there is one, else from the file system; undefined when there is no file. */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  return openDocument(uri)?.getText() ?? (await readSavedText(uri));
}

/** The text on disk; undefined when there is no file. Throws what the file system throws for anything else. */
export async function readSavedText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return utf8.decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (isFileNotFound(error)) return undefined;
    throw error;
  }
}

export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

export function isFileNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

export function parentOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}

export function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** Whether a document has the address of a file: not of an older version of one, a preview of a change, or something made up. */
export function isOfFile({ scheme }: vscode.Uri): boolean {
  return scheme !== 'git' && vscode.workspace.fs.isWritableFileSystem(scheme) !== undefined;
}
