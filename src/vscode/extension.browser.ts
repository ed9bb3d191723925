import type * as vscode from 'vscode';
import { start } from './activation';
import type { PressmarkApi } from './api';

/** Entry point in a browser: no git, and files are written as the workspace's file system writes them. */
export function activate(context: vscode.ExtensionContext): PressmarkApi {
  return start(context, {
    gitUserName: () => Promise.resolve(undefined),
    committedText: () => Promise.resolve(undefined),
    replaceFile: undefined,
    disk: undefined,
    recovery: undefined,
    indexing: undefined,
  });
}
