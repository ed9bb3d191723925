import * as vscode from 'vscode';

const utf8 = new TextDecoder('utf-8'); // leaves a byte-order mark out

/** The text of a file: of its open document when there is one, else from the file system; undefined when there is no file. */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  return openDocument(uri)?.getText() ?? (await readSavedText(uri));
}

/**
 * The text on disk, decoded as the editor would (`files.encoding`, byte-order marks), or with a given encoding of VS Code's; YAML is
 * always UTF-8. Undefined when there is no file. Throws what the file system throws for anything else.
 */
export async function readSavedText(uri: vscode.Uri, encoding?: string): Promise<string | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return isUtf8(uri, bytes, encoding) ? utf8.decode(bytes) : await decode(uri, bytes, encoding);
  } catch (error) {
    if (isFileNotFound(error)) return undefined;
    throw error;
  }
}

function isUtf8(uri: vscode.Uri, bytes: Uint8Array, encoding: string | undefined): boolean {
  if (/\.ya?ml$/i.test(uri.path)) return true;
  if (encoding !== undefined) return encoding === 'utf8' || encoding === 'utf8bom';
  const settings = vscode.workspace.getConfiguration('files', uri);
  const isUtf16 = bytes[0] === 0xff || bytes[0] === 0xfe;
  return !isUtf16 && settings.get('encoding') === 'utf8' && settings.get('autoGuessEncoding') !== true;
}

async function decode(uri: vscode.Uri, bytes: Uint8Array, encoding: string | undefined): Promise<string> {
  const decoding =
    encoding === undefined
      ? vscode.workspace.decode(bytes, { uri })
      : vscode.workspace.decode(bytes, { encoding });
  // It refuses what is binary, which is nobody's release.
  const text = await Promise.resolve(decoding).catch(() => utf8.decode(bytes));
  return text.replace(/^\ufeff/, '');
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
