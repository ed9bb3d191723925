import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PressmarkApi } from '../../../src/vscode/api';

/** What tests of an extension host need: files of the open folder, Pressmark's API, waiting. */
export const folder = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;

export const uriOf = (path: string): vscode.Uri => vscode.Uri.joinPath(folder(), path);

let loaded: Promise<PressmarkApi> | undefined;

/** Pressmark's API, with everything loaded that would else be when a release is opened. */
export function pressmark(): Promise<PressmarkApi> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<PressmarkApi> {
  const api = await vscode.extensions.getExtension<PressmarkApi>('pressmark.pressmark')!.activate();
  await api.annotations(await vscode.workspace.openTextDocument({ content: '' }));
  return api;
}

export async function write(path: string, text: string | Uint8Array): Promise<vscode.Uri> {
  const uri = uriOf(path);
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  await vscode.workspace.fs.writeFile(uri, bytes);
  return uri;
}

export async function read(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path)));
  } catch {
    return undefined;
  }
}

/** Waits until something is so; says what it waited for when it never is. */
export async function until<T>(
  what: string | (() => string),
  probe: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + 40_000;
  for (;;) {
    const found = await probe();
    if (found !== undefined && found !== false) return found;
    assert.ok(Date.now() < end, `waited in vain for ${typeof what === 'string' ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Opens a file in an editor and waits until it has the language of releases. */
export async function openRelease(path: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uriOf(path));
  await vscode.window.showTextDocument(document);
  await until(`${path} to be a press release`, () => document.languageId === 'press-release');
  return vscode.window.showTextDocument(document);
}

/** Selects the first place where the text stands. */
export function select(editor: vscode.TextEditor, text: string): vscode.Selection {
  const start = editor.document.getText().indexOf(text);
  assert.notEqual(start, -1, `no “${text}” in ${editor.document.uri.path}`);
  const at = (offset: number): vscode.Position => editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(at(start), at(start + text.length));
  return editor.selection;
}
