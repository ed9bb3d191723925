import type * as vscode from 'vscode';
import type { PressmarkApi } from './api';
import { startWhenNeeded } from './start/startWhenNeeded';

/** Entry point in a browser. */
export function activate(context: vscode.ExtensionContext): Promise<PressmarkApi> {
  return startWhenNeeded(context, () => import('./editor.browser'));
}
