import type * as vscode from 'vscode';
import type { PressmarkApi } from './api';
import { startWhenNeeded } from './start/startWhenNeeded';

/** Entry point on a desktop or a server: what is loaded at once. */
export function activate(context: vscode.ExtensionContext): PressmarkApi {
  return startWhenNeeded(context, () => import('./editor.node'));
}
