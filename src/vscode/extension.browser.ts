import type * as vscode from 'vscode';
import type { PressmarkApi } from './api';
import { loadPart } from './start/loadPart';
import type { Editor } from './start/startWhenNeeded';
import { startWhenNeeded } from './start/startWhenNeeded';

/** Entry point in a browser. */
export function activate(context: vscode.ExtensionContext): PressmarkApi {
  return startWhenNeeded(
    context,
    async () => (await loadPart(context.extensionUri, 'editor.browser')) as Editor,
  );
}
